package setup

import (
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
	"github.com/oas2go/oas2go/generator/output"
)

// A Repository is what stands in a folder and below it. All paths are relative to the folder, with slashes.
type Repository struct {
	Documents  []Document
	modules    []string         // folders with a go.mod
	packages   []goPackage      // that oas2go has generated
	folders    map[string]bool  // with Go files that oas2go has not generated
	directives []directive      // that run other generators
	configs    map[string]*kind // of other generators, by path
}

// A Document is an OpenAPI document.
type Document struct {
	Path, Title string
}

// A goPackage is a folder with generated code.
type goPackage struct {
	dir, document, name string
}

// maxDocument is the size in bytes from which on a file is not looked at.
const maxDocument = 64 << 20

// Scan looks at the folder dir. Hidden folders, and those called vendor, node_modules and testdata, are left out.
func Scan(dir string) (*Repository, error) {
	r := &Repository{folders: map[string]bool{}, configs: map[string]*kind{}}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrPermission) && name != ".":
			return nil
		case err != nil:
			return err
		case d.IsDir() && isSkipped(name):
			return fs.SkipDir
		case !d.Type().IsRegular():
			return nil
		}
		return r.file(root.FS(), name, d)
	})
	r.Documents = withoutCopies(r.Documents)
	return r, err
}

func isSkipped(dir string) bool {
	base := path.Base(dir)
	return base != "." && (strings.HasPrefix(base, ".") || slices.Contains([]string{"vendor", "node_modules", "testdata"}, base))
}

// file notes what a file says.
func (r *Repository) file(files fs.FS, name string, d fs.DirEntry) error {
	if path.Base(name) == "go.mod" {
		r.modules = append(r.modules, path.Dir(name))
		return nil
	}
	extension := path.Ext(name)
	isGo, isData := extension == ".go", slices.Contains([]string{".yaml", ".yml", ".json"}, extension)
	if info, err := d.Info(); err != nil || info.Size() > maxDocument || !isGo && !isData {
		return err
	}
	data, err := fs.ReadFile(files, name)
	switch {
	case errors.Is(err, fs.ErrPermission):
		return nil
	case err != nil:
		return err
	case isGo:
		r.goFile(name, data)
	default:
		r.dataFile(name, data)
	}
	return nil
}

// goFile notes whose code a Go file is, and which generators it runs.
func (r *Repository) goFile(name string, data []byte) {
	dir := path.Dir(name)
	document, ours := output.DocumentOf(data)
	switch {
	case !ours:
		r.folders[dir] = true
	case path.Base(name) == "doc_gen.go":
		r.packages = append(r.packages, goPackage{dir, document, packageName(data)})
	}
	r.directives = append(r.directives, directivesOf(name, data)...)
}

var packageClause = regexp.MustCompile(`(?m)^package (\w+)`)

func packageName(data []byte) string {
	if match := packageClause.FindSubmatch(data); match != nil {
		return string(match[1])
	}
	return ""
}

// firstKey fits what a document begins with, wherever it stands.
var firstKey = regexp.MustCompile(`["']?(?:openapi|swagger)["']?\s*:\s*["']?[0-9]`)

// dataFile notes a document, or a configuration of another generator.
func (r *Repository) dataFile(name string, data []byte) {
	maybe := firstKey.Match(data)
	if !maybe && (len(data) > maxConfig || !bytes.Contains(data, []byte(":"))) {
		return
	}
	var findings diag.List
	d := source.Read(name, data, &findings)
	if d.Root == nil || d.Root.Kind != source.Object {
		return
	}
	if maybe && (d.Root.Get("openapi") != nil || d.Root.Get("swagger") != nil) {
		r.Documents = append(r.Documents, Document{name, title(d.Root)})
	} else if k := kindOf(path.Base(name), d.Root); k != nil {
		r.configs[name] = k
	}
}

func title(root *source.Node) string {
	if info := root.Get("info"); info != nil && info.Kind == source.Object {
		if title := info.Get("title"); title != nil {
			return title.Text
		}
	}
	return ""
}

// withoutCopies drops a document in JSON that stands beside one in YAML with the same name.
func withoutCopies(list []Document) (kept []Document) {
	stem := func(d Document) string { return strings.TrimSuffix(d.Path, path.Ext(d.Path)) }
	for _, d := range list {
		isYAML := func(o Document) bool { return path.Ext(o.Path) != ".json" && stem(o) == stem(d) }
		if path.Ext(d.Path) != ".json" || !slices.ContainsFunc(list, isYAML) {
			kept = append(kept, d)
		}
	}
	slices.SortFunc(kept, func(a, b Document) int { return cmp.Compare(a.Path, b.Path) })
	return kept
}
