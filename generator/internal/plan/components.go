package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// planComponents declares a type for every component schema, then defines them: a reference may lead to a later one.
func (p *planner) planComponents() {
	p.nameExternals()
	isComponent := map[*api.Schema]bool{}
	for _, c := range slices.Concat(p.catalog.list, p.catalog.others) {
		isComponent[c.schema] = true
	}
	for _, c := range p.catalog.list {
		core, _ := p.peel(c.schema)
		if core != c.schema && isComponent[core] && p.catalog.namedBy[core] != c.schema || foreign(p.plainKind(core)) {
			p.roots = append(p.roots, root{alias: &alias{component: c, schema: c.schema}})
			continue
		}
		t := &typ{schema: core, origin: fromComponent{c}}
		p.types[core] = t
		if core.Pos.Elsewhere() {
			p.catalog.outside[p.pointer(core)] = t
		}
		p.roots = append(p.roots, root{typ: t})
	}
	for _, r := range slices.Clone(p.roots) {
		if r.typ != nil {
			p.defineOnce(r.typ)
		}
	}
	for i, c := range p.catalog.list {
		u := p.use(c.schema, place{})
		if a := p.roots[i].alias; a != nil {
			a.target = u
		}
	}
}

// plainKind returns the kind of a schema that is a scalar, "" for others.
func (p *planner) plainKind(s *api.Schema) gomodel.ScalarKind {
	if p.classify(s) != isScalar {
		return ""
	}
	return p.scalarKind(s)
}

// foreign reports whether the Go type of a scalar is declared elsewhere: a new type on it would lose its methods.
func foreign(k gomodel.ScalarKind) bool {
	switch k {
	case gomodel.Time, gomodel.Date, gomodel.UUID, gomodel.Bytes:
		return true
	}
	return false
}
