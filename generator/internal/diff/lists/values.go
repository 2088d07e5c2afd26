package lists

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// Literals are the values of literals.
func Literals(list []api.Literal) (values []api.Value) {
	values = []api.Value{}
	for _, l := range list {
		values = append(values, l.Value)
	}
	return values
}

// Common returns the values of both lists; the first one counts only if known.
func Common(list, other []api.Value, known bool) []api.Value {
	if !known {
		return other
	}
	return slices.DeleteFunc(slices.Clone(list), func(v api.Value) bool { return !Contains(other, v) })
}

// Contains reports whether a list has a value.
func Contains(list []api.Value, v api.Value) bool {
	text := api.Canonical(v)
	return slices.ContainsFunc(list, func(o api.Value) bool { return api.Canonical(o) == text })
}

// OnlyValues is a schema that says this of values and nothing else. It takes null, of which other rules speak.
func OnlyValues(list []api.Value, ok bool) *api.Schema {
	if !ok {
		return nil
	}
	s := &api.Schema{Enum: []api.Literal{{Value: api.Null{}}}}
	for _, v := range list {
		s.Enum = append(s.Enum, api.Literal{Value: v})
	}
	return s
}

// Without returns the values of list that other does not have.
func Without(list, other []api.Value) (left []api.Value) {
	for _, v := range list {
		if !Contains(other, v) {
			left = append(left, v)
		}
	}
	return left
}
