package generator

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// tolerate reads which wrong JSON types in responses clients read all the same. They are kept in one order, so that the code does not depend
// on that of the file.
func (f *configFile) tolerate(n *source.Node, path *diag.Path) {
	known := make([]string, 0, len(gomodel.Tolerances()))
	for _, t := range gomodel.Tolerances() {
		known = append(known, string(t))
	}
	wanted := map[gomodel.Tolerance]bool{}
	for _, t := range f.config.Tolerate {
		wanted[t] = true
	}
	want := "tolerate is an array of " + strings.Join(known, " and ")
	f.texts(n, path, want, func(item *source.Node, path *diag.Path) {
		if !slices.Contains(known, item.Text) {
			f.findings.Error(f.document.Pos(item, path), diag.RuleValue, "%s", want)
			return
		}
		wanted[gomodel.Tolerance(item.Text)] = true
	})
	f.config.Tolerate = slices.DeleteFunc(gomodel.Tolerances(), func(t gomodel.Tolerance) bool { return !wanted[t] })
}
