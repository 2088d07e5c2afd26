package sets_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
)

// nested returns a schema in which wrap is applied many times.
func nested(n int, inner *api.Schema, wrap func(*api.Schema) *api.Schema) *api.Schema {
	for range n {
		inner = wrap(inner)
	}
	return inner
}

func number(i int64) *api.Number {
	n := api.Int(i)
	return &n
}

// TestDeep: schemas that are nested deep end in an answer.
func TestDeep(t *testing.T) {
	text := func(most int64) *api.Schema {
		return &api.Schema{Types: []api.Type{api.TypeString}, String: &api.StringRules{MaxLength: number(most)}}
	}
	for name, wrap := range map[string]func(*api.Schema) *api.Schema{
		"member": func(s *api.Schema) *api.Schema {
			return &api.Schema{Types: []api.Type{api.TypeObject}, Object: &api.ObjectRules{
				Properties: []api.Named[*api.Schema]{{Name: "a", Value: s}}, Required: []api.Required{{Name: "a"}}}}
		},
		"items": func(s *api.Schema) *api.Schema {
			return &api.Schema{Types: []api.Type{api.TypeArray}, Array: &api.ArrayRules{Items: s, MinItems: number(1)}}
		},
		"allOf": func(s *api.Schema) *api.Schema {
			return &api.Schema{Types: []api.Type{api.TypeString}, Compose: &api.Composition{AllOf: []*api.Schema{s}}}
		},
		"not": func(s *api.Schema) *api.Schema { return &api.Schema{Compose: &api.Composition{Not: s}} },
		"oneOf": func(s *api.Schema) *api.Schema {
			return &api.Schema{Compose: &api.Composition{OneOf: []*api.Schema{s, {Types: []api.Type{api.TypeNull}, Const: &api.Literal{Value: api.Int(1)}}}}}
		},
		"unevaluated": func(s *api.Schema) *api.Schema {
			return &api.Schema{Compose: &api.Composition{AllOf: []*api.Schema{s}}, Object: &api.ObjectRules{UnevaluatedProperties: &api.Schema{Form: api.FormFalse}}}
		},
	} {
		for _, depth := range []int{10, 1000} {
			start := time.Now()
			solver := solver()
			lost := solver.Subset(nested(depth, text(3), wrap), nested(depth, text(2), wrap))
			same := solver.Subset(nested(depth, text(3), wrap), nested(depth, text(3), wrap))
			assert.Less(t, time.Since(start), 30*time.Second, name)
			t.Logf("%s: %d levels in %v", name, depth, time.Since(start).Round(time.Millisecond))
			assert.Equal(t, sets.Empty, same.Status, name)
			assert.NotContains(t, lost.Why, "internal", name)
			if depth == 10 {
				assert.Equal(t, sets.Inhabited, lost.Status, "%s: %s", name, lost.Why)
			}
			assert.NotEqual(t, sets.Empty, lost.Status, "%s in depth %d: %s", name, depth, lost.Why)
		}
	}
}

// TestHostile: what would take for ever or a lot of memory ends in an answer.
func TestHostile(t *testing.T) {
	many := func(n int, format string) string {
		parts := make([]string, n)
		for i := range parts {
			parts[i] = strings.ReplaceAll(format, "%", fmt.Sprint(i))
		}
		return strings.Join(parts, ", ")
	}
	for name, c := range map[string][2]string{
		"long arrays":         {"{type: array, minItems: 1000000000}", "{type: array, minItems: 1000000001}"},
		"wide objects":        {"{type: object, minProperties: 1000000000}", "{type: object, minProperties: 1000000001}"},
		"long strings":        {"{type: string, maxLength: 1e30}", "{type: string, maxLength: 1e29}"},
		"huge numbers":        {"{type: number, maximum: 1e1000000000}", "{type: number, maximum: 1e999999999}"},
		"tiny steps":          {"{type: number, multipleOf: 1e-1000, minimum: 1}", "{type: number, multipleOf: 1e-999}"},
		"many counts":         {"{type: array, allOf: [" + many(30, "{contains: {const: %}, minContains: 3, maxContains: 5}") + "]}", "{maxItems: 80}"},
		"many patterns":       {"{type: object, patternProperties: {" + many(30, "'a%': {type: string}") + "}}", "{patternProperties: {a: {maxLength: 3}}}"},
		"many choices":        {"{allOf: [" + many(40, "{anyOf: [{required: [a%]}, {required: [b%]}, {required: [c%]}]}") + "]}", "{type: object, maxProperties: 20}"},
		"pigeons":             {"{type: array, uniqueItems: true, items: {type: integer, minimum: 1, maximum: 60}}", "{maxItems: 60}"},
		"exponential pattern": {"{type: string, pattern: '^(a|b)*a(a|b){40}$'}", "{pattern: '^(a|b)*b(a|b){40}$'}"},
		"two of many": {"{type: object, oneOf: [" + many(60, "{properties: {p%: {type: string}}}") + "]}",
			"{oneOf: [" + many(60, "{properties: {p%: {type: string, minLength: 1}}}") + "]}"},
	} {
		start := time.Now()
		got := difference(t, c[0], c[1])
		assert.Less(t, time.Since(start), 60*time.Second, name)
		assert.NotContains(t, got, "internal", name)
		if name == "pigeons" {
			assert.Equal(t, "empty", got)
		} else {
			assert.NotEqual(t, "empty", got, name)
		}
		t.Logf("%s: %.100s in %v", name, got, time.Since(start).Round(time.Millisecond))
	}
}

// TestRecursion: what has only endless values is empty, and circles end.
func TestRecursion(t *testing.T) {
	d := components(t, `Endless: {type: object, required: [next], properties: {next: {$ref: '#/components/schemas/Endless'}}}
Nothing: false
Tree: {type: object, required: [v], properties: {v: {type: string}, children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
Even: {type: object, required: [v], properties: {v: {type: string}, children: {type: array, items: {$ref: '#/components/schemas/Odd'}}}}
Odd: {type: object, required: [v], properties: {v: {type: string, maxLength: 3}, children: {type: array, items: {$ref: '#/components/schemas/Even'}}}}
Deep: {anyOf: [{type: integer}, {type: array, minItems: 1, items: {$ref: '#/components/schemas/Deep'}}]}
Flat: {anyOf: [{type: integer}, {type: array, items: {type: integer}}]}
Linked: {type: object, properties: {next: {anyOf: [{$ref: '#/components/schemas/Linked'}, {type: 'null'}]}}, additionalProperties: false}
Chain: {type: object, properties: {next: {oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Chain'}]}}, unevaluatedProperties: false}`)
	find := func(name string) *api.Schema {
		s, ok := api.Find(d.Components.Schemas, name)
		assert.True(t, ok, name)
		return s
	}
	for _, c := range []struct{ a, b, want string }{
		{"Endless", "Nothing", "empty"},
		{"Tree", "Even", `{"v":"","children":[{"v":"aaaa"}]}`},
		{"Even", "Tree", "empty"},
		{"Odd", "Even", `{"v":"","children":[{"v":"aaaa"}]}`},
		{"Deep", "Flat", `[[0]]`},
		{"Flat", "Deep", `[]`},
		{"Linked", "Chain", "empty"},
		{"Chain", "Linked", "empty"},
	} {
		assert.Equal(t, c.want, answer(sets.New(nil, d.Schemas).Subset(find(c.a), find(c.b))), "%s minus %s", c.a, c.b)
	}
	circle, contrary := &api.Schema{}, &api.Schema{}
	circle.Compose = &api.Composition{AllOf: []*api.Schema{circle}}
	contrary.Compose = &api.Composition{Not: contrary}
	for _, s := range []*api.Schema{circle, contrary} { // they mean nothing; an answer comes all the same
		assert.NotContains(t, solver().Subset(find("Tree"), s).Why, "internal")
		assert.NotContains(t, solver().Subset(s, find("Tree")).Why, "internal")
	}
}

// TestManyEvaluators: each of the alternatives holds or does not, which are more ways than anybody can walk.
func TestManyEvaluators(t *testing.T) {
	parts := make([]string, 40)
	for i := range parts {
		parts[i] = fmt.Sprintf("{properties: {p%d: {type: string}}, required: [p%d]}", i, i)
	}
	anyOf := "{type: object, anyOf: [" + strings.Join(parts, ", ") + "], unevaluatedProperties: false}"
	assert.Equal(t, `{"p0":""}`, difference(t, anyOf, "{maxProperties: 0}"))
	start := time.Now()
	assert.NotContains(t, difference(t, anyOf, "{propertyNames: {pattern: '^p[0-9]'}}"), "{")
	assert.Less(t, time.Since(start), 60*time.Second)
}
