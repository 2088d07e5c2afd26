package hierarchy

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// makeForms makes all forms, in the order of the document, whoever asks for them first.
func (h *Hierarchy) makeForms() {
	for _, s := range h.in.Schemas {
		h.form(place{s, value})
		h.form(place{s, part})
	}
}

// form returns what a schema is at a place.
func (h *Hierarchy) form(p place) *api.Schema {
	if p.as == value && !h.twofold[p.schema] {
		p.as = part
	}
	if !h.changed[p] {
		return p.schema
	}
	if known := h.forms[p]; known != nil {
		return known
	}
	if p.as == value && h.isUnion(p.schema) {
		return h.union(p.schema)
	}
	c := h.made(p.schema)
	h.forms[p] = c // for recursion
	id := c.ID
	from := p
	if h.values[p.schema] || p.as == value && h.isVariant(p.schema) {
		from.schema = withoutWrappers(p.schema)
	}
	*c = *h.rewrite(from)
	if from != p { // an heir without members of its own has those of its base
		h.adjust(c, place{from.schema, part})
	}
	c.ID = id
	h.adjust(c, p)
	return c
}

// made returns a new schema that is made of another.
func (h *Hierarchy) made(origin *api.Schema) *api.Schema {
	c := &api.Schema{ID: api.SchemaID(len(h.Schemas)), Pos: origin.Pos}
	h.Schemas = append(h.Schemas, c)
	h.origins[c] = origin
	return c
}

// rewrite returns a copy of a schema whose references and subschemas are forms.
func (h *Hierarchy) rewrite(p place) *api.Schema {
	roles := map[*api.Schema]role{}
	for c := range p.schema.Children() {
		roles[c.Schema] = h.roleOf(p, c)
	}
	c := p.schema.Rewrite(func(inner *api.Schema) *api.Schema { return h.form(place{inner, roles[inner]}) }, func(target *api.Schema) *api.Schema {
		return h.form(place{target, targetRole(p)})
	})
	if c.OpenAPI != nil && c.OpenAPI.Discriminator != nil {
		for i, entry := range p.schema.OpenAPI.Discriminator.Mapping {
			if target := resolve(entry.Target); target != nil && (h.heirs[target] != nil || h.bases[target] != nil) {
				c.OpenAPI.Discriminator.Mapping[i].Target = h.leaf(target)
			}
		}
	}
	return c
}

// adjust makes the copy of a base or of an heir what it is in a hierarchy.
func (h *Hierarchy) adjust(c *api.Schema, p place) {
	s := p.schema
	isSelf := h.values[s] && p.as == h.selfRole()
	isHeir := h.heirs[s] != nil && p.as == value
	if (h.opened[s] || isSelf) && analysis.NamesAll(c.Object) {
		c.Object.AdditionalProperties = nil
	}
	if isSelf && c.OpenAPI != nil {
		rules := *c.OpenAPI
		rules.Discriminator = nil // the union has it
		c.OpenAPI = &rules
	}
	if (isSelf || isHeir && h.isVariant(s)) && !isObject(s, 0) {
		c.Types = []api.Type{api.TypeObject}
	}
	if isSelf {
		h.describe(c, s, h.bases[s].discriminator.PropertyName)
	} else if isHeir {
		h.describe(c, s, h.heirs[s].tag)
	}
	c.Pos, c.Extensions, c.Marks = s.Pos, s.Extensions, s.Marks
	if s.Meta != nil {
		c.Meta = s.Meta
	}
	if isHeir && h.heirs[s].closed && !h.values[s] {
		h.closeWhole(c)
	}
}

// isVariant reports whether a schema is an heir of a base that is the type of a value.
func (h *Hierarchy) isVariant(s *api.Schema) bool { return h.heirs[s] != nil && h.heirs[s].tag != "" }

// describe gives the copy of a schema the property that tells heirs apart, where the document takes it for granted.
func (h *Hierarchy) describe(c, s *api.Schema, name string) {
	if name == "" || h.describes(s, name) {
		return
	}
	text := h.made(s)
	text.Synth, text.Types = true, []api.Type{api.TypeString}
	rules := api.ObjectRules{}
	if c.Object != nil {
		rules = *c.Object
	}
	rules.Properties = append(slices.Clip(rules.Properties), api.Named[*api.Schema]{Name: name, Pos: s.Pos, Value: text})
	c.Object = &rules
}

// describes reports whether a schema, or what it extends, says something about a property.
func (h *Hierarchy) describes(s *api.Schema, name string) bool {
	return slices.ContainsFunc(append([]*api.Schema{s}, h.ancestors(s)...), func(m *api.Schema) bool {
		if b := h.bases[m]; m != s && b != nil && b.discriminator.PropertyName == name && h.values[m] {
			return true // it is made to
		}
		return slices.ContainsFunc(inline(m), func(p *api.Schema) bool {
			if p.Object == nil {
				return false
			}
			_, found := api.Find(p.Object.Properties, name)
			return found
		})
	})
}

// withoutWrappers follows components that are nothing but another one under a name of their own.
func withoutWrappers(s *api.Schema) *api.Schema {
	for range 100 {
		only := onlyPart(s)
		if only == nil || !isBare(only) || resolve(only) == nil {
			return s
		}
		s = resolve(only)
	}
	return s
}

// isObject reports whether a schema says that its values are objects.
func isObject(s *api.Schema, depth int) bool {
	if s == nil || depth > 100 || s.Form != api.FormObject {
		return false
	}
	if s.Types != nil {
		return !slices.ContainsFunc(s.Types, func(t api.Type) bool { return t != api.TypeObject && t != api.TypeNull })
	}
	if s.Ref != nil && !s.Ref.Dynamic && isObject(s.Ref.Target, depth+1) {
		return true
	}
	if s.Compose == nil {
		return false
	}
	all := func(list []*api.Schema) bool {
		return len(list) > 0 && !slices.ContainsFunc(list, func(p *api.Schema) bool { return !isObject(p, depth+1) && !analysis.OnlyNull(p) })
	}
	return all(s.Compose.OneOf) || all(s.Compose.AnyOf) || slices.ContainsFunc(s.Compose.AllOf, func(p *api.Schema) bool { return isObject(p, depth+1) })
}
