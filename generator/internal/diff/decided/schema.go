package decided

import (
	"encoding/json"
	"slices"

	"github.com/oas2go/oas2go/generator/decide"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Schema is a schema of a document as package decide asks it.
type Schema struct{ Model *api.Schema }

// SchemasOf returns the components among the schemas of a document.
func SchemasOf(schemas []*api.Schema) (list []decide.Schema) {
	for _, s := range schemas {
		if at := (Schema{s}); at.Name() != "" {
			list = append(list, at)
		}
	}
	return list
}

// HasAny reports whether a document has discriminators.
func HasAny(schemas []*api.Schema) bool {
	return slices.ContainsFunc(schemas, func(s *api.Schema) bool { return s.OpenAPI != nil && s.OpenAPI.Discriminator != nil })
}

// Key returns the schema.
func (s Schema) Key() any { return s.Model }

// Name returns the name of a component: of the document, or of a file of Swagger 2.0 that it refers to.
func (s Schema) Name() string {
	path := s.Model.Pos.Path
	if s.Model.Synth || path == nil || path.Parent == nil {
		return ""
	}
	section := path.Parent
	switch {
	case section.Token == "definitions" && section.Parent == nil:
		return path.Token
	case section.Token == "schemas" && section.Parent != nil && section.Parent.Token == "components" && section.Parent.Parent == nil:
		return path.Token
	}
	return ""
}

// Target returns what a reference leads to.
func (s Schema) Target() decide.Schema {
	if s.Model.Ref == nil || s.Model.Ref.Target == nil || s.Model.Ref.Dynamic {
		return nil
	}
	return Schema{s.Model.Ref.Target}
}

func all(schemas []*api.Schema) (list []decide.Schema) {
	for _, s := range schemas {
		list = append(list, Schema{s})
	}
	return list
}

// Parts returns those of allOf.
func (s Schema) Parts() []decide.Schema {
	if s.Model.Compose == nil {
		return nil
	}
	return all(s.Model.Compose.AllOf)
}

// Alternatives returns those of oneOf, or of anyOf.
func (s Schema) Alternatives() []decide.Schema {
	switch k := s.Model.Compose; {
	case k == nil:
		return nil
	case len(k.OneOf) > 0:
		return all(k.OneOf)
	default:
		return all(k.AnyOf)
	}
}

// IsOnlyUnion reports whether a schema has alternatives and no other constraint.
func (s Schema) IsOnlyUnion() bool {
	m := s.Model
	k := m.Compose
	return !hasOwn(m) && m.Ref == nil && k != nil && k.AllOf == nil && k.Not == nil && k.If == nil && (len(k.OneOf) == 0 || len(k.AnyOf) == 0)
}

// hasOwn reports whether a schema has constraints beside references and compositions.
func hasOwn(m *api.Schema) bool {
	return m.Form != api.FormObject || m.Types != nil || m.Enum != nil || m.Const != nil || m.Format != "" || m.Number != nil || m.String != nil ||
		m.Array != nil || m.Object != nil
}

// IsOtherName reports whether a schema is its one part and no component.
func (s Schema) IsOtherName() bool {
	m := s.Model
	k := m.Compose
	return !hasOwn(m) && m.Ref == nil && k != nil && len(k.AllOf) == 1 && k.AnyOf == nil && k.OneOf == nil && k.Not == nil && k.If == nil && s.Name() == ""
}

// Property returns the schema of a member.
func (s Schema) Property(name string) decide.Schema {
	if s.Model.Object == nil {
		return nil
	}
	if m, ok := api.Find(s.Model.Object.Properties, name); ok && m != nil {
		return Schema{m}
	}
	return nil
}

// Requires reports whether a schema lists a member as required.
func (s Schema) Requires(name string) bool {
	o := s.Model.Object
	return o != nil && slices.ContainsFunc(o.Required, func(r api.Required) bool { return r.Name == name })
}

// Types returns the names of the types.
func (s Schema) Types() (names []string) {
	for _, t := range s.Model.Types {
		names = append(names, t.String())
	}
	return names
}

// Values returns the values of const or enum.
func (s Schema) Values() (values []any, listed bool) {
	if c := s.Model.Const; c != nil {
		return []any{plain(c.Value)}, true
	}
	for _, e := range s.Model.Enum {
		values = append(values, plain(e.Value))
	}
	return values, s.Model.Enum != nil
}

// plain returns a scalar as package decide has it.
func plain(v api.Value) any {
	switch v := v.(type) {
	case api.Null:
		return nil
	case api.Bool:
		return bool(v)
	case api.Number:
		return json.Number(v.String())
	case api.String:
		return string(v)
	}
	return v
}

// value is the way back.
func value(v any) api.Value {
	switch v := v.(type) {
	case bool:
		return api.Bool(v)
	case json.Number:
		if n, ok := api.ParseNumber(v.String()); ok {
			return n
		}
	case string:
		return api.String(v)
	case api.Value:
		return v
	}
	return api.Null{}
}

// Discriminator returns the discriminator.
func (s Schema) Discriminator() *decide.Keyword {
	if s.Model.OpenAPI == nil || s.Model.OpenAPI.Discriminator == nil {
		return nil
	}
	d := s.Model.OpenAPI.Discriminator
	k := &decide.Keyword{Property: d.PropertyName}
	for _, m := range d.Mapping {
		entry := decide.Entry{Value: m.Value}
		if m.Target != nil {
			entry.Schema = Schema{m.Target}
		}
		k.Mapping = append(k.Mapping, entry)
	}
	if d.DefaultMapping != nil && d.DefaultMapping.Target != nil {
		k.Default = Schema{d.DefaultMapping.Target}
	}
	return k
}
