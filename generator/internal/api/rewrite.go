package api

// Rewrite returns a copy of s whose subschemas are what child returns for them, and whose references and mappings lead to what
// target returns. The copy shares what is not changed.
func (s *Schema) Rewrite(child, target func(*Schema) *Schema) *Schema {
	w := rewriter{child, target}
	c := *s
	c.Ref = w.ref(s.Ref)
	if s.Core != nil {
		core := *s.Core
		core.DynamicRef, core.Defs = w.ref(core.DynamicRef), w.named(core.Defs)
		c.Core = &core
	}
	if s.Object != nil {
		c.Object = w.object(*s.Object)
	}
	if s.Array != nil {
		a := *s.Array
		a.PrefixItems, a.Items, a.Contains, a.UnevaluatedItems = w.list(a.PrefixItems), w.one(a.Items), w.one(a.Contains), w.one(a.UnevaluatedItems)
		c.Array = &a
	}
	if s.Compose != nil {
		k := *s.Compose
		k.AllOf, k.AnyOf, k.OneOf = w.list(k.AllOf), w.list(k.AnyOf), w.list(k.OneOf)
		k.Not, k.If, k.Then, k.Else = w.one(k.Not), w.one(k.If), w.one(k.Then), w.one(k.Else)
		c.Compose = &k
	}
	if s.OpenAPI != nil && s.OpenAPI.Discriminator != nil {
		o, d := *s.OpenAPI, *s.OpenAPI.Discriminator
		d.Base = w.to(d.Base)
		d.Mapping = make([]MapEntry, len(d.Mapping))
		for i, entry := range s.OpenAPI.Discriminator.Mapping {
			entry.Target = w.to(entry.Target)
			d.Mapping[i] = entry
		}
		if d.DefaultMapping != nil {
			entry := *d.DefaultMapping
			entry.Target = w.to(entry.Target)
			d.DefaultMapping = &entry
		}
		o.Discriminator, c.OpenAPI = &d, &o
	}
	return &c
}

type rewriter struct{ child, target func(*Schema) *Schema }

func (w rewriter) object(o ObjectRules) *ObjectRules {
	o.Properties, o.PatternProperties, o.DependentSchemas = w.named(o.Properties), w.named(o.PatternProperties), w.named(o.DependentSchemas)
	o.AdditionalProperties, o.PropertyNames, o.UnevaluatedProperties = w.one(o.AdditionalProperties), w.one(o.PropertyNames), w.one(o.UnevaluatedProperties)
	return &o
}

func (w rewriter) one(s *Schema) *Schema {
	if s == nil {
		return nil
	}
	return w.child(s)
}

func (w rewriter) to(s *Schema) *Schema {
	if s == nil {
		return nil
	}
	return w.target(s)
}

func (w rewriter) list(list []*Schema) []*Schema {
	if list == nil {
		return nil
	}
	out := make([]*Schema, len(list))
	for i, s := range list {
		out[i] = w.child(s)
	}
	return out
}

func (w rewriter) named(list []Named[*Schema]) []Named[*Schema] {
	if list == nil {
		return nil
	}
	out := make([]Named[*Schema], len(list))
	for i, n := range list {
		n.Value = w.child(n.Value)
		out[i] = n
	}
	return out
}

func (w rewriter) ref(r *Ref) *Ref {
	if r == nil || r.Target == nil {
		return r
	}
	c := *r
	c.Target = w.target(r.Target)
	return &c
}
