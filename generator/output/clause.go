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

// otherPackage refuses a folder with hand-written Go of another package: the two would not build together.
func (f *folder) otherPackage(entries []os.DirEntry, files []File) error {
	if len(files) == 0 {
		return nil
	}
	own, _ := packageName(files[0].Name, files[0].Data)
	for _, e := range entries {
		name := e.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || f.old[name] != nil || !e.Type().IsRegular() {
			continue
		}
		other, ok := packageName(filepath.Join(f.dir, name), nil)
		if ok && other != own && other != "documentation" {
			return fmt.Errorf("%s is of package %s: package %s needs a folder of its own, see --out", filepath.Join(f.dir, name), other, own)
		}
	}
	return nil
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
