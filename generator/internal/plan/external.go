package plan

import (
	"cmp"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// externals returns the schemas of other files that have a name there and that a reference leads to: they have types like
// components. They come in the order of the files, so that the order of the references does not matter.
func (p *planner) externals() (list []component) {
	atTop := map[*api.Schema]bool{}
	for _, n := range p.doc.External.Schemas {
		atTop[n.Value] = true
	}
	seen := map[*api.Schema]bool{}
	for _, s := range p.doc.Schemas {
		for target := range targetsOf(s) {
			if target == nil || seen[target] || !target.Pos.Elsewhere() {
				continue
			}
			seen[target] = true
			if name := externalName(target.Pos, atTop[target]); name != "" {
				list = append(list, component{name: name, schema: target, external: true})
			}
		}
	}
	slices.SortFunc(list, func(a, b component) int {
		x, y := a.schema.Pos, b.schema.Pos
		return cmp.Or(cmp.Compare(x.Relative(), y.Relative()), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column),
			cmp.Compare(x.Key(), y.Key()))
	})
	return list
}

// targetsOf yields the schemas that references of s lead to.
func targetsOf(s *api.Schema) func(yield func(*api.Schema) bool) {
	return func(yield func(*api.Schema) bool) {
		for _, ref := range []*api.Ref{s.Ref, dynamicRef(s)} {
			if ref != nil && !yield(ref.Target) {
				return
			}
		}
		if s.OpenAPI == nil || s.OpenAPI.Discriminator == nil {
			return
		}
		d := s.OpenAPI.Discriminator
		for _, entry := range d.Mapping {
			if !yield(entry.Target) {
				return
			}
		}
		if d.DefaultMapping != nil {
			yield(d.DefaultMapping.Target)
		}
	}
}

// externalName returns what a schema of another file is called there, "" if it is a part of something: common.yaml#/Money is Money,
// pet-owner.yaml is pet-owner. atTop says that no other schema owns it.
func externalName(pos diag.Pos, atTop bool) string {
	at := pos.Path
	if at == nil {
		return pos.File.Stem()
	}
	container := at.Parent
	switch container.Pointer() {
	case "/components/schemas", "/schemas", "/definitions", "/$defs":
		return at.Token
	}
	if atTop && (container == nil || container.Parent == nil) && strings.Trim(at.Token, "0123456789") != "" {
		return at.Token
	}
	return ""
}

// nameExternals lets components that are nothing but a reference to another file give their names to what is there, and leaves out
// external schemas that are another name for something with a type.
func (p *planner) nameExternals() {
	external := map[*api.Schema]component{}
	for _, c := range p.components[p.local:] {
		external[c.schema] = c
	}
	p.namedBy = map[*api.Schema]*api.Schema{}
	named := map[*api.Schema]bool{} // what has a name of its own
	for _, c := range p.components {
		named[c.schema] = true
	}
	for _, c := range p.components[:p.local] {
		core, orNull := p.peel(c.schema)
		if e, ok := external[core]; ok && !orNull {
			if rival := p.namedBy[core]; rival == nil || p.betterName(e, c, rival) {
				p.namedBy[core] = c.schema
			}
		}
	}
	kept := p.components[:p.local:p.local]
	for _, c := range p.components[p.local:] {
		core, _ := p.peel(c.schema)
		switch {
		case p.namedBy[c.schema] != nil, core != c.schema && (named[core] || p.namedBy[core] != nil):
			p.otherNames = append(p.otherNames, c)
			continue
		case core != c.schema:
			p.namedBy[core] = c.schema
		}
		kept = append(kept, c)
	}
	p.components = kept
}

// betterName reports whether a component names an external schema better than a rival does: as its file does, else by the least
// pointer, so that the order of the components does not matter.
func (p *planner) betterName(e, c component, rival *api.Schema) bool {
	want := p.style.Exported(e.name)
	i := slices.IndexFunc(p.components, func(c component) bool { return c.schema == rival })
	if a, b := p.style.Exported(c.name) == want, p.style.Exported(p.components[i].name) == want; a != b {
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
		if t := p.outside[diag.Pos{File: s.Pos.File, Path: at.Parent}.Key()+p.way(s)]; t != nil {
			return place{parent: t, suffix: suffix}
		}
	}
	return p.pointerPlace(s)
}
