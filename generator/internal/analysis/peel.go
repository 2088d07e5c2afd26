package analysis

import (
	"iter"
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// Peel follows schemas that only wrap another one: a $ref without siblings, an allOf with one part, "X or null" in an anyOf or
// oneOf. It returns the inner schema, and whether a wrapper adds null. Annotations of the wrappers are for Title, Description and DefaultOf.
func (a *Analysis) Peel(s *api.Schema) (core *api.Schema, orNull bool) {
	for range len(a.schemas) { // a circle of references ends here
		inner, null := a.Unwrap(s)
		if inner == nil {
			break
		}
		s, orNull = inner, orNull || null
	}
	return s, orNull
}

// Wrappers yields s and the schemas that it wraps, outermost first.
func (a *Analysis) Wrappers(s *api.Schema) iter.Seq[*api.Schema] {
	return func(yield func(*api.Schema) bool) {
		at := s
		for range len(a.schemas) {
			if at == nil || !yield(at) {
				return
			}
			at, _ = a.Unwrap(at)
		}
	}
}

// Unwrap takes off one wrapper; inner is nil if s is none.
func (a *Analysis) Unwrap(s *api.Schema) (inner *api.Schema, orNull bool) {
	f := a.memo.answers.At(s)
	if !f.known.wrapped {
		inner, orNull = a.findWrapped(s)
		f.wrapped, f.known.wrapped = wrapping{inner, orNull}, true
	}
	return f.wrapped.inner, f.wrapped.orNull
}

// A wrapping is what a wrapper wraps.
type wrapping struct {
	inner  *api.Schema
	orNull bool
}

func (a *Analysis) findWrapped(s *api.Schema) (inner *api.Schema, orNull bool) {
	set := Asserted(s)
	switch set.Minus(KeywordsOf(api.KwType)) {
	case KeywordsOf(api.KwRef):
		if s.Types != nil || !a.resources.plain(s, s.Ref.Target) {
			return nil, false
		}
		return s.Ref.Target, false
	case KeywordsOf(api.KwAllOf):
		inner = onlyPart(s)
	case KeywordsOf(api.KwAnyOf):
		inner, orNull = a.orNull(s.Compose.AnyOf, false)
	case KeywordsOf(api.KwOneOf):
		inner, orNull = a.orNull(s.Compose.OneOf, true)
	}
	if inner != nil && s.Types != nil && (a.Kinds(inner)&^ownKinds(s) != 0 || orNull && ownKinds(s)&KindNull == 0) {
		return nil, false // the type beside it forbids some
	}
	return inner, orNull
}

// onlyPart returns the part of an allOf that alone says something, nil if there are several or s itself says more.
func onlyPart(s *api.Schema) (only *api.Schema) {
	for _, part := range s.Compose.AllOf {
		if part.Form == api.FormTrue || part.Form == api.FormObject && Asserted(part) == (Keywords{}) {
			continue
		}
		if only != nil {
			return nil
		}
		only = part
	}
	return only
}

// KeywordsOf returns the set of keywords.
func KeywordsOf(list ...api.Keyword) (s Keywords) {
	s.Add(list...)
	return s
}

// orNull finds the X in "X or null". In a oneOf, X must refuse null: otherwise null fits twice, which is not valid.
func (a *Analysis) orNull(parts []*api.Schema, exclusive bool) (inner *api.Schema, orNull bool) {
	if len(parts) == 1 {
		return parts[0], false
	}
	if len(parts) != 2 {
		return nil, false
	}
	for i, part := range parts {
		other := parts[1-i]
		if !OnlyNull(part) || OnlyNull(other) || exclusive && a.TakesNull(other) {
			continue
		}
		return other, true
	}
	return nil, false
}

// OnlyNull reports whether a schema allows null and nothing else, by its type.
func OnlyNull(s *api.Schema) bool {
	return Asserted(s) == KeywordsOf(api.KwType) && len(s.Types) == 1 && s.Types[0] == api.TypeNull
}

// meta returns the first annotation that a wrapper of s, or what it wraps, has.
func meta[T any](p *Analysis, s *api.Schema, get func(*api.Annotations) (T, bool)) (value T) {
	for w := range p.Wrappers(s) {
		if w.Meta != nil {
			if v, ok := get(w.Meta); ok {
				return v
			}
		}
	}
	return value
}

// Description returns the description of a schema, or of what it wraps.
func (a *Analysis) Description(s *api.Schema) string {
	return meta(a, s, func(m *api.Annotations) (string, bool) { return m.Description, m.Description != "" })
}

// Title returns the title of a schema, or of what it wraps.
func (a *Analysis) Title(s *api.Schema) string {
	return meta(a, s, func(m *api.Annotations) (string, bool) { return m.Title, m.Title != "" })
}

// DefaultOf returns the default of a schema, or of what it wraps; nil for none.
func (a *Analysis) DefaultOf(s *api.Schema) *api.Literal {
	return meta(a, s, func(m *api.Annotations) (*api.Literal, bool) { return m.Default, m.Default != nil })
}

// Deprecated reports whether a schema is deprecated itself.
func Deprecated(s *api.Schema) bool {
	return s.Meta != nil && s.Meta.Deprecated
}

// Core returns what a schema is without its wrappers.
func (a *Analysis) Core(s *api.Schema) *api.Schema {
	core, _ := a.Peel(s)
	return core
}

// Secret reports whether the values of a property stay out of messages and prints: it is a secret, or a list or a map of secrets, or may be
// one.
func (a *Analysis) Secret(s *api.Schema) bool { return secret(a, s, map[*api.Schema]bool{}) }

// secret looks at each schema once: lists and unions may lead back to themselves.
func secret(a *Analysis, s *api.Schema, seen map[*api.Schema]bool) bool {
	if seen[s] {
		return false
	}
	seen[s] = true
	for w := range a.Wrappers(s) {
		if w.Format == "password" || w.Meta != nil && w.Meta.WriteOnly {
			return true
		}
	}
	var parts []*api.Schema
	core := a.Core(s)
	if core.Array != nil {
		parts = append(slices.Clone(core.Array.PrefixItems), core.Array.Items)
	}
	if core.Object != nil && core.Object.Properties == nil {
		parts = append(parts, core.Object.AdditionalProperties)
	}
	if core.Compose != nil {
		parts = slices.Concat(parts, core.Compose.AllOf, core.Compose.AnyOf, core.Compose.OneOf)
	}
	return slices.ContainsFunc(parts, func(part *api.Schema) bool { return part != nil && secret(a, part, seen) })
}
