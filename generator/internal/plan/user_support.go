package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/plan/naming"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// readArray is the function of support code that reads a long array one element at a time.
const readArray = "ReadArray"

// convertJSON is the function of support code that makes values of free-form fields.
const convertJSON = "ConvertJSON"

// withHandler is the option of support code that goes with fakes of an API.
const withHandler = "WithHandler"

// userSupport returns the names of support code that users call and no declaration does, and what the comment of the package says
// about them.
func userSupport(a *analysis.Analysis, shape *shapes.Planner, names *naming.Table) (list []string, doc gomodel.Doc) {
	add := func(name, does string) {
		line := (&words.Text{}).Link(names.Own(name), false, "").Add(does)
		list, doc = append(list, name), append(doc, line.Spans)
	}
	if hasArrayOfObjects(a, shape) {
		add(readArray, " reads a long array from an io.Reader, one element at a time.")
	}
	if hasFreeForm(shape) {
		add(convertJSON, " makes any Go value what a free-form field takes, and the other way round.")
	}
	return list, doc
}

// hasFreeForm reports whether a field holds any JSON value, or a list or a map of such.
func hasFreeForm(shape *shapes.Planner) bool {
	for t := range shape.All() {
		def, ok := t.Def.(*shapes.StructDef)
		if ok && slices.ContainsFunc(def.Members, func(m *shapes.Member) bool { return isFreeForm(m.Use.Shape) }) {
			return true
		}
	}
	return false
}

func isFreeForm(s shapes.Shape) bool {
	switch s := s.(type) {
	case shapes.Anything:
		return true
	case shapes.List:
		return isFreeForm(s.Elem.Shape)
	case shapes.Map:
		return isFreeForm(s.Elem.Shape)
	case shapes.Named:
		switch def := s.Type.Def.(type) {
		case shapes.AnythingDef:
			return true
		case shapes.MapDef:
			return isFreeForm(def.Elem.Shape)
		case shapes.ListDef:
			return isFreeForm(def.Elem.Shape)
		}
	}
	return false
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
