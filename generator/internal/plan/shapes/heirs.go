package shapes

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// baseVariant returns the variant that is the base of a union of heirs, nil for other unions.
func (p *Planner) baseVariant(union *api.Schema, def *UnionDef) *Type {
	self := p.directions.BaseOf(union)
	if self == nil || def.Plan.Tags == nil || !def.Plan.Tags.Base {
		return nil
	}
	core := p.analysis.Core(self)
	for i, l := range def.Plan.Leaves {
		if l.Schema == core {
			return def.Variants[i].Type
		}
	}
	return nil
}

// Bases returns the bases whose members a type has, by type.
func (p *Planner) Bases() map[*Type][]*Type {
	bases := map[*Type][]*Type{}
	for t := range p.All() {
		def, ok := t.Def.(*UnionDef)
		if !ok || def.Base == nil {
			continue
		}
		for _, v := range def.Variants {
			if !slices.Contains(bases[v.Type], def.Base) {
				bases[v.Type] = append(bases[v.Type], def.Base)
			}
		}
	}
	return bases
}

// CopiesOf returns the variants of a union of heirs that no union before it with the same base has.
func (p *Planner) CopiesOf(union *Type, def *UnionDef) (list []*Type) {
	before := map[*Type]bool{}
	for t := range p.All() {
		if t == union {
			break
		}
		if other, ok := t.Def.(*UnionDef); ok && other.Base == def.Base {
			for _, v := range other.Variants {
				before[v.Type] = true
			}
		}
	}
	for _, v := range def.Variants {
		if !before[v.Type] {
			list = append(list, v.Type)
		}
	}
	return list
}
