package shapes

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
)

// nameExternals lets components that are nothing but a reference to another file give their names to what is there, and leaves out
// external schemas that are another name for something with a type.
func (p *Planner) nameExternals() {
	external, wrapped := map[*api.Schema]directions.Component{}, map[*api.Schema]directions.Component{}
	for _, c := range p.catalog.list[p.catalog.local:] {
		external[c.Schema] = c
	}
	for _, c := range p.catalog.list[p.catalog.local:] {
		core, orNull := p.analysis.Peel(c.Schema)
		if _, named := external[core]; !named && orNull && core != c.Schema {
			wrapped[core] = c // null aside, the type is that of a part without a name
		}
	}
	p.catalog.namedBy = map[*api.Schema]*api.Schema{}
	named := map[*api.Schema]bool{} // what has a name of its own
	for _, c := range p.catalog.list {
		named[c.Schema] = true
	}
	for _, c := range p.catalog.list[:p.catalog.local] {
		core, orNull := p.analysis.Peel(c.Schema)
		e, ok := external[core]
		if ok = ok && !orNull; !ok && core.Pos.Elsewhere() {
			e, ok = wrapped[core]
		}
		if ok {
			if rival := p.catalog.namedBy[core]; rival == nil || betterName(p, e, c, rival) {
				p.catalog.namedBy[core] = c.Schema
			}
		}
	}
	kept := p.catalog.list[:p.catalog.local:p.catalog.local]
	for _, c := range p.catalog.list[p.catalog.local:] {
		core, _ := p.analysis.Peel(c.Schema)
		switch {
		case p.catalog.namedBy[c.Schema] != nil, core != c.Schema && (named[core] || p.catalog.namedBy[core] != nil):
			p.catalog.others = append(p.catalog.others, c)
			continue
		case core != c.Schema:
			p.catalog.namedBy[core] = c.Schema
		}
		kept = append(kept, c)
	}
	p.catalog.list = kept
}

// betterName reports whether a component names an external schema better than a rival does: as its file does, else by the least
// pointer, so that the order of the components does not matter.
func betterName(p *Planner, e, c directions.Component, rival *api.Schema) bool {
	want := p.style.Exported(e.Name)
	i := slices.IndexFunc(p.catalog.list, func(c directions.Component) bool { return c.Schema == rival })
	if a, b := p.style.Exported(c.Name) == want, p.style.Exported(p.catalog.list[i].Name) == want; a != b {
		return a
	}
	return p.Pointer(c.Schema) < p.Pointer(rival)
}

// targetPlace names a schema that a reference reaches first. A part of an external schema with a type is named after that type,
// which may have the name of a component.
func (p *Planner) targetPlace(s *api.Schema) Place {
	if !s.Pos.Elsewhere() {
		return p.PointerPlace(s)
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
			return Place{Parent: t, Suffix: suffix}
		}
	}
	return p.PointerPlace(s)
}

// GivesName reports whether a component gives its name to a schema of another file.
func (p *Planner) GivesName(component, core *api.Schema) bool {
	return p.catalog.namedBy[core] == component
}
