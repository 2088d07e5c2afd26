package lists

import "github.com/oas2go/oas2go/generator/internal/api"

// Filled is the schema of values that are not empty.
func Filled() *api.Schema {
	one := api.Int(1)
	return &api.Schema{
		String: &api.StringRules{MinLength: &one}, Array: &api.ArrayRules{MinItems: &one}, Object: &api.ObjectRules{MinProperties: &one},
	}
}

// Words is the schema of values of words.
func Words() *api.Schema {
	pattern := "^[a-z]"
	least := api.Int(6) // true and false are shorter
	s := Filled()
	s.Types = []api.Type{api.TypeString, api.TypeArray, api.TypeObject}
	s.String.Pattern, s.String.MinLength = &pattern, &least
	s.Array.Items, s.Object.AdditionalProperties = s, s
	return s
}
