package golden_test

import (
	"fmt"
	"go/ast"
	"go/doc"
	"go/doc/comment"
	"go/parser"
	"go/token"
	"go/types"
	"math"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/output"
)

// Lines of comments end at 80 columns, of which the comment mark takes three, and the tab before a field four.
const (
	lineWidth  = 77
	fieldWidth = 73
)

// checkComments holds the comments of a generated package, support code included, to what go doc and its readers expect.
func checkComments(t *testing.T, name string, files []output.File) {
	t.Helper()
	for _, problem := range commentProblems(t, name, files) {
		t.Error(problem)
	}
}

func commentProblems(t *testing.T, name string, files []output.File) []string {
	t.Helper()
	fset := token.NewFileSet()
	var syntax []*ast.File
	for _, f := range files {
		if strings.HasSuffix(f.Name, "_test.go") || !strings.HasSuffix(f.Name, ".go") {
			continue
		}
		file, err := parser.ParseFile(fset, f.Name, f.Data, parser.ParseComments)
		require.NoError(t, err)
		syntax = append(syntax, file)
	}
	c := &commentChecker{}
	c.unions(syntax) // first: package doc takes out of the syntax what is not exported
	p, err := doc.NewFromFiles(fset, syntax, modulePath+"/"+name)
	require.NoError(t, err)
	c.pkg, c.parser = p, p.Parser()
	c.text("package "+name, p.Doc, lineWidth)
	c.begins("package "+name, "Package "+name, p.Doc)
	c.values(p.Consts, p.Vars)
	c.funcs("", p.Funcs)
	for _, typ := range p.Types {
		c.typ(typ)
	}
	c.params()
	return c.problems
}

// A commentChecker checks the comments of one package.
type commentChecker struct {
	pkg      *doc.Package
	parser   *comment.Parser
	problems []string
}

func (c *commentChecker) fail(format string, args ...any) {
	c.problems = append(c.problems, fmt.Sprintf(format, args...))
}

func (c *commentChecker) typ(typ *doc.Type) {
	c.symbol(typ.Name, typ.Doc)
	c.values(typ.Consts, typ.Vars)
	c.funcs("", typ.Funcs)
	c.funcs(typ.Name+".", typ.Methods)
	for _, spec := range typ.Decl.Specs {
		if s, ok := spec.(*ast.TypeSpec).Type.(*ast.StructType); ok {
			for _, field := range s.Fields.List {
				name := types.ExprString(field.Type) // an embedded field
				if len(field.Names) > 0 {
					name = field.Names[0].Name
				}
				c.text(typ.Name+"."+name, field.Doc.Text(), fieldWidth)
			}
		}
	}
}

// params wants a link from the parameters of an operation to its method.
func (c *commentChecker) params() {
	docs := map[string]string{}
	for _, typ := range c.pkg.Types {
		docs[typ.Name] = typ.Doc
	}
	for _, typ := range c.pkg.Types {
		for _, f := range typ.Methods {
			list := f.Decl.Type.Params.List
			if typ.Name != "Client" || len(list) < 2 {
				continue
			}
			if p, ok := list[1].Type.(*ast.StarExpr); ok {
				if params := types.ExprString(p.X); !strings.Contains(docs[params], "[Client."+f.Name+"]") {
					c.fail("the comment of %s has no link to its method", params)
				}
			}
		}
	}
}

func (c *commentChecker) funcs(receiver string, list []*doc.Func) {
	for _, f := range list {
		if ast.IsExported(strings.TrimPrefix(f.Recv, "*")) || f.Recv == "" {
			c.symbol(receiver+f.Name, f.Doc)
		}
	}
}

// values checks constants and variables: a group has a comment, or each of its specs has.
func (c *commentChecker) values(lists ...[]*doc.Value) {
	for _, list := range lists {
		for _, v := range list {
			c.text(v.Names[0], v.Doc, lineWidth)
			if v.Decl.Lparen == token.NoPos {
				c.symbol(v.Names[0], v.Doc)
				continue
			}
			if v.Doc == "" {
				c.fail("the group of %s has no comment", v.Names[0])
			}
			for _, spec := range v.Decl.Specs {
				c.text(v.Names[0], spec.(*ast.ValueSpec).Doc.Text(), fieldWidth)
				c.text(v.Names[0], spec.(*ast.ValueSpec).Comment.Text(), math.MaxInt)
			}
		}
	}
}

// symbol checks the comment of an exported name: Type, Func or Type.Method.
func (c *commentChecker) symbol(name, text string) {
	_, own, isMethod := strings.Cut(name, ".")
	if !isMethod {
		own = name
	}
	c.begins(name, own, text)
	c.text(name, text, lineWidth)
}

// begins wants a comment that begins with the name, or with an article and the name.
func (c *commentChecker) begins(name, first, text string) {
	if text == "" {
		c.fail("%s has no comment", name)
		return
	}
	rest := text
	for _, article := range []string{"A ", "An ", "The "} {
		rest = strings.TrimPrefix(rest, article)
	}
	rest, ok := strings.CutPrefix(rest, first)
	if !ok || rest != "" && !strings.ContainsAny(rest[:1], " \n.,:;'") {
		c.fail("the comment of %s begins otherwise: %.60q", name, text)
	}
}

var (
	// markup is what Markdown and HTML leave behind. "<region>" is no tag, but what the author wants to be replaced.
	markup = regexp.MustCompile(`</?(?:p|b|i|br|a|ul|ol|li|code|pre|em|strong|h[1-6]|div|span|table|tr|td)(?:\s[^<>]*)?/?>|\]\((?:https?:|#)|\*\*\w|(?:^|\s)\*\w[^*\n]*\*|^#{1,6} |&(?:lt|gt|amp|quot|nbsp);`)
	// bracket is what looks like a link and was not understood as one.
	bracket = regexp.MustCompile(`\[\*?(?:[a-z]+\.)?[A-Z]\w*(?:\.[A-Z]\w*)?\]`)
)

// text checks the lines and links of a comment and looks for what the document should not have left in it.
func (c *commentChecker) text(name, text string, width int) {
	if found := markup.FindString(text); found != "" {
		c.fail("the comment of %s has markup: %s", name, found)
	}
	for line := range strings.Lines(text) {
		isWord := len(strings.Fields(line)) == 1 // an address or a pattern
		if !isWord && line[0] != '\t' && utf8.RuneCountInString(strings.TrimSuffix(line, "\n")) > width {
			c.fail("the comment of %s has a long line: %s", name, line)
		}
	}
	for _, block := range c.parser.Parse(text).Content {
		switch block := block.(type) {
		case *comment.Paragraph:
			c.links(name, block.Text)
		case *comment.List:
			c.list(name, text, block)
		case *comment.Heading:
			c.fail("the comment of %s has a heading, which nothing prints on purpose", name)
		}
	}
}

// list wants lists in the form of gofmt, which nothing else of a text has by accident.
func (c *commentChecker) list(name, text string, list *comment.List) {
	for _, item := range list.Items {
		mark := "\n  - "
		if item.Number != "" {
			mark = "\n " + item.Number + ". "
		}
		if !strings.Contains("\n"+text, mark) {
			c.fail("the comment of %s has a list that nothing prints on purpose", name)
		}
		for _, block := range item.Content {
			c.links(name, block.(*comment.Paragraph).Text)
		}
	}
}

// links fails for words in brackets that lead nowhere, and for links into packages that generated code does not know.
func (c *commentChecker) links(name string, spans []comment.Text) {
	for _, span := range spans {
		switch span := span.(type) {
		case comment.Plain:
			if found := bracket.FindString(string(span)); found != "" {
				c.fail("the comment of %s has a link that leads nowhere: %s", name, found)
			}
		case *comment.DocLink:
			switch span.ImportPath {
			case "", "context", "encoding/json", "errors", "net/http", "time":
			default:
				c.fail("the comment of %s links to %s", name, span.ImportPath)
			}
		}
	}
}
