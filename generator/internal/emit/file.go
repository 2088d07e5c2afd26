package emit

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	goprinter "go/printer"
	"go/token"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// Packages that printed code imports and that jennifer does not know by name.
const (
	uuidPath  = "github.com/google/uuid"
	typesPath = "github.com/oapi-codegen/runtime/types"
)

// A Printer prints the files of one package. It does not change, so files can be printed side by side.
type Printer struct {
	pkg     *gomodel.Package
	printer printer
}

// NewPrinter returns a Printer for p.
func NewPrinter(p *gomodel.Package) *Printer { return &Printer{p, newPrinter(p)} }

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
		case unprintable:
			err = fmt.Errorf("%s: internal error: %s: %s", f.Name, at, string(problem))
		default:
			panic(problem)
		}
	}()
	file := jen.NewFilePathName(p.pkg.Path, p.pkg.Name)
	file.NoFormat = true
	file.ImportName(uuidPath, "uuid")
	file.ImportName(typesPath, "types")
	for line := range strings.Lines(header) {
		file.HeaderComment(commentLine(strings.TrimPrefix(strings.TrimPrefix(line, "//"), " ")))
	}
	if len(f.Decls) == 0 {
		for _, line := range docLines(p.pkg.Doc, pageWidth) {
			file.PackageComment(line)
		}
	}
	for _, d := range f.Decls {
		at = d.Common().Name
		file.Add(p.printer.decl(d))
		file.Line()
	}
	var b bytes.Buffer
	if err := file.Render(&b); err != nil {
		return Printed{Data: b.Bytes()}, fmt.Errorf("%s: internal error: %w", f.Name, err)
	}
	// jennifer puts a space after a line break, and gofmt takes no comment for a doc comment if the next line is indented.
	// No text that is printed has a line break, so all of them are ours.
	printed, err = formatted(groupImports(bytes.ReplaceAll(b.Bytes(), []byte("\n "), []byte("\n"))))
	if err != nil {
		return printed, fmt.Errorf("%s: internal error: the printed code is no Go: %w", f.Name, err)
	}
	return printed, nil
}

// formatted does what go/format does, and keeps the syntax: parsing takes a third of the time of formatting.
func formatted(src []byte) (Printed, error) {
	files := token.NewFileSet()
	syntax, err := parser.ParseFile(files, "", src, parser.ParseComments)
	if err != nil {
		return Printed{Data: src}, err
	}
	var b bytes.Buffer
	config := goprinter.Config{Mode: goprinter.UseSpaces | goprinter.TabIndent, Tabwidth: 8}
	err = config.Fprint(&b, files, syntax)
	return Printed{b.Bytes(), syntax}, err
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

// unprintable is what is wrong with a model. It is thrown where it is noticed and caught by [File]: the printers are expressions
// inside expressions, and an error result on each would hide what they print.
type unprintable string

func noPrinter(kind any) unprintable { return unprintable(fmt.Sprintf("no printer for %T", kind)) }

// A printer prints the declarations of one package.
type printer struct {
	path     string // of the package
	declared map[string]gomodel.Decl
	secrets  map[string]bool // types whose JSON may hold a secret
}

func newPrinter(p *gomodel.Package) printer {
	e := printer{path: p.Path, declared: map[string]gomodel.Decl{}}
	for _, f := range p.Files {
		for _, d := range f.Decls {
			for _, name := range gomodel.Names(d) {
				e.declared[name] = d
			}
		}
	}
	e.secrets = secretTypes(e.declared)
	return e
}

// find returns the declaration of a name, which must be of type D.
func find[D gomodel.Decl](e printer, name string) D {
	d, ok := e.declared[name].(D)
	if !ok {
		panic(unprintable(fmt.Sprintf("%s is no declared %T", name, d)))
	}
	return d
}

func (e printer) decl(d gomodel.Decl) jen.Code {
	switch d := d.(type) {
	case *gomodel.Struct:
		return e.structDecl(d)
	case *gomodel.Tuple:
		return e.tupleDecl(d)
	case *gomodel.Enum:
		return e.enumDecl(d)
	case *gomodel.NamedType:
		return e.namedType(d)
	case *gomodel.ListType:
		return e.listType(d)
	case *gomodel.MapType:
		return e.mapType(d)
	case *gomodel.RawType:
		return e.rawType(d)
	case *gomodel.Alias:
		return aliasDecl(d)
	case *gomodel.Union:
		return e.unionDecl(d)
	case *gomodel.ListReader:
		return e.listReader(d)
	case *gomodel.MapReader:
		return e.mapReader(d)
	case *gomodel.Pattern:
		return patternDecl(d)
	case *gomodel.Rules:
		return rulesDecl(d)
	case *gomodel.NewFunc:
		return newFunc(d)
	}
	return e.clientDecl(d)
}

// clientDecl prints the declarations that only a client has.
func (e printer) clientDecl(d gomodel.Decl) jen.Code {
	switch d := d.(type) {
	case *gomodel.Params:
		return e.paramsDecl(d)
	case *gomodel.Form:
		return e.formDecl(d)
	case *gomodel.Operation:
		return e.operationDecl(d)
	case *gomodel.ResultUnion:
		return e.resultUnion(d)
	case *gomodel.HeaderType:
		return e.headerType(d)
	case *gomodel.Hook:
		return e.hookDecl(d)
	case *gomodel.ServerURL:
		return serverURL(d)
	case *gomodel.CredentialOption:
		return credentialOption(d)
	case *gomodel.ValueOption:
		return valueOption(d)
	}
	panic(noPrinter(d))
}
