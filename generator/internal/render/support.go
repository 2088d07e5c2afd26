package render

import (
	"bytes"
	"cmp"
	"fmt"
	"go/ast"
	"go/format"
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
	base     string   // json_read for json_read.go
	body     []byte   // what stands behind the imports
	imports  []string // as written: "fmt", or a name and a path
	edits    []edit   // of the body, what to change for another package
	declares []string
	methods  []method
	uses     *uses
}

// A method is a method that a file declares, on a type of any file.
type method struct{ receiver, name string }

// An edit is a place of a body where the name of the package stands.
type edit struct{ start, end int }

// orderFile lists the files of support code, one a line, in the order in which generated packages have them. So a file can get
// another name, and nothing moves in the packages of users.
const orderFile = "order.txt"

// ReadSupport reads the Go files at the top of fsys, without tests, in the order of orderFile. They are one package; the prefix of
// its error texts is the name of the package and a colon.
func ReadSupport(fsys fs.FS) (*Support, error) {
	names, err := inOrder(fsys)
	if err != nil {
		return nil, err
	}
	s := &Support{}
	for _, name := range names {
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

// inOrder returns the names of the files as orderFile lists them: each once, and those with the same first word together, because
// they become one.
func inOrder(fsys fs.FS) ([]string, error) {
	data, err := fs.ReadFile(fsys, orderFile)
	if err != nil {
		return nil, err
	}
	var names []string
	words := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		name := strings.TrimSpace(line)
		if name == "" || strings.HasPrefix(name, "#") {
			continue
		}
		if slices.Contains(names, name) {
			return nil, fmt.Errorf("%s lists %s twice", orderFile, name)
		}
		word := firstWord(name)
		if words[word] && firstWord(names[len(names)-1]) != word {
			return nil, fmt.Errorf("%s: %s does not stand beside the other files of %s", orderFile, name, word)
		}
		words[word] = true
		names = append(names, name)
	}
	there, err := fs.Glob(fsys, "*.go")
	if err != nil {
		return nil, err
	}
	for _, name := range there {
		if !strings.HasSuffix(name, "_test.go") && !slices.Contains(names, name) {
			return nil, fmt.Errorf("%s does not list %s", orderFile, name)
		}
	}
	return names, nil
}

// firstWord returns json for json_read.go.
func firstWord(name string) string {
	word, _, _ := strings.Cut(strings.TrimSuffix(name, ".go"), "_")
	return word
}

func index(positions *token.File, base string, data []byte, syntax *ast.File) *supportFile {
	f := &supportFile{base: base, uses: collectUses(syntax)}
	start := positions.Offset(syntax.Name.End())
	for _, d := range syntax.Decls {
		if g, ok := d.(*ast.GenDecl); ok && g.Tok == token.IMPORT {
			start = positions.Offset(g.End())
			continue
		}
		f.declare(d)
	}
	f.body = bytes.TrimSpace(data[start:])
	start = bytes.Index(data[start:], f.body) + start
	for _, spec := range syntax.Imports {
		f.imports = append(f.imports, string(data[positions.Offset(spec.Pos()):positions.Offset(spec.End())]))
	}
	name := syntax.Name.Name
	ast.Inspect(syntax, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if ok && lit.Kind == token.STRING && (strings.HasPrefix(lit.Value[1:], name+": ") || strings.HasPrefix(lit.Value[1:], name+" (")) {
			at := positions.Offset(lit.Pos()) + 1 - start
			f.edits = append(f.edits, edit{at, at + len(name)})
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

// Files returns the support code that emitted files need, with the names in also, for a package called name, each file with header
// as its first line. Files whose names begin with the same word become one: a user wants few files, and we want one subject in
// each.
func (s *Support) Files(name, header string, emitted []File, also ...string) ([]File, error) {
	needed, err := s.needed(emitted, also...)
	if err != nil {
		return nil, err
	}
	var files []File
	for len(needed) > 0 {
		group := needed[0].group()
		end := slices.IndexFunc(needed, func(f *supportFile) bool { return f.group() != group })
		if end < 0 {
			end = len(needed)
		}
		data, err := join(needed[:end], name, header)
		if err != nil {
			return nil, err
		}
		files = append(files, File{Name: "support_" + group + "_gen.go", Data: data})
		needed = needed[end:]
	}
	return files, nil
}

// group returns the word that the name of f begins with.
func (f *supportFile) group() string { return firstWord(f.base) }

// join returns one file with the bodies of several.
func join(parts []*supportFile, name, header string) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n\npackage %s\n", header, name)
	var imports []string
	for _, f := range parts {
		imports = append(imports, f.imports...)
	}
	slices.SortFunc(imports, func(x, y string) int {
		return cmp.Or(cmp.Compare(strings.Count(x, "."), strings.Count(y, ".")), cmp.Compare(x, y))
	})
	if imports = slices.Compact(imports); len(imports) > 0 {
		b.WriteString("\nimport (\n")
		for i, spec := range imports {
			if i > 0 && strings.Contains(spec, ".") && !strings.Contains(imports[i-1], ".") {
				b.WriteByte('\n') // other modules behind the standard library
			}
			b.WriteString("\t" + spec + "\n")
		}
		b.WriteString(")\n")
	}
	for _, f := range parts {
		b.WriteString("\n")
		f.fit(&b, name)
	}
	return format.Source(b.Bytes())
}

// fit writes the body of f for the package called name.
func (f *supportFile) fit(b *bytes.Buffer, name string) {
	at := 0
	for _, e := range f.edits {
		b.Write(f.body[at:e.start])
		b.WriteString(name)
		at = e.end
	}
	b.Write(f.body[at:])
	b.WriteByte('\n')
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
