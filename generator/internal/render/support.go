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
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Support is the support code, read and indexed by name.
type Support struct {
	name    string // of the package
	files   []*supportFile
	symbols *symbols
}

type supportFile struct {
	base         string            // json_read for json_read.go
	imports      map[string]string // as written, by name: "fmt", or a name and a path
	declarations []*declaration
	uses         map[*declaration]*uses // in a package
}

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
	s := &Support{symbols: newSymbols()}
	var sources []source
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		fset := token.NewFileSet()
		syntax, err := parser.ParseFile(fset, name, withoutBodies(data), parser.ParseComments)
		if err != nil {
			return nil, err
		}
		if s.name == "" {
			s.name = syntax.Name.Name
		}
		if syntax.Name.Name != s.name {
			return nil, fmt.Errorf("%s: package %s among the files of package %s", name, syntax.Name.Name, s.name)
		}
		s.symbols.addSupport(syntax)
		sources = append(sources, source{strings.TrimSuffix(path.Base(name), ".go"), data, fset.File(syntax.FileStart), syntax})
	}
	if sources == nil {
		return nil, fmt.Errorf("there is no support code")
	}
	for _, src := range sources { // when all types are known
		f, err := s.symbols.index(src)
		if err != nil {
			return nil, err
		}
		s.files = append(s.files, f)
	}
	s.markGuests()
	return s, nil
}

// markGuests marks the methods whose type stands in another group.
func (s *Support) markGuests() {
	groups := map[string]string{}
	for _, f := range s.files {
		for _, d := range f.declarations {
			for _, name := range d.names {
				groups[name] = f.group()
			}
		}
	}
	for _, f := range s.files {
		for _, d := range f.declarations {
			d.guest = d.method.name != "" && groups[d.method.receiver] != f.group()
		}
	}
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

// serverWord is the first word of the files that only servers have.
const serverWord = "server"

// Reserved returns the exported names that support code declares for itself in a generated package, sorted.
func (s *Support) Reserved() []string {
	return s.exported(func(f *supportFile) bool { return f.group() != serverWord })
}

// StepAside returns those that have another name where the document has this one, sorted: servers came later, and must rename nothing.
func (s *Support) StepAside() []string {
	return s.exported(func(f *supportFile) bool { return f.group() == serverWord })
}

func (s *Support) exported(among func(*supportFile) bool) []string {
	var names []string
	for _, f := range s.files {
		if !among(f) {
			continue
		}
		for _, d := range f.declarations {
			for _, name := range d.names {
				if ast.IsExported(name) {
					names = append(names, name)
				}
			}
		}
	}
	slices.Sort(names)
	return names
}

// Files returns the support code that emitted files need, with the names in also, for a package called name, each file with header
// as its first line. Names in renamed are others in the package. Files whose names begin with the same word become one: a user wants few files, and we want one subject in
// each.
func (s *Support) Files(name, header string, emitted []File, renamed map[string]string, also ...string) ([]File, error) {
	needed, err := s.needed(emitted, renamed, also...)
	if err != nil {
		return nil, err
	}
	var files []File
	for i := 0; i < len(s.files); {
		group := s.files[i].group()
		var parts []*supportFile
		for ; i < len(s.files) && s.files[i].group() == group; i++ {
			if f := s.files[i].only(needed); len(f.declarations) > 0 {
				parts = append(parts, f)
			}
		}
		if parts == nil {
			continue
		}
		data, err := join(parts, naming{name, renamed}, header)
		if err != nil {
			return nil, err
		}
		files = append(files, File{Name: "support_" + group + "_gen.go", Data: data})
	}
	return files, nil
}

// group returns the word that the name of f begins with.
func (f *supportFile) group() string { return firstWord(f.base) }

// only returns f with the declarations that are needed, and what they import.
func (f *supportFile) only(needed map[*declaration]*uses) *supportFile {
	part := &supportFile{base: f.base, imports: map[string]string{}, uses: needed}
	for _, d := range f.declarations {
		if uses := needed[d]; uses != nil {
			part.declarations = append(part.declarations, d)
			for name := range uses.imports {
				part.imports[name] = f.imports[name]
			}
		}
	}
	return part
}

// join returns one file with the declarations of several.
func join(parts []*supportFile, names naming, header string) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\n\npackage %s\n", header, names.of)
	var imports []string
	for _, f := range parts {
		imports = slices.AppendSeq(imports, maps.Values(f.imports))
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
		for i, d := range f.declarations {
			if i == 0 || f.declarations[i-1] != d.above {
				b.WriteByte('\n')
			}
			d.fit(&b, names, f.uses[d].edits)
		}
	}
	return format.Source(b.Bytes())
}

// version is the last part of a path that is not the name of a package: math/rand/v2.
var version = regexp.MustCompile(`^v[0-9]+$`)

// importName returns the name by which a file refers to an import.
func importName(spec *ast.ImportSpec) string {
	if spec.Name != nil {
		return spec.Name.Name
	}
	p, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return ""
	}
	if base := path.Base(p); !version.MatchString(base) {
		return base
	}
	return path.Base(path.Dir(p))
}
