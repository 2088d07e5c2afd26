package directions

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// Form returns what a schema of the document is as the type of a value in a direction.
func (d *Directions) Form(s *api.Schema, way Direction) *api.Schema {
	return d.form(d.bases.Value(s), way)
}

// form returns what s is in a direction. Where no operation uses a schema, it leads to the forms that have the names.
func (d *Directions) form(s *api.Schema, way Direction) *api.Schema {
	return d.formWithout(s, way, nil)
}

// formWithout also drops what is required of names that a schema around s, for the same value, has lost.
func (d *Directions) formWithout(s *api.Schema, way Direction, lost []string) *api.Schema {
	if known := d.forms[s][way]; known != nil {
		return known
	}
	if !d.changes(s, way) && !requiresAny(s, lost) {
		return s
	}
	c := new(api.Schema)
	d.setForm(s, way, c) // for recursion
	own := append(slices.Clone(lost), d.lostNames(s, way, map[*api.Schema]bool{})...)
	inPlace := map[*api.Schema]bool{}
	if k := s.Compose; k != nil {
		for _, part := range slices.Concat(k.AllOf, k.AnyOf, k.OneOf, []*api.Schema{k.If, k.Then, k.Else}) {
			inPlace[part] = true
		}
	}
	*c = *s.Rewrite(func(inner *api.Schema) *api.Schema {
		if inPlace[inner] {
			return d.formWithout(inner, way, own)
		}
		return d.form(inner, way)
	}, func(target *api.Schema) *api.Schema {
		if way == Neither {
			return d.form(target, d.main(target))
		}
		return d.form(target, way)
	})
	if c.Object != nil {
		c.Object.Properties = slices.DeleteFunc(c.Object.Properties, func(n api.Named[*api.Schema]) bool {
			original, _ := api.Find(s.Object.Properties, n.Name)
			return d.IsDropped(original, way)
		})
		c.Object.Required = slices.DeleteFunc(slices.Clone(c.Object.Required), func(r api.Required) bool { return slices.Contains(own, r.Name) })
	}
	c.ID = api.SchemaID(len(d.Schemas))
	d.Schemas = append(d.Schemas, c)
	d.made[c] = madeOf{s, way}
	return c
}

func (d *Directions) setForm(s *api.Schema, way Direction, c *api.Schema) {
	forms := d.forms[s]
	forms[way] = c
	d.forms[s] = forms
}

// Changes reports whether a schema of the document has another form in a direction.
func (d *Directions) Changes(s *api.Schema, way Direction) bool {
	return d.changes(d.bases.Value(s), way)
}

// changes reports whether a schema has another form in a direction. Where no operation uses it, it has one if it leads to a
// component that has.
func (d *Directions) changes(s *api.Schema, way Direction) bool {
	if way != Neither {
		return d.loses[s][way]
	}
	return d.loses[s][Received] || d.loses[s][Sent]
}

// lostNames returns the names of members that s, and what it applies to the same value, loses.
func (d *Directions) lostNames(s *api.Schema, way Direction, seen map[*api.Schema]bool) (names []string) {
	if seen[s] || !d.loses[s][way] {
		return nil
	}
	seen[s] = true
	if s.Object != nil {
		for _, property := range s.Object.Properties {
			if d.IsDropped(property.Value, way) {
				names = append(names, property.Name)
			}
		}
	}
	if s.Ref != nil && s.Ref.Target != nil {
		names = append(names, d.lostNames(s.Ref.Target, way, seen)...)
	}
	if s.Compose != nil {
		for _, part := range slices.Concat(s.Compose.AllOf, s.Compose.AnyOf, s.Compose.OneOf) {
			names = append(names, d.lostNames(part, way, seen)...)
		}
	}
	return names
}

// requiresAny reports whether s, or what it applies to the same value in place, requires one of some names.
func requiresAny(s *api.Schema, names []string) bool {
	if s == nil || len(names) == 0 {
		return false
	}
	if s.Object != nil && slices.ContainsFunc(s.Object.Required, func(r api.Required) bool { return slices.Contains(names, r.Name) }) {
		return true
	}
	k := s.Compose
	return k != nil && slices.ContainsFunc(slices.Concat(k.AllOf, k.AnyOf, k.OneOf, []*api.Schema{k.If, k.Then, k.Else}), func(part *api.Schema) bool {
		return requiresAny(part, names)
	})
}
