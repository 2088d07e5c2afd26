package sets

import (
	"github.com/oas2go/oas2go/generator/internal/api"
)

// checkUnevaluated judges the parts of a value that no other keyword of a schema that the value is in evaluates.
func (s *Solver) checkUnevaluated(schema *api.Schema, v api.Value, depth int) Status {
	status := Inhabited
	switch v := v.(type) {
	case api.Object:
		if schema.Object == nil || schema.Object.UnevaluatedProperties == nil {
			return status
		}
		for _, m := range v {
			done := s.evaluated(s.bareOf(schema), v, place{name: m.Name}, depth)
			status = both(status, either(done, s.check(schema.Object.UnevaluatedProperties, m.Value, depth+1)))
		}
	case api.Array:
		if schema.Array == nil || schema.Array.UnevaluatedItems == nil {
			return status
		}
		for i, item := range v {
			done := s.evaluated(s.bareOf(schema), v, place{index: i, item: item}, depth)
			status = both(status, either(done, s.check(schema.Array.UnevaluatedItems, item, depth+1)))
		}
	}
	return status
}

func either(a, b Status) Status {
	if a == Inhabited || b == Inhabited {
		return Inhabited
	}
	if a == Empty && b == Empty {
		return Empty
	}
	return Unknown
}

// A place is a member or an item.
type place struct {
	name  string
	index int
	item  api.Value // nil for a member
}

// evaluated says whether a schema that a value is in evaluates a part of it.
func (s *Solver) evaluated(schema *api.Schema, v api.Value, at place, depth int) Status {
	if schema.Form != api.FormObject {
		return Empty
	}
	if depth > maxNesting {
		return Unknown
	}
	status := s.evaluatedHere(schema, at, depth)
	also := func(part *api.Schema, holds Status) {
		if part != nil && status != Inhabited && holds != Empty {
			is := s.evaluated(part, v, at, depth+1)
			if holds == Unknown && is == Inhabited {
				is = Unknown
			}
			status = either(status, is)
		}
	}
	for _, ref := range refs(schema) {
		holds := Inhabited
		if ref.Dynamic && s.classes.Moves(ref) {
			holds = Unknown
			status = either(status, Unknown)
		}
		also(ref.Target, holds)
	}
	if schema.Object != nil && at.item == nil {
		for _, d := range schema.Object.DependentSchemas {
			if _, there := v.(api.Object).Get(d.Name); there {
				also(d.Value, Inhabited)
			}
		}
	}
	k := schema.Compose
	if k == nil {
		return status
	}
	for _, part := range k.AllOf {
		also(part, Inhabited)
	}
	for _, list := range [][]*api.Schema{k.AnyOf, k.OneOf} {
		for _, part := range list {
			if status != Inhabited {
				also(part, s.check(part, v, depth+1))
			}
		}
	}
	if k.If != nil {
		holds := s.check(k.If, v, depth+1)
		also(k.If, holds)
		also(k.Then, holds)
		also(k.Else, negate(holds))
	}
	return status
}

func negate(s Status) Status {
	if s == Unknown {
		return s
	}
	return Inhabited + Empty - s
}

// evaluatedHere says whether the keywords of a schema itself evaluate a part.
func (s *Solver) evaluatedHere(schema *api.Schema, at place, depth int) Status {
	if at.item == nil {
		o := schema.Object
		if o == nil {
			return Empty
		}
		if o.AdditionalProperties != nil || o.UnevaluatedProperties != nil {
			return Inhabited
		}
		status := Empty
		for _, p := range s.parts(schema) {
			status = either(status, p.scope.has(s, at.name))
		}
		return status
	}
	a := schema.Array
	switch {
	case a == nil:
		return Empty
	case a.Items != nil || a.UnevaluatedItems != nil || at.index < len(a.PrefixItems):
		return Inhabited
	case a.Contains != nil:
		return s.check(a.Contains, at.item, depth+1)
	}
	return Empty
}
