package generator

import (
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// Imports returns the packages beyond the standard library that the files import, sorted: the module that the files go into needs
// theirs.
func (r *Result) Imports() (list []string) {
	for _, f := range r.Files {
		if strings.HasSuffix(f.Name, "_test.go") || !strings.HasSuffix(f.Name, ".go") {
			continue // examples import the package itself, and the standard library
		}
		syntax, err := parser.ParseFile(token.NewFileSet(), f.Name, f.Data, parser.ImportsOnly)
		if err != nil {
			continue // not reached: the files were printed from syntax
		}
		for _, spec := range syntax.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if host, _, _ := strings.Cut(path, "/"); err == nil && strings.Contains(host, ".") {
				list = append(list, path)
			}
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}
