package plan

import "github.com/oas2go/oas2go/generator/internal/api"

// peel follows schemas that only wrap another one: a $ref without siblings, an allOf with one part, "X or null" in an anyOf or
// oneOf. It returns the inner schema, and whether a wrapper adds null. Annotations of the wrappers are for [planner.meta].
func (p *planner) peel(s *api.Schema) (core *api.Schema, orNull bool) {
	for range len(p.schemas) { // a circle of references ends here
		inner, null := p.unwrap(s)
		if inner == nil {
			break
		}
		s, orNull = inner, orNull || null
	}
	return s, orNull
}

// wrappers returns s and the schemas that it wraps, outermost first.
func (p *planner) wrappers(s *api.Schema) (chain []*api.Schema) {
	for range len(p.schemas) {
		chain = append(chain, s)
		inner, _ := p.unwrap(s)
		if inner == nil {
			break
		}
		s = inner
	}
	return chain
}

// unwrap takes off one wrapper; inner is nil if s is none.
func (p *planner) unwrap(s *api.Schema) (inner *api.Schema, orNull bool) {
	w, known := p.memo.wrapped[s]
	if !known {
		w.inner, w.orNull = p.findWrapped(s)
		p.memo.wrapped[s] = w
	}
	return w.inner, w.orNull
}

// A wrapping is what a wrapper wraps.
type wrapping struct {
	inner  *api.Schema
	orNull bool
}

func (p *planner) findWrapped(s *api.Schema) (inner *api.Schema, orNull bool) {
	set := asserted(s)
	switch {
	case set == setOf(api.KwRef) && p.resources.plain(s, s.Ref.Target):
		return s.Ref.Target, false
	case set.minus(setOf(api.KwType)) == setOf(api.KwAllOf):
		return p.onlyPart(s), false
	case set == setOf(api.KwAnyOf):
		return p.orNull(s.Compose.AnyOf, false)
	case set == setOf(api.KwOneOf):
		return p.orNull(s.Compose.OneOf, true)
	}
	return nil, false
}

// onlyPart returns the part of an allOf that alone says something, nil if there are several or s itself says more.
func (p *planner) onlyPart(s *api.Schema) (only *api.Schema) {
	for _, part := range s.Compose.AllOf {
		if part.Form == api.FormTrue || part.Form == api.FormObject && asserted(part) == (keywordSet{}) {
			continue
		}
		if only != nil {
			return nil
		}
		only = part
	}
	if only == nil || s.Types != nil && p.kinds(only)&^ownKinds(s) != 0 {
		return nil
	}
	return only
}

func setOf(list ...api.Keyword) (s keywordSet) {
	s.add(list...)
	return s
}

// orNull finds the X in "X or null". In a oneOf, X must refuse null: otherwise null fits twice, which is not valid.
func (p *planner) orNull(parts []*api.Schema, exclusive bool) (inner *api.Schema, orNull bool) {
	if len(parts) == 1 {
		return parts[0], false
	}
	if len(parts) != 2 {
		return nil, false
	}
	for i, part := range parts {
		other := parts[1-i]
		if !onlyNull(part) || onlyNull(other) || exclusive && p.takesNull(other) {
			continue
		}
		return other, true
	}
	return nil, false
}

func onlyNull(s *api.Schema) bool {
	return asserted(s) == setOf(api.KwType) && len(s.Types) == 1 && s.Types[0] == api.TypeNull
}

// enforceWrappers notes the keywords of the wrappers of s.
func (p *planner) enforceWrappers(s *api.Schema) {
	for _, w := range p.wrappers(s) {
		if inner, orNull := p.unwrap(w); inner != nil {
			p.enforce(w, api.KwType, api.KwRef, api.KwAllOf, api.KwAnyOf, api.KwOneOf)
			if orNull {
				for _, part := range append(w.Compose.AnyOf, w.Compose.OneOf...) {
					if onlyNull(part) {
						p.enforce(part, api.KwType)
					}
				}
			}
		}
	}
}

// meta returns the first annotation that a wrapper of s, or what it wraps, has.
func meta[T any](p *planner, s *api.Schema, get func(*api.Annotations) (T, bool)) (value T) {
	for _, w := range p.wrappers(s) {
		if w.Meta != nil {
			if v, ok := get(w.Meta); ok {
				return v
			}
		}
	}
	return value
}

func (p *planner) description(s *api.Schema) string {
	return meta(p, s, func(m *api.Annotations) (string, bool) { return m.Description, m.Description != "" })
}

func (p *planner) title(s *api.Schema) string {
	return meta(p, s, func(m *api.Annotations) (string, bool) { return m.Title, m.Title != "" })
}

func (p *planner) defaultOf(s *api.Schema) *api.Literal {
	return meta(p, s, func(m *api.Annotations) (*api.Literal, bool) { return m.Default, m.Default != nil })
}

func deprecated(s *api.Schema) bool {
	return s.Meta != nil && s.Meta.Deprecated
}
