package judge

import (
	"github.com/oas2go/oas2go/generator/internal/api"
)

// checkUnevaluated judges the parts of a value that no other keyword of a schema that the value is in evaluates.
func (s *Judge) checkUnevaluated(schema *api.Schema, v api.Value, depth int) Status {
	status := Yes
	switch v := v.(type) {
	case api.Object:
		if schema.Object == nil || schema.Object.UnevaluatedProperties == nil {
			return status
		}
		for _, m := range v {
			done := s.evaluated(s.BareOf(schema), v, place{name: m.Name}, depth)
			status = Both(status, Either(done, s.check(schema.Object.UnevaluatedProperties, m.Value, depth+1)))
		}
	case api.Array:
		if schema.Array == nil || schema.Array.UnevaluatedItems == nil {
			return status
		}
		for i, item := range v {
			done := s.evaluated(s.BareOf(schema), v, place{index: i, item: item}, depth)
			status = Both(status, Either(done, s.check(schema.Array.UnevaluatedItems, item, depth+1)))
		}
	}
	return status
}

// A place is a member or an item.
type place struct {
	name  string
	index int
	item  api.Value // nil for a member
}

// evaluated says whether a schema that a value is in evaluates a part of it.
func (s *Judge) evaluated(schema *api.Schema, v api.Value, at place, depth int) Status {
	if schema.Form != api.FormObject {
		return No
	}
	if depth > maxNesting {
		return Unknown
	}
	status := s.evaluatedHere(schema, at, depth)
	also := func(part *api.Schema, holds Status) {
		if part != nil && status != Yes && holds != No {
			is := s.evaluated(part, v, at, depth+1)
			if holds == Unknown && is == Yes {
				is = Unknown
			}
			status = Either(status, is)
		}
	}
	for _, ref := range Refs(schema) {
		holds := Yes
		if ref.Dynamic && s.classes.Moves(ref) {
			holds = Unknown
			status = Either(status, Unknown)
		}
		also(ref.Target, holds)
	}
	if schema.Object != nil && at.item == nil {
		for _, d := range schema.Object.DependentSchemas {
			if _, there := v.(api.Object).Get(d.Name); there {
				also(d.Value, Yes)
			}
		}
	}
	k := schema.Compose
	if k == nil {
		return status
	}
	for _, part := range k.AllOf {
		also(part, Yes)
	}
	for _, list := range [][]*api.Schema{k.AnyOf, k.OneOf} {
		for _, part := range list {
			if status != Yes {
				also(part, s.check(part, v, depth+1))
			}
		}
	}
	if k.If != nil {
		holds := s.check(k.If, v, depth+1)
		also(k.If, holds)
		also(k.Then, holds)
		also(k.Else, Negate(holds))
	}
	return status
}

// evaluatedHere says whether the keywords of a schema itself evaluate a part.
func (s *Judge) evaluatedHere(schema *api.Schema, at place, depth int) Status {
	if at.item == nil {
		o := schema.Object
		if o == nil {
			return No
		}
		if o.AdditionalProperties != nil || o.UnevaluatedProperties != nil {
			return Yes
		}
		status := No
		for _, p := range s.Parts(schema) {
			status = Either(status, p.Scope.Has(s, at.name))
		}
		return status
	}
	a := schema.Array
	switch {
	case a == nil:
		return No
	case a.Items != nil || a.UnevaluatedItems != nil || at.index < len(a.PrefixItems):
		return Yes
	case a.Contains != nil:
		return s.check(a.Contains, at.item, depth+1)
	}
	return No
}

// BareOf returns a schema without unevaluatedProperties and unevaluatedItems.
func (s *Judge) BareOf(schema *api.Schema) *api.Schema {
	if bare, known := s.bare[schema]; known {
		return bare
	}
	c := *schema
	if schema.Object != nil {
		o := *schema.Object
		o.UnevaluatedProperties = nil
		c.Object = &o
	}
	if schema.Array != nil {
		a := *schema.Array
		a.UnevaluatedItems = nil
		c.Array = &a
	}
	s.bare[schema] = &c
	return &c
}
