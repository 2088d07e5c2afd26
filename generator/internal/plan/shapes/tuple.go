package shapes

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
)

// tupleDef decides the fields of a tuple: as many as the array must have are required.
func (p *Planner) tupleDef(t *Type) *StructDef {
	s := t.Schema
	p.enforceStatic(s, classes.Tuple)
	def := &StructDef{Tuple: true}
	required := min(analysis.Size(s.Array.MinItems, 0), len(s.Array.PrefixItems))
	for i, item := range s.Array.PrefixItems {
		m := &Member{Wire: strconv.Itoa(i), Schema: item, Pos: item.Pos, Required: i < required}
		m.Use = p.Use(item, Place{Parent: t, Suffix: "Item" + m.Wire})
		def.Members = append(def.Members, m)
	}
	_, closed := analysis.ClosedTuple(s.Array)
	switch rest := s.Array.Items; {
	case closed:
	case rest == nil || rest.Form == api.FormTrue:
		def.Extra = &Use{Shape: Anything{}}
	case rest.Form == api.FormObject:
		u := p.Use(rest, Place{Parent: t, Suffix: "Rest"})
		def.Extra = &u
	}
	return def
}
