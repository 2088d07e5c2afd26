package emit

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	goprinter "go/printer"
	"go/token"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/client"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/types"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// A Printer prints the files of one package. It does not change, so files can be printed side by side.
type Printer struct {
	pkg     *gomodel.Package
	types   types.Printer
	client  client.Printer
	buffers *sync.Pool // of *bytes.Buffer
}

// NewPrinter returns a Printer for p.
func NewPrinter(p *gomodel.Package) *Printer {
	scope := values.NewScope(p)
	return &Printer{p, types.Printer{Scope: scope}, client.Printer{Scope: scope}, &sync.Pool{New: func() any { return new(bytes.Buffer) }}}
}

// newFile begins a file.
func (p *Printer) newFile(f *gomodel.File) *jen.File {
	if !f.Outside {
		return jen.NewFilePathName(p.pkg.Path, p.pkg.Name)
	}
	file := jen.NewFilePathName(p.pkg.Path+"_test", p.pkg.Name+"_test")
	if file.ImportName(p.pkg.Path, p.pkg.Name); path.Base(p.pkg.Path) != p.pkg.Name {
		file.ImportAlias(p.pkg.Path, p.pkg.Name)
	}
	return file
}

// A Printed is a file: its text, and its syntax for those who would parse it again.
type Printed struct {
	Data   []byte
	Syntax *ast.File
}

// File prints one file: header as a comment, the package clause, the imports and the declarations. A file without declarations
// carries the comment of the package.
//
// A model that cannot be printed is an internal error. If the text was there but is not Go, it is returned beside the error, to
// be looked at.
func (p *Printer) File(f *gomodel.File, header string) (printed Printed, err error) {
	at := ""
	defer func() {
		switch problem := recover().(type) {
		case nil:
		case golang.Unprintable:
			err = fmt.Errorf("%s: internal error: %s: %s", f.Name, at, string(problem))
		default:
			panic(problem)
		}
	}()
	file := p.newFile(f)
	file.NoFormat = true
	file.ImportName(values.UUIDPath, "uuid")
	file.ImportName(values.TypesPath, "types")
	for line := range strings.Lines(header) {
		file.HeaderComment(golang.CommentLine(strings.TrimPrefix(strings.TrimPrefix(line, "//"), " ")))
	}
	if len(f.Decls) == 0 {
		for _, line := range golang.DocLines(p.pkg.Doc, golang.PageWidth) {
			file.PackageComment(line)
		}
	}
	for _, d := range f.Decls {
		at = d.Common().Name
		file.Add(p.decl(d))
		file.Line()
	}
	b := p.buffers.Get().(*bytes.Buffer)
	defer p.buffers.Put(b)
	b.Reset()
	if err := file.Render(b); err != nil {
		return Printed{Data: bytes.Clone(b.Bytes())}, fmt.Errorf("%s: internal error: %w", f.Name, err)
	}
	printed, err = p.formatted(groupImports(unindented(b.Bytes())))
	if err != nil {
		return printed, fmt.Errorf("%s: internal error: the printed code is no Go: %w", f.Name, err)
	}
	return printed, nil
}

// unindented removes the space that jennifer puts after a line break, in place: gofmt takes no comment for a doc comment if the next line is
// indented. No text that is printed has a line break, so all of them are jennifer's.
func unindented(src []byte) []byte {
	to := 0
	for from := 0; from < len(src); {
		end := len(src)
		if i := bytes.Index(src[from:], []byte("\n ")); i >= 0 {
			end = from + i + 1
		}
		to += copy(src[to:], src[from:end])
		from = end + 1
	}
	return src[:to]
}

// formatted does what go/format does, and keeps the syntax: parsing takes a third of the time of formatting.
func (p *Printer) formatted(src []byte) (Printed, error) {
	files := token.NewFileSet()
	syntax, err := parser.ParseFile(files, "", src, parser.ParseComments)
	if err != nil {
		return Printed{Data: bytes.Clone(src)}, err
	}
	b := p.buffers.Get().(*bytes.Buffer)
	defer p.buffers.Put(b)
	b.Reset()
	config := goprinter.Config{Mode: goprinter.UseSpaces | goprinter.TabIndent, Tabwidth: 8}
	err = config.Fprint(b, files, syntax)
	return Printed{bytes.Clone(b.Bytes()), syntax}, err
}

// groupImports puts the imports of the standard library, whose paths have no domain, in a group of their own.
func groupImports(src []byte) []byte {
	const open = "\nimport (\n"
	from := bytes.Index(src, []byte(open)) + len(open)
	end := bytes.Index(src, []byte("\n)\n"))
	if from < len(open) || end < from {
		return src
	}
	var own, others [][]byte
	for line := range bytes.SplitSeq(src[from:end], []byte("\n")) {
		if path, _, _ := bytes.Cut(line, []byte("/")); bytes.Contains(path, []byte(".")) {
			others = append(others, line)
		} else {
			own = append(own, line)
		}
	}
	groups := slices.Concat(own, [][]byte{nil}, others)
	return slices.Concat(src[:from], bytes.Join(groups, []byte("\n")), src[end:])
}
