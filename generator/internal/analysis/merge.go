package analysis

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Merger joins the parts of an allOf to one object: the properties of all, required if one part requires them. That is exact as
// long as no part looks at members that others describe, so a part may have nothing else; other parts make the whole a rule.
type Merger struct {
	a      *Analysis
	object api.ObjectRules
	Parts  []*api.Schema // whose keywords are in object
	depth  int
}

// Mergeable are the keywords that a part may have; additionalProperties only if it says that all are allowed.
var Mergeable = KeywordsOf(api.KwType, api.KwProperties, api.KwRequired, api.KwAllOf, api.KwRef, api.KwAdditionalProperties)

// besideMerge are the keywords that the schema itself may have: some are left to its rule.
var besideMerge = func() Keywords {
	set := Mergeable
	set.Add(api.KwMinProperties, api.KwMaxProperties, api.KwPropertyNames, api.KwDependentRequired, api.KwDependentSchemas,
		api.KwUnevaluatedProperties, api.KwNot, api.KwIf, api.KwThen, api.KwElse)
	return set
}()

// Merged returns the parts of s as one object, nil if s has no allOf or cannot be merged.
func (a *Analysis) Merged(s *api.Schema) *Merger {
	if s.Form != api.FormObject || s.Ref == nil && (s.Compose == nil || s.Compose.AllOf == nil) {
		return nil
	}
	if m, known := a.memo.merges[s]; known {
		return m
	}
	a.memo.merges[s] = nil // a circle of parts is none
	m := &Merger{a: a}
	if !mayGather(a) || !m.add(s) || len(m.object.Properties) == 0 || !a.gather(s, len(m.object.Properties)) {
		return nil
	}
	a.memo.merges[s] = m
	return m
}

// add takes over one part, and reports whether that was possible.
func (m *Merger) add(s *api.Schema) bool {
	m.depth++
	defer func() { m.depth-- }()
	s, _ = m.a.Peel(s)
	if slices.Contains(m.Parts, s) {
		return true
	}
	allowed := Mergeable
	if len(m.Parts) == 0 {
		allowed = besideMerge
	}
	if m.depth > 20 || s.Form != api.FormObject || Asserted(s).Minus(m.a.Idle(s)).Minus(allowed) != (Keywords{}) {
		return false
	}
	if s.Types != nil && m.a.Kinds(s)&^KindNull != KindObject {
		return false
	}
	m.Parts = append(m.Parts, s)
	if s.Ref != nil && (s.Ref.Target == nil || !m.a.resources.plain(s, s.Ref.Target) || !m.add(s.Ref.Target)) {
		return false
	}
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			if !m.add(part) {
				return false
			}
		}
	}
	return s.Object == nil || m.members(s.Object)
}

// members adds what one part says about the members of an object.
func (m *Merger) members(o *api.ObjectRules) bool {
	if more := o.AdditionalProperties; more != nil {
		if !saysNothing(more) {
			return false
		}
		m.object.AdditionalProperties = more
	}
	for _, property := range o.Properties {
		if !m.property(property) {
			return false
		}
	}
	m.object.Required = append(m.object.Required, o.Required...)
	return true
}

// saysNothing reports whether all values satisfy a schema, because it has no keyword that one could break.
func saysNothing(s *api.Schema) bool {
	return s.Form == api.FormTrue || s.Form == api.FormObject && Asserted(s) == (Keywords{})
}

// property adds a property. Of two descriptions one must be narrower than the other: it is what both say.
func (m *Merger) property(property api.Named[*api.Schema]) bool {
	i := slices.IndexFunc(m.object.Properties, func(p api.Named[*api.Schema]) bool { return p.Name == property.Name })
	if i < 0 {
		m.object.Properties = append(m.object.Properties, property)
		return true
	}
	other := &m.object.Properties[i]
	switch {
	case m.a.Narrower(other.Value, property.Value):
		return true
	case m.a.Narrower(property.Value, other.Value):
		*other = property
		return true
	}
	return false
}

// Equal reports whether two schemas say the same in the same words.
func (a *Analysis) Equal(s, other *api.Schema) bool { return a.sums.Sum(s) == a.sums.Sum(other) }

// ObjectOf returns the object keywords of a struct: its own, or those of all parts.
func (a *Analysis) ObjectOf(s *api.Schema) *api.ObjectRules {
	if m := a.Merged(s); m != nil {
		return &m.object
	}
	if s.Object == nil {
		return &api.ObjectRules{}
	}
	return s.Object
}

// IsTarget reports whether a reference leads to s.
func (a *Analysis) IsTarget(s *api.Schema) bool {
	if a.targets == nil {
		a.targets = map[*api.Schema]bool{}
		for _, other := range a.schemas {
			if other.Ref != nil && other.Ref.Target != nil {
				a.targets[other.Ref.Target] = true
			}
		}
	}
	return a.targets[s]
}
