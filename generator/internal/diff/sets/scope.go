package sets

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A scope is a set of names of members: one name, those that match a pattern, or the rest.
type scope struct {
	one     string
	pattern *string
	rest    *rest
}

// A rest is the names that are not listed and match no pattern.
type rest struct {
	names    map[string]bool
	patterns []string
}

// has says whether a name is in the scope.
func (x scope) has(s *Solver, name string) Status {
	if x.pattern != nil {
		return matches{pattern: *x.pattern}.holds(s, api.String(name))
	}
	if x.rest == nil {
		return truth(x.one == name)
	}
	if x.rest.names[name] {
		return Empty
	}
	status := Inhabited
	for _, p := range x.rest.patterns {
		status = both(status, matches{p, true}.holds(s, api.String(name)))
	}
	return status
}

// patterns returns the patterns that the scope depends on.
func (x scope) patterns() []string {
	if x.pattern != nil {
		return []string{*x.pattern}
	}
	if x.rest != nil {
		return x.rest.patterns
	}
	return nil
}

// hasFresh reports whether a name that nobody lists is in the scope, given the patterns that it matches.
func (x scope) hasFresh(matching func(pattern string) bool) bool {
	if x.pattern != nil {
		return matching(*x.pattern)
	}
	return x.rest != nil && !slices.ContainsFunc(x.rest.patterns, matching)
}

// A part is a schema for the members in a scope.
type part struct {
	scope  scope
	schema *api.Schema
}

// parts returns what properties, patternProperties and additionalProperties say.
func (s *Solver) parts(schema *api.Schema) []part {
	if list, known := s.scopes[schema]; known {
		return list
	}
	o := schema.Object
	var list []part
	r := &rest{names: make(map[string]bool, len(o.Properties))}
	for _, p := range o.Properties {
		list = append(list, part{scope{one: p.Name}, p.Value})
		r.names[p.Name] = true
	}
	for _, p := range o.PatternProperties {
		list = append(list, part{scope{pattern: &p.Name}, p.Value})
		r.patterns = append(r.patterns, p.Name)
	}
	if o.AdditionalProperties != nil {
		list = append(list, part{scope{rest: r}, o.AdditionalProperties})
	}
	s.scopes[schema] = list
	return list
}

// An outside is a string that is not one of some.
type outside struct {
	texts map[string]bool
	id    string
}

func newOutside(texts map[string]bool) outside {
	list := make([]string, 0, len(texts))
	for text := range texts {
		list = append(list, text)
	}
	slices.Sort(list)
	return outside{texts, "^" + strings.Join(list, "\x00")}
}

func (o outside) key() string { return o.id }

func (o outside) holds(_ *Solver, v api.Value) Status {
	text, ok := v.(api.String)
	return truth(!ok || !o.texts[string(text)])
}

func (o outside) apply(b *branch) bool {
	if b.kind == texts {
		b.text.outside = append(b.text.outside[:len(b.text.outside):len(b.text.outside)], o)
	}
	return true
}
