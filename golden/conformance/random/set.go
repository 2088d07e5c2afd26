// Package random makes schemas and values for them at random, and makes those that show a disagreement smaller.
//
// The same seed gives the same schemas and values. Values are directed at the schema: most of them nearly fit it, and lie at its
// limits.
package random

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
)

type object = map[string]any

const (
	// Root is the component that values are for.
	Root = "Root"
	// RefPrefix stands before the name of a component in references.
	RefPrefix = "#/components/schemas/"
)

// A Set is a schema, the component Root, and the components that it refers to.
type Set struct {
	Components map[string]any
	OpenAPI30  bool // the dialect of OpenAPI 3.0, else JSON Schema 2020-12
}

// New makes a set of schemas.
func New(random *rand.Rand, openAPI30 bool) *Set {
	m := &maker{Rand: random, old: openAPI30}
	m.names = []string{Root, "Ada", "Bob", "Cleo"}[:1+m.IntN(4)]
	s := &Set{Components: object{}, OpenAPI30: openAPI30}
	for i, name := range m.names {
		if i == 0 && m.one(2) {
			s.Components[name] = m.realistic()
		} else {
			s.Components[name] = m.schema(3, i)
		}
	}
	maps.Copy(s.Components, m.extra)
	s.normalize()
	s.prune()
	return s
}

// normalize gives all values the Go types that reading JSON gives them.
func (s *Set) normalize() {
	s.Components = jsontext.MustDecode(jsontext.MustEncode(s.Components)).(object)
}

// prune drops the components that nothing refers to.
func (s *Set) prune() {
	used := map[string]bool{}
	var use func(name string)
	var walk func(v any)
	use = func(name string) {
		if !used[name] {
			used[name] = true
			walk(s.Components[name])
		}
	}
	walk = func(v any) {
		switch v := v.(type) {
		case object:
			if ref, ok := v["$ref"].(string); ok {
				use(strings.TrimPrefix(ref, RefPrefix))
			}
			for _, child := range v {
				walk(child)
			}
		case []any:
			for _, child := range v {
				walk(child)
			}
		}
	}
	use(Root)
	maps.DeleteFunc(s.Components, func(name string, _ any) bool { return !used[name] })
}

// target returns the schema that a reference leads to.
func (s *Set) target(ref string) any { return s.Components[strings.TrimPrefix(ref, RefPrefix)] }

// clone returns a copy that shares nothing.
func (s *Set) clone() *Set {
	c := &Set{Components: s.Components, OpenAPI30: s.OpenAPI30}
	c.normalize()
	return c
}

// Text returns the components as JSON.
func (s *Set) Text() string { return string(jsontext.MustEncode(s.Components)) }

func sortedKeys(o object) []string { return slices.Sorted(maps.Keys(o)) }
