package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A merger joins the parts of an allOf to one object: the properties of all, required if one part requires them. That is exact as
// long as no part looks at members that others describe, so a part may have nothing else; other parts make the whole a rule.
type merger struct {
	p      *planner
	object api.ObjectRules
	parts  []*api.Schema // whose keywords are in object
	depth  int
}

// mergeable are the keywords that a part may have.
var mergeable = setOf(api.KwType, api.KwProperties, api.KwRequired, api.KwAllOf, api.KwRef)

// besideMerge are the keywords that the schema itself may have: some are left to its rule.
var besideMerge = func() keywordSet {
	set := mergeable
	set.add(api.KwMinProperties, api.KwMaxProperties, api.KwPropertyNames, api.KwDependentRequired, api.KwDependentSchemas,
		api.KwUnevaluatedProperties, api.KwNot, api.KwIf, api.KwThen, api.KwElse)
	return set
}()

// merged returns the parts of s as one object, nil if s has no allOf or cannot be merged.
func (p *planner) merged(s *api.Schema) *merger {
	if s.Form != api.FormObject || s.Ref == nil && (s.Compose == nil || s.Compose.AllOf == nil) {
		return nil
	}
	if m, known := p.memo.merges[s]; known {
		return m
	}
	p.memo.merges[s] = nil // a circle of parts is none
	m := &merger{p: p}
	if !p.mayGather() || !m.add(s) || len(m.object.Properties) == 0 || !p.gather(s, len(m.object.Properties)) {
		return nil
	}
	p.memo.merges[s] = m
	return m
}

// add takes over one part, and reports whether that was possible.
func (m *merger) add(s *api.Schema) bool {
	m.depth++
	defer func() { m.depth-- }()
	s, _ = m.p.peel(s)
	if slices.Contains(m.parts, s) {
		return true
	}
	allowed := mergeable
	if len(m.parts) == 0 {
		allowed = besideMerge
	}
	if m.depth > 20 || s.Form != api.FormObject || asserted(s).minus(m.p.idle(s)).minus(allowed) != (keywordSet{}) {
		return false
	}
	if s.Types != nil && m.p.kinds(s)&^kindNull != kindObject {
		return false
	}
	m.parts = append(m.parts, s)
	if s.Ref != nil && (s.Ref.Target == nil || !m.p.resources.plain(s, s.Ref.Target) || !m.add(s.Ref.Target)) {
		return false
	}
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			if !m.add(part) {
				return false
			}
		}
	}
	if s.Object == nil {
		return true
	}
	for _, property := range s.Object.Properties {
		if !m.property(property) {
			return false
		}
	}
	m.object.Required = append(m.object.Required, s.Object.Required...)
	return true
}

// property adds a property. One that two parts describe must be the same in both.
func (m *merger) property(property api.Named[*api.Schema]) bool {
	if other, again := api.Find(m.object.Properties, property.Name); again {
		return other == property.Value || m.p.equal(other, property.Value)
	}
	m.object.Properties = append(m.object.Properties, property)
	return true
}

// equal reports whether two schemas say the same in the same words.
func (p *planner) equal(a, b *api.Schema) bool { return p.sums.Sum(a) == p.sums.Sum(b) }

// objectOf returns the object keywords of a struct: its own, or those of all parts.
func (p *planner) objectOf(s *api.Schema) *api.ObjectRules {
	if m := p.merged(s); m != nil {
		return &m.object
	}
	if s.Object == nil {
		return &api.ObjectRules{}
	}
	return s.Object
}

// defineParts defines the types of the parts of t first: the inline types of a part are the part's, whatever the order of the
// document. Parts without type of their own are enforced by t.
func (p *planner) defineParts(t *typ) {
	m := p.merged(t.schema)
	if m == nil {
		return
	}
	for _, part := range m.parts {
		if part == t.schema {
			continue
		}
		if p.isTarget(part) {
			p.use(part, p.targetPlace(part)) // a type of its own, which the reference may reach later
		}
		if owner := p.types[part]; owner != nil {
			p.defineOnce(owner)
			continue
		}
		if !p.isTarget(part) {
			p.uses[part] = use{shape: named{t}, schema: t.schema}
		}
		p.enforce(part, mergeable.list()...)
	}
	for _, part := range m.parts {
		if part.Ref != nil {
			p.enforceWrappers(part.Ref.Target)
		}
		if part.Compose != nil {
			for _, wrapper := range part.Compose.AllOf {
				p.enforceWrappers(wrapper)
			}
		}
	}
}

// isTarget reports whether a reference leads to s.
func (p *planner) isTarget(s *api.Schema) bool {
	if p.targets == nil {
		p.targets = map[*api.Schema]bool{}
		for _, other := range p.schemas {
			if other.Ref != nil && other.Ref.Target != nil {
				p.targets[other.Ref.Target] = true
			}
		}
	}
	return p.targets[s]
}
