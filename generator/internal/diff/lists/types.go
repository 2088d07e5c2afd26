package lists

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// AllTypes are the types in the order of sentences, without null, which has rules of its own, and without integer, which is part of
// number.
func AllTypes() []api.Type {
	return []api.Type{api.TypeBoolean, api.TypeObject, api.TypeArray, api.TypeNumber, api.TypeString, api.TypeInteger}
}

// InOrder returns the types of a list, each once, that others allow; nil allows all.
func InOrder(others, list []api.Type) []api.Type {
	types := []api.Type{}
	for _, t := range AllTypes() {
		number := slices.Contains(list, api.TypeNumber) && t != api.TypeNumber
		if slices.Contains(list, t) && (others == nil || slices.Contains(others, t)) && (t != api.TypeInteger || !number) {
			types = append(types, t)
		}
	}
	return types
}

// OnlyTypes is a schema that says this of types and nothing else. It takes null where other rules speak of it.
func OnlyTypes(types []api.Type, null bool) *api.Schema {
	if types == nil {
		return nil
	}
	if null {
		return &api.Schema{Types: append(slices.Clone(types), api.TypeNull)}
	}
	if len(types) == 0 {
		return &api.Schema{Form: api.FormFalse}
	}
	return &api.Schema{Types: types}
}

// TypeNames names types in a sentence: string or null.
func TypeNames(types []api.Type, null bool) string {
	if types == nil {
		return "any value"
	}
	var names []string
	for _, t := range types {
		names = append(names, t.String())
	}
	if null {
		names = append(names, "null")
	}
	if names == nil {
		return "no value"
	}
	return strings.Join(names, " or ")
}

// Disjoint reports whether no value has a type of both lists.
func Disjoint(a, b []api.Type) bool {
	if a == nil || b == nil {
		return false
	}
	for _, t := range a {
		for _, u := range b {
			if t == u || t == api.TypeNumber && u == api.TypeInteger || t == api.TypeInteger && u == api.TypeNumber {
				return false
			}
		}
	}
	return true
}
