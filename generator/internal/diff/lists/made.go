package lists

import "github.com/oas2go/oas2go/generator/internal/api"

// Join returns the conjunction of schemas.
func Join(list []*api.Schema) *api.Schema {
	if len(list) == 1 {
		return list[0]
	}
	return &api.Schema{Compose: &api.Composition{AllOf: list}}
}

// NotTypes is the schema of values of other types.
func NotTypes(types ...api.Type) *api.Schema {
	return &api.Schema{Compose: &api.Composition{Not: &api.Schema{Types: types}}}
}

// TextLike is the schema of strings that match a pattern.
func TextLike(pattern string) *api.Schema {
	return &api.Schema{Types: []api.Type{api.TypeString}, String: &api.StringRules{Pattern: &pattern}}
}

// Constant is the schema of one value.
func Constant(v api.Value) *api.Schema {
	return &api.Schema{Const: &api.Literal{Value: v}}
}

// OnlyNames is the schema of some names, and of null.
func OnlyNames(list []string) *api.Schema {
	s := &api.Schema{Enum: []api.Literal{{Value: api.Null{}}}}
	for _, name := range list {
		s.Enum = append(s.Enum, api.Literal{Value: api.String(name)})
	}
	return s
}

// Sized is a schema that has one limit of a size and nothing else.
func Sized(k api.Keyword, n *api.Number) *api.Schema {
	switch k {
	case api.KwMinLength:
		return &api.Schema{String: &api.StringRules{MinLength: n}}
	case api.KwMaxLength:
		return &api.Schema{String: &api.StringRules{MaxLength: n}}
	case api.KwMinItems:
		return &api.Schema{Array: &api.ArrayRules{MinItems: n}}
	case api.KwMaxItems:
		return &api.Schema{Array: &api.ArrayRules{MaxItems: n}}
	case api.KwMinProperties:
		return &api.Schema{Object: &api.ObjectRules{MinProperties: n}}
	}
	return &api.Schema{Object: &api.ObjectRules{MaxProperties: n}}
}

// Containers is the schema of all lists and objects that can be read.
func Containers() *api.Schema {
	inner := NotTypes(api.TypeNull)
	return &api.Schema{
		Types: []api.Type{api.TypeArray, api.TypeObject}, Array: &api.ArrayRules{Items: inner}, Object: &api.ObjectRules{AdditionalProperties: inner},
	}
}

// WithMember is the schema of objects that have a member, nil if it is not required.
func WithMember(name string, required bool) *api.Schema {
	if !required {
		return nil
	}
	return &api.Schema{Object: &api.ObjectRules{Required: []api.Required{{Name: name}}}}
}

// OnlyMember is the schema of objects whose member, if there is one, is of a schema.
func OnlyMember(name string, s *api.Schema) *api.Schema {
	return &api.Schema{Object: &api.ObjectRules{Properties: []api.Named[*api.Schema]{{Name: name, Value: s}}}}
}
