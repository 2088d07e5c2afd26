package check

import (
	"fmt"
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// alternatives: a value that fits none of them does not fit the list.
func (j *judge) alternatives(s *api.Schema, v api.Value, depth int) *violation {
	for _, list := range []struct {
		keyword api.Keyword
		schemas []*api.Schema
	}{{api.KwAnyOf, s.Compose.AnyOf}, {api.KwOneOf, s.Compose.OneOf}} {
		fits := func(part *api.Schema) bool { return j.misfit(part, v, depth+1) == nil }
		if len(list.schemas) > 0 && !slices.ContainsFunc(list.schemas, fits) {
			return &violation{reason: fmt.Sprintf("fits no schema of %s", list.keyword), rule: s.At(list.keyword)}
		}
	}
	return nil
}

// additional returns the schema of a member without one of its own, nil for none. What patterns say is not looked at.
func additional(o *api.ObjectRules) *api.Schema {
	if len(o.PatternProperties) > 0 {
		return nil
	}
	return o.AdditionalProperties
}

// unique: Validation 6.4.3.
func unique(s *api.Schema, v api.Array) *violation {
	if !s.Array.UniqueItems {
		return nil
	}
	seen := make(map[string]int, len(v))
	for i, item := range v {
		text := api.Canonical(item)
		if k, twice := seen[text]; twice {
			return &violation{reason: fmt.Sprintf("has element %d twice", k), rule: s.At(api.KwUniqueItems)}
		}
		seen[text] = i
	}
	return nil
}
