package declarations

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// evidence returns how the names of members tell the variants apart that are objects, nil if rules alone do. Where a tag may tell, or a
// value of one JSON type may be of several variants, the rules have the word.
func (b *Builder) evidence(def *shapes.UnionDef, objects []int) *gomodel.Evidence {
	if def.Plan.Mixed {
		return nil
	}
	var leaves []*analysis.Leaf
	for _, i := range objects {
		if def.Plan.Leaves[i].Told != nil {
			return nil
		}
		leaves = append(leaves, def.Plan.Leaves[i])
	}
	e := b.Analysis.Evidence(leaves)
	if e == nil {
		return nil
	}
	for k, i := range objects {
		if !shows(def.Variants[i].Type, e, k) {
			return nil
		}
	}
	return &gomodel.Evidence{Members: e.Members, Leads: e.Leads, Required: e.Required, Forbids: e.Forbids}
}

// shows reports whether the reader of a variant notes which of the telling members are there: it knows the first 64 that have fields, and
// those that have none.
func shows(t *shapes.Type, e *analysis.Evidence, object int) bool {
	def, ok := t.Def.(*shapes.StructDef)
	if !ok || def.Tuple || def.Other {
		return false
	}
	for k, name := range e.Members {
		i := slices.IndexFunc(def.Members, func(m *shapes.Member) bool { return m.Wire == name })
		required := e.Required[object]>>k&1 != 0
		if i >= 64 || required && (i < 0 || !def.Members[i].Required && !t.Tags[name]) {
			return false
		}
	}
	return true
}
