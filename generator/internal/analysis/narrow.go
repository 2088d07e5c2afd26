package analysis

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// Narrower reports whether each value of s is valid for t too. It is sound, not complete: false means only that nobody can see it.
func (a *Analysis) Narrower(s, t *api.Schema) bool {
	const enough = 2000
	n := narrowing{Analysis: a, steps: enough}
	return n.implies(s, t, 0)
}

// Repeats reports whether the allOf of s says nothing that its other keywords do not say. It is sound, not complete.
func (a *Analysis) Repeats(s *api.Schema) bool {
	if s.Compose == nil || s.Compose.AllOf == nil {
		return false
	}
	own, others := *s, *s.Compose
	others.AllOf = nil
	own.Compose = &others
	return !slices.ContainsFunc(s.Compose.AllOf, func(part *api.Schema) bool { return !a.Narrower(&own, part) })
}

// A narrowing compares two schemas. It gives up after many steps: schemas lead to schemas without end.
type narrowing struct {
	*Analysis
	steps int
}

func (n *narrowing) implies(s, t *api.Schema, depth int) bool {
	const deepest = 20
	n.steps--
	switch {
	case n.steps < 0 || depth > deepest:
		return false
	case s == t || saysNothing(t) || n.Equal(s, t):
		return true
	case s.Form != api.FormObject || t.Form != api.FormObject || n.TakesNull(s) && !n.TakesNull(t):
		return false
	}
	s, _ = n.Peel(s)
	t, _ = n.Peel(t)
	if s == t || n.Equal(s, t) {
		return true
	}
	f := facts{narrowing: n, s: s, depth: depth + 1, kinds: n.Kinds(s) &^ KindNull}
	f.add(s)
	return f.all(t) || f.alternatives(t)
}

// facts are the schemas that each value of s satisfies.
type facts struct {
	*narrowing
	s     *api.Schema
	kinds KindSet // of s, null aside
	list  []*api.Schema
	depth int
}

func (f *facts) add(s *api.Schema) {
	const most = 50
	if s.Form != api.FormObject || len(f.list) >= most || slices.Contains(f.list, s) {
		return
	}
	f.list = append(f.list, s)
	if s.Ref != nil && !s.Ref.Dynamic && s.Ref.Target != nil && f.resources.plain(s, s.Ref.Target) {
		f.add(s.Ref.Target)
	}
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			f.add(part)
		}
	}
}

// alternatives reports whether t holds for each alternative of s.
func (f *facts) alternatives(t *api.Schema) bool {
	c := f.s.Compose
	if c == nil || c.AnyOf == nil && c.OneOf == nil {
		return false
	}
	list := c.AnyOf
	if list == nil {
		list = c.OneOf
	}
	return !slices.ContainsFunc(list, func(one *api.Schema) bool { return !OnlyNull(one) && !f.implies(one, t, f.depth) })
}

// all reports whether each keyword of t follows.
func (f *facts) all(t *api.Schema) bool {
	set := Asserted(t)
	for _, kinds := range forKinds {
		if f.kinds&kinds.kinds == 0 {
			set = set.Minus(kinds.keywords)
		}
	}
	if slices.Contains(f.list, t) {
		return true
	}
	for _, k := range set.List() {
		if !f.keyword(k, t) {
			return false
		}
	}
	return true
}

func (f *facts) keyword(k api.Keyword, t *api.Schema) bool {
	switch k {
	case api.KwType:
		own := &api.Schema{Types: t.Types}
		return f.kinds&^ownKinds(own) == 0
	case api.KwRef:
		return t.Ref.Target != nil && f.resources.plain(t, t.Ref.Target) && f.implies(f.s, t.Ref.Target, f.depth)
	case api.KwAllOf:
		return !slices.ContainsFunc(t.Compose.AllOf, func(part *api.Schema) bool { return !f.implies(f.s, part, f.depth) })
	case api.KwAnyOf:
		return slices.ContainsFunc(t.Compose.AnyOf, func(one *api.Schema) bool { return f.implies(f.s, one, f.depth) })
	case api.KwProperties, api.KwRequired, api.KwAdditionalProperties:
		return f.members(k, t.Object)
	case api.KwItems:
		return t.Array.PrefixItems == nil && f.any(func(s *api.Schema) bool {
			return s.Array != nil && s.Array.PrefixItems == nil && s.Array.Items != nil && f.implies(s.Array.Items, t.Array.Items, f.depth)
		})
	}
	return f.values(k, t) || f.any(func(s *api.Schema) bool { return asStrict(k, s, t) })
}

func (f *facts) any(holds func(s *api.Schema) bool) bool { return slices.ContainsFunc(f.list, holds) }

// values reports whether s lists its values, and no one breaks a keyword of a scalar.
func (f *facts) values(k api.Keyword, t *api.Schema) bool {
	switch k {
	case api.KwEnum, api.KwConst, api.KwMinLength, api.KwMaxLength, api.KwPattern,
		api.KwMinimum, api.KwMaximum, api.KwExclusiveMinimum, api.KwExclusiveMaximum:
	default:
		return false
	}
	return f.any(func(s *api.Schema) bool {
		list := s.Enum
		if s.Const != nil {
			list = []api.Literal{*s.Const}
		}
		return len(list) > 0 && !slices.ContainsFunc(list, func(l api.Literal) bool { return kindOfValue(l.Value) != KindNull && !f.allows(t, l.Value) })
	})
}

// allows reports whether the keywords of a scalar allow a value.
func (f *facts) allows(t *api.Schema, v api.Value) bool {
	same := func(l api.Literal) bool { return api.Equal(l.Value, v) }
	if t.Enum != nil && !slices.ContainsFunc(t.Enum, same) || t.Const != nil && !same(*t.Const) {
		return false
	}
	if t.String != nil && t.String.Pattern != nil && matcher(f.Analysis, *t.String.Pattern) == nil {
		return false
	}
	return f.Forbids(t, v) == api.KwUnknown
}

// members compares what is said about the members of an object.
func (f *facts) members(k api.Keyword, t *api.ObjectRules) bool {
	object := func(holds func(o *api.ObjectRules) bool) bool {
		return f.any(func(s *api.Schema) bool { return s.Object != nil && holds(s.Object) })
	}
	switch k {
	case api.KwRequired:
		return !slices.ContainsFunc(t.Required, func(r api.Required) bool {
			return !object(func(o *api.ObjectRules) bool { return isRequired(o, r.Name) })
		})
	case api.KwProperties:
		return !slices.ContainsFunc(t.Properties, func(p api.Named[*api.Schema]) bool {
			return !saysNothing(p.Value) && !object(func(o *api.ObjectRules) bool { return f.member(o, p) })
		})
	}
	return saysNothing(t.AdditionalProperties) || len(t.Properties) == 0 && t.PatternProperties == nil && object(func(o *api.ObjectRules) bool {
		return len(o.Properties) == 0 && o.PatternProperties == nil && o.AdditionalProperties != nil &&
			f.implies(o.AdditionalProperties, t.AdditionalProperties, f.depth)
	})
}

// member reports whether an object has a property only as p describes it.
func (f *facts) member(o *api.ObjectRules, p api.Named[*api.Schema]) bool {
	own, ok := api.Find(o.Properties, p.Name)
	if !ok {
		return NamesAll(o)
	}
	return f.implies(own, p.Value, f.depth)
}

// asStrict reports whether a keyword of s asks for as much as that of t.
func asStrict(k api.Keyword, s, t *api.Schema) bool {
	least := func(own, other *api.Number) bool { return own != nil && own.Cmp(*other) >= 0 }
	most := func(own, other *api.Number) bool { return own != nil && own.Cmp(*other) <= 0 }
	switch k {
	case api.KwFormat:
		return s.Format == t.Format
	case api.KwMinLength, api.KwMaxLength, api.KwPattern:
		return s.String != nil && (k == api.KwMinLength && least(s.String.MinLength, t.String.MinLength) ||
			k == api.KwMaxLength && most(s.String.MaxLength, t.String.MaxLength) ||
			k == api.KwPattern && s.String.Pattern != nil && *s.String.Pattern == *t.String.Pattern)
	case api.KwMinimum, api.KwMaximum, api.KwExclusiveMinimum, api.KwExclusiveMaximum:
		return s.Number != nil && (k == api.KwMinimum && (least(s.Number.Minimum, t.Number.Minimum) || least(s.Number.ExclusiveMinimum, t.Number.Minimum)) ||
			k == api.KwMaximum && (most(s.Number.Maximum, t.Number.Maximum) || most(s.Number.ExclusiveMaximum, t.Number.Maximum)) ||
			k == api.KwExclusiveMinimum && least(s.Number.ExclusiveMinimum, t.Number.ExclusiveMinimum) ||
			k == api.KwExclusiveMaximum && most(s.Number.ExclusiveMaximum, t.Number.ExclusiveMaximum))
	case api.KwMinItems, api.KwMaxItems, api.KwUniqueItems:
		return s.Array != nil && (k == api.KwMinItems && least(s.Array.MinItems, t.Array.MinItems) ||
			k == api.KwMaxItems && most(s.Array.MaxItems, t.Array.MaxItems) || k == api.KwUniqueItems && s.Array.UniqueItems)
	case api.KwMinProperties, api.KwMaxProperties:
		return s.Object != nil && (k == api.KwMinProperties && least(s.Object.MinProperties, t.Object.MinProperties) ||
			k == api.KwMaxProperties && most(s.Object.MaxProperties, t.Object.MaxProperties))
	}
	return false
}

// tighter reports whether the Go type for s holds less than that for t, where both describe the same value. Where neither is narrower
// they are compared by kinds of values, then by how much is known of them.
func (a *Analysis) tighter(s, t *api.Schema) bool {
	if a.Narrower(t, s) {
		return false
	}
	kinds, others := a.Kinds(s)&^KindNull, a.Kinds(t)&^KindNull
	switch {
	case a.Narrower(s, t):
		return true
	case kinds != others:
		return kinds&^others == 0
	}
	return known(a, s) > known(a, t)
}

// known counts what a Go type can show of a schema: values of an enum, members of an object, items of a list.
func known(a *Analysis, s *api.Schema) int {
	core, _ := a.Peel(s)
	items, _ := a.ItemsOf(core)
	switch {
	case core.Form != api.FormObject:
	case core.Const != nil || a.Enumeration(core) != nil || a.Choice(core) != nil || len(a.View(core).Sights) > 0:
		return 2
	case core.Format != "" || items != nil && !saysNothing(items):
		return 1
	}
	return 0
}
