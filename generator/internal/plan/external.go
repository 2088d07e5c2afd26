package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// nameExternals lets components that are nothing but a reference to another file give their names to what is there, and leaves out
// external schemas that are another name for something with a type.
func (p *planner) nameExternals() {
	external := map[*api.Schema]component{}
	for _, c := range p.catalog.list[p.catalog.local:] {
		external[c.schema] = c
	}
	p.catalog.namedBy = map[*api.Schema]*api.Schema{}
	named := map[*api.Schema]bool{} // what has a name of its own
	for _, c := range p.catalog.list {
		named[c.schema] = true
	}
	for _, c := range p.catalog.list[:p.catalog.local] {
		core, orNull := p.peel(c.schema)
		if e, ok := external[core]; ok && !orNull {
			if rival := p.catalog.namedBy[core]; rival == nil || p.betterName(e, c, rival) {
				p.catalog.namedBy[core] = c.schema
			}
		}
	}
	kept := p.catalog.list[:p.catalog.local:p.catalog.local]
	for _, c := range p.catalog.list[p.catalog.local:] {
		core, _ := p.peel(c.schema)
		switch {
		case p.catalog.namedBy[c.schema] != nil, core != c.schema && (named[core] || p.catalog.namedBy[core] != nil):
			p.catalog.others = append(p.catalog.others, c)
			continue
		case core != c.schema:
			p.catalog.namedBy[core] = c.schema
		}
		kept = append(kept, c)
	}
	p.catalog.list = kept
}

// betterName reports whether a component names an external schema better than a rival does: as its file does, else by the least
// pointer, so that the order of the components does not matter.
func (p *planner) betterName(e, c component, rival *api.Schema) bool {
	want := p.style.Exported(e.name)
	i := slices.IndexFunc(p.catalog.list, func(c component) bool { return c.schema == rival })
	if a, b := p.style.Exported(c.name) == want, p.style.Exported(p.catalog.list[i].name) == want; a != b {
		return a
	}
	return p.pointer(c.schema) < p.pointer(rival)
}

// targetPlace names a schema that a reference reaches first. A part of an external schema with a type is named after that type,
// which may have the name of a component.
func (p *planner) targetPlace(s *api.Schema) place {
	if !s.Pos.Elsewhere() {
		return p.pointerPlace(s)
	}
	suffix := ""
	for at := s.Pos.Path; at != nil; at = at.Parent {
		switch at.Token {
		case "properties":
		case "items":
			suffix = "Item" + suffix
		case "additionalProperties":
			suffix = "Value" + suffix
		default:
			suffix = p.style.Suffix(at.Token) + suffix
		}
		if t := p.catalog.outside[diag.Pos{File: s.Pos.File, Path: at.Parent}.Key()+p.way(s)]; t != nil {
			return place{parent: t, suffix: suffix}
		}
	}
	return p.pointerPlace(s)
}

// givesName reports whether a component gives its name to a schema of another file.
func (p *planner) givesName(component, core *api.Schema) bool {
	return p.catalog.namedBy[core] == component
}
