package plan

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/plan/naming"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// readArray is the function of support code that reads a long array one element at a time.
const readArray = "ReadArray"

// withHandler is the option of support code that goes with fakes of an API.
const withHandler = "WithHandler"

// userSupport returns the names of support code that users call and no declaration does, and what the comment of the package says
// about them.
func userSupport(a *analysis.Analysis, shape *shapes.Planner, names *naming.Table) (list []string, doc gomodel.Doc) {
	if !hasArrayOfObjects(a, shape) {
		return nil, nil
	}
	line := (&words.Text{}).Link(names.Own(readArray), false, "").Add(" reads a long array from an io.Reader, one element at a time.")
	return []string{readArray}, gomodel.Doc{line.Spans}
}

// hasArrayOfObjects reports whether a component is an array whose elements can be objects. A response that is one without being a component
// does not count: the client reads it as a whole, and the support code is longer than that of a small package should be.
func hasArrayOfObjects(a *analysis.Analysis, shape *shapes.Planner) bool {
	for _, r := range shape.Roots() {
		if r.Type != nil && isArrayOfObjects(a, shapes.Named{Type: r.Type}) {
			return true
		}
	}
	return false
}

func isArrayOfObjects(a *analysis.Analysis, s shapes.Shape) bool {
	elem := shapes.Elements(s)
	return shapes.IsAnything(elem) || elem.Schema != nil && a.Kinds(elem.Schema)&analysis.KindObject != 0
}
