package render

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Support is the support code, read and indexed by name.
type Support struct {
	name  string // of the package
	files []*supportFile
}

type supportFile struct {
	base     string // json for json.go
	data     []byte
	edits    []edit // what to change for another package
	declares []string
	methods  []method
	uses     *uses
}

// A method is a method that a file declares, on a type of any file.
type method struct{ receiver, name string }

// An edit is a place of a file where text depends on the package: from start to end comes the package's name and then rest.
type edit struct {
	start, end int
	clause     bool // put the name of the package in, not nothing
	rest       string
}

// ReadSupport reads the Go files at the top of fsys, without tests. They are one package; the prefix of its error texts is the
// name of the package and a colon.
func ReadSupport(fsys fs.FS) (*Support, error) {
	names, err := fs.Glob(fsys, "*.go")
	if err != nil {
		return nil, err
	}
	s := &Support{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		fset := token.NewFileSet()
		syntax, err := parser.ParseFile(fset, name, data, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		if s.name == "" {
			s.name = syntax.Name.Name
		}
		if syntax.Name.Name != s.name {
			return nil, fmt.Errorf("%s: package %s among the files of package %s", name, syntax.Name.Name, s.name)
		}
		s.files = append(s.files, index(fset.File(syntax.FileStart), strings.TrimSuffix(path.Base(name), ".go"), data, syntax))
	}
	if s.files == nil {
		return nil, fmt.Errorf("there is no support code")
	}
	return s, nil
}

func index(positions *token.File, base string, data []byte, syntax *ast.File) *supportFile {
	f := &supportFile{base: base, data: data, uses: collectUses(syntax)}
	offset := func(p token.Pos) int { return positions.Offset(p) }
	for _, d := range syntax.Decls {
		f.declare(d)
	}
	if syntax.Doc != nil { // the comment of the generated package stands elsewhere
		f.edits = append(f.edits, edit{start: offset(syntax.Doc.Pos()), end: offset(syntax.Package)})
	}
	f.edits = append(f.edits, edit{start: offset(syntax.Name.Pos()), end: offset(syntax.Name.End()), clause: true})
	prefix := syntax.Name.Name + ": "
	ast.Inspect(syntax, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if ok && lit.Kind == token.STRING && strings.HasPrefix(lit.Value[1:], prefix) {
			start := offset(lit.Pos()) + 1
			f.edits = append(f.edits, edit{start: start, end: start + len(prefix), clause: true, rest: ": "})
		}
		return true
	})
	return f
}

func (f *supportFile) declare(d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			f.declares = append(f.declares, d.Name.Name)
		} else {
			f.methods = append(f.methods, method{receiverName(d.Recv.List[0].Type), d.Name.Name})
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				f.declares = append(f.declares, spec.Name.Name)
			case *ast.ValueSpec:
				for _, name := range spec.Names {
					f.declares = append(f.declares, name.Name)
				}
			}
		}
	}
}

// receiverName returns T of T, *T, T[A] and *T[A].
func receiverName(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.StarExpr:
		return receiverName(t.X)
	case *ast.ParenExpr:
		return receiverName(t.X)
	case *ast.IndexExpr:
		return receiverName(t.X)
	case *ast.IndexListExpr:
		return receiverName(t.X)
	case *ast.Ident:
		return t.Name
	}
	return ""
}

// Reserved returns the exported names that support code declares for itself in a generated package, sorted.
func (s *Support) Reserved() []string {
	var names []string
	for _, f := range s.files {
		for _, name := range f.declares {
			if ast.IsExported(name) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	return names
}

// Files returns the support files that emitted files need, for a package called name, each with header as its first line.
func (s *Support) Files(name, header string, emitted []File) ([]File, error) {
	needed, err := s.needed(emitted)
	if err != nil {
		return nil, err
	}
	var files []File
	for _, f := range needed {
		files = append(files, File{"support_" + f.base + "_gen.go", f.fit(name, header)})
	}
	return files, nil
}

// fit returns the text of f for the package called name.
func (f *supportFile) fit(name, header string) []byte {
	var b bytes.Buffer
	b.WriteString(header + "\n\n")
	at := 0
	for _, e := range f.edits {
		b.Write(f.data[at:e.start])
		if e.clause {
			b.WriteString(name + e.rest)
		}
		at = e.end
	}
	b.Write(f.data[at:])
	return b.Bytes()
}

// importName returns the name by which a file refers to an import.
func importName(spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	p, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return ""
	}
	return path.Base(p)
}
