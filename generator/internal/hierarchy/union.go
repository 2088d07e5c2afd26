package hierarchy

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// union returns what a base is as the type of a value: its heirs, and itself for every tag that is no other's.
func (h *Hierarchy) union(s *api.Schema) *api.Schema {
	u := h.made(s)
	h.forms[place{s, value}] = u // for recursion
	u.Meta, u.Extensions = s.Meta, s.Extensions
	u.Marks = slices.DeleteFunc(slices.Clone(s.Marks), func(m api.Mark) bool { return m.Keyword != api.KwDiscriminator })
	self := h.form(place{s, part})
	u.Compose = &api.Composition{}
	for _, child := range h.bases[s].heirs {
		u.Compose.AnyOf = append(u.Compose.AnyOf, h.reference(child, h.leaf(child)))
	}
	u.Compose.AnyOf = append(u.Compose.AnyOf, h.reference(s, self))
	u.OpenAPI = &api.OpenAPIRules{Discriminator: h.tags(s, self)}
	return u
}

// leaf returns what a base or an heir is as a variant: a struct, also where it is a union by itself.
func (h *Hierarchy) leaf(s *api.Schema) *api.Schema {
	if h.isUnion(s) {
		return h.form(place{s, part})
	}
	return h.form(place{s, value})
}

func (h *Hierarchy) reference(origin, target *api.Schema) *api.Schema {
	r := h.made(origin)
	r.Synth = true
	r.Ref = &api.Ref{Pos: origin.Pos, Target: target}
	return r
}

// tags returns the discriminator of a union, with the values of all mappings of the hierarchy. Those that lead to no heir of this
// base are there too, and the names of such components, with a target that is no alternative.
func (h *Hierarchy) tags(s, self *api.Schema) *api.Discriminator {
	b := h.bases[s]
	d := &api.Discriminator{
		Pos: b.discriminator.Pos, PropertyName: b.discriminator.PropertyName, Extensions: b.discriminator.Extensions,
		DefaultMapping: &api.MapEntry{Pos: b.discriminator.Pos, Target: self}, Base: self,
	}
	if own := b.discriminator.DefaultMapping; own != nil && resolve(own.Target) != nil {
		entry := *own
		entry.Target = h.leaf(resolve(own.Target))
		d.DefaultMapping = &entry
	}
	seen := map[string]bool{}
	add := func(entry api.MapEntry, target *api.Schema) {
		if target == nil || seen[entry.Value] {
			return
		}
		seen[entry.Value] = true
		entry.Target = h.leaf(target)
		if target == s {
			entry.Target = self
		}
		d.Mapping = append(d.Mapping, entry)
	}
	members := h.relatives(s)
	near := len(b.heirs) + 1
	for _, m := range members {
		if own := h.own(m); own != nil && own.PropertyName == d.PropertyName {
			for _, entry := range own.Mapping {
				add(entry, resolve(entry.Target))
			}
		}
	}
	for i, m := range members {
		if i > 0 && i < near || i == 0 && h.heirs[s] == nil {
			continue // the names of alternatives lead to them as everywhere; what a base of all is called is no tag
		}
		if i, named := h.named[m]; named {
			add(api.MapEntry{Pos: m.Pos, Value: h.in.Named[i].Name}, m)
		}
	}
	return d
}

// relatives returns a base, its heirs, and then all of the hierarchies that it belongs to.
func (h *Hierarchy) relatives(s *api.Schema) []*api.Schema {
	list := append([]*api.Schema{s}, h.bases[s].heirs...)
	property := h.bases[s].discriminator.PropertyName
	for _, target := range h.ancestors(s) {
		b := h.bases[target]
		if b == nil || b.discriminator.PropertyName != property {
			continue
		}
		for _, m := range append([]*api.Schema{target}, b.heirs...) {
			if !slices.Contains(list, m) {
				list = append(list, m)
			}
		}
	}
	return list
}

// closeWhole makes a schema refuse members that none of its parts describes.
func (h *Hierarchy) closeWhole(c *api.Schema) {
	rules := api.ObjectRules{}
	if c.Object != nil {
		rules = *c.Object
	}
	if rules.UnevaluatedProperties == nil {
		never := h.made(h.origins[c])
		never.Form, never.Synth = api.FormFalse, true
		rules.UnevaluatedProperties = never
		c.Object = &rules
	}
}
