package shapes

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
)

// Components declares a type for every component schema, then defines them: a reference may lead to a later one.
func (p *Planner) Components() {
	p.nameExternals()
	isComponent := map[*api.Schema]bool{}
	for _, c := range slices.Concat(p.catalog.list, p.catalog.others) {
		isComponent[c.Schema] = true
	}
	for _, c := range p.catalog.list {
		core, _ := p.analysis.Peel(c.Schema)
		if core != c.Schema && isComponent[core] && p.catalog.namedBy[core] != c.Schema || classes.Foreign(p.classes.PlainKind(core)) {
			p.roots = append(p.roots, Root{Alias: &Alias{Component: c, Schema: c.Schema}})
			continue
		}
		t := &Type{Schema: core, Origin: FromComponent{c}}
		p.types[core] = t
		if core.Pos.Elsewhere() {
			p.catalog.outside[p.Pointer(core)] = t
		}
		p.roots = append(p.roots, Root{Type: t})
	}
	for _, r := range slices.Clone(p.roots) {
		if r.Type != nil {
			p.defineOnce(r.Type)
		}
	}
	for i, c := range p.catalog.list {
		u := p.Use(c.Schema, Place{})
		if a := p.roots[i].Alias; a != nil {
			a.Target = u
		}
	}
}
