package output

import (
	"fmt"
	"go/build/constraint"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// beside returns the hand-written Go files of the package that stand in the folder. Go of another package is an error: the two would
// not build together.
func (f *folder) beside(entries []os.DirEntry, files []File) (paths []string, err error) {
	if len(files) == 0 {
		return nil, nil
	}
	own, _ := packageName(files[0].Name, files[0].Data)
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || f.old[name] != nil || !e.Type().IsRegular() {
			continue
		}
		path := filepath.Join(f.dir, name)
		switch other, ok := packageName(path, nil); {
		case ok && other == own:
			paths = append(paths, path)
		case ok && other != "documentation":
			return nil, fmt.Errorf("%s is of package %s: package %s needs a folder of its own, see --out", path, other, own)
		}
	}
	return paths, nil
}

// packageName returns the name in the package clause of a file that go build would use.
func packageName(path string, data []byte) (name string, ok bool) {
	var src any
	if data != nil {
		src = data
	}
	file, err := parser.ParseFile(token.NewFileSet(), path, src, parser.PackageClauseOnly|parser.ParseComments)
	if err != nil {
		return "", false // go build will tell
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			if x, err := constraint.Parse(c.Text); err == nil && !x.Eval(func(tag string) bool { return tag != "ignore" }) {
				return "", false
			}
		}
	}
	return file.Name.Name, true
}
