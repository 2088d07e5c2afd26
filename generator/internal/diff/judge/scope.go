package judge

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Scope is a set of names of members: one name, those that match a pattern, or the rest.
type Scope struct {
	One     string
	Pattern *string
	Rest    *Rest
}

// A Rest is the names that are not listed and match no pattern.
type Rest struct {
	Names    map[string]bool
	Patterns []string
}

// Has says whether a name is in the scope.
func (x Scope) Has(s *Judge, name string) Status {
	if x.Pattern != nil {
		return s.matches(*x.Pattern, name)
	}
	if x.Rest == nil {
		return Truth(x.One == name)
	}
	if x.Rest.Names[name] {
		return No
	}
	status := Yes
	for _, p := range x.Rest.Patterns {
		status = Both(status, Negate(s.matches(p, name)))
	}
	return status
}

// Patterns returns the patterns that the scope depends on.
func (x Scope) Patterns() []string {
	if x.Pattern != nil {
		return []string{*x.Pattern}
	}
	if x.Rest != nil {
		return x.Rest.Patterns
	}
	return nil
}

// HasFresh reports whether a name that nobody lists is in the scope, given the patterns that it matches.
func (x Scope) HasFresh(matching func(pattern string) bool) bool {
	if x.Pattern != nil {
		return matching(*x.Pattern)
	}
	return x.Rest != nil && !slices.ContainsFunc(x.Rest.Patterns, matching)
}

// A Part is a schema for the members in a scope.
type Part struct {
	Scope  Scope
	Schema *api.Schema
}

// Parts returns what properties, patternProperties and additionalProperties say.
func (s *Judge) Parts(schema *api.Schema) []Part {
	if list, known := s.parts[schema]; known {
		return list
	}
	o := schema.Object
	var list []Part
	r := &Rest{Names: make(map[string]bool, len(o.Properties))}
	for _, p := range o.Properties {
		list = append(list, Part{Scope{One: p.Name}, p.Value})
		r.Names[p.Name] = true
	}
	for _, p := range o.PatternProperties {
		list = append(list, Part{Scope{Pattern: &p.Name}, p.Value})
		r.Patterns = append(r.Patterns, p.Name)
	}
	if o.AdditionalProperties != nil {
		list = append(list, Part{Scope{Rest: r}, o.AdditionalProperties})
	}
	s.parts[schema] = list
	return list
}
