package api_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/api"
)

func literals(values ...api.Value) []api.Literal {
	list := []api.Literal{}
	for _, v := range values {
		list = append(list, api.Literal{Value: v})
	}
	return list
}

func described(s *api.Schema, a api.Annotations) *api.Schema { s.Meta = &a; return s }

func mapped(text string, target *api.Schema) *api.Schema {
	return union(&api.Discriminator{PropertyName: "type", Mapping: []api.MapEntry{{Value: "a", Text: text, Target: target}}})
}

// TestSumsDiffer: each schema means something of its own.
func TestSumsDiffer(t *testing.T) {
	one, pattern := api.Int(1), "a"
	a, b := record("A"), record("B")
	schemas := map[string]*api.Schema{
		"any": {}, "true": {Form: api.FormTrue}, "false": {Form: api.FormFalse},
		"string": text(), "nullable": typed(api.TypeString, api.TypeNull), "format": {Types: []api.Type{api.TypeString}, Format: "date"},
		"minLength": minLength(one), "maxLength": {Types: []api.Type{api.TypeString}, String: &api.StringRules{MaxLength: &one}},
		"pattern":  {String: &api.StringRules{Pattern: &pattern}},
		"no value": {Enum: literals()}, "enum": {Enum: literals(api.String("a"))}, "enum of two": {Enum: literals(api.String("a"), api.Null{})},
		"const": {Const: &api.Literal{Value: api.String("a")}}, "null": {Const: &api.Literal{Value: api.Null{}}},
		"to A": to(a), "to B": to(b), "A": a, "dynamic": {Ref: &api.Ref{Target: a, Dynamic: true}},
		"dynamic beside": {Ref: to(a).Ref, Core: &api.CoreRules{DynamicRef: &api.Ref{Target: a, Dynamic: true}}},
		"list":           {Array: &api.ArrayRules{Items: text()}}, "contains": {Array: &api.ArrayRules{Contains: text()}},
		"unique": {Array: &api.ArrayRules{UniqueItems: true}}, "minItems": {Array: &api.ArrayRules{MinItems: &one}},
		"two places": {Array: &api.ArrayRules{PrefixItems: []*api.Schema{text(), {}}}},
		"swapped":    {Array: &api.ArrayRules{PrefixItems: []*api.Schema{{}, text()}}},
		"property":   record("A", entry("a", text())), "other property": record("A", entry("b", text())),
		"required":          object(api.ObjectRules{Required: []api.Required{{Name: "a"}}}),
		"required together": object(api.ObjectRules{DependentRequired: []api.Named[[]string]{entry("a", []string{"b"})}}),
		"oneOf":             union(nil, text()), "anyOf": {Compose: &api.Composition{AnyOf: []*api.Schema{text()}}},
		"by tag": union(&api.Discriminator{PropertyName: "a"}, text()), "by other tag": union(&api.Discriminator{PropertyName: "b"}, text()),
		"mapping to A": mapped("a.yaml", a), "mapping to B": mapped("a.yaml", b), "mapping to nothing": mapped("a.yaml", nil),
		"default":  described(text(), api.Annotations{Default: &api.Literal{Value: api.Null{}}}),
		"readOnly": described(text(), api.Annotations{ReadOnly: true}), "writeOnly": described(text(), api.Annotations{WriteOnly: true}),
		"encoding": {Content: &api.ContentRules{Encoding: "base64"}}, "media type": {Content: &api.ContentRules{MediaType: "base64"}},
		"x-go-name": {Extensions: []api.Extension{{Name: "x-go-name", Value: api.String("A")}}},
	}
	var m api.Summer
	seen := map[api.Sum]string{}
	for name, s := range schemas {
		sum := m.Sum(s)
		assert.Empty(t, seen[sum], name)
		seen[sum] = name
	}
}

// TestSumsAgree: different spellings of one meaning.
func TestSumsAgree(t *testing.T) {
	a := record("A")
	for name, c := range map[string][2]*api.Schema{
		"order of types":  {typed(api.TypeString, api.TypeNull), typed(api.TypeNull, api.TypeString)},
		"numbers":         {minLength(number(t, "1.0")), minLength(number(t, "10e-1"))},
		"a circle":        {tree(), tree()},
		"place":           {{Pos: at("/a"), Format: "date"}, {Pos: at("/b"), Format: "date"}},
		"text of a ref":   {to(a), {Ref: &api.Ref{Text: "openapi.yaml#/components/schemas/A", Target: a}}},
		"text of mapping": {mapped("A", a), mapped("#/components/schemas/A", a)},
		"required": {object(api.ObjectRules{Required: []api.Required{{Name: "a"}, {Name: "b"}}}),
			object(api.ObjectRules{Required: []api.Required{{Name: "b"}, {Name: "a"}, {Name: "b"}}})},
		"marks":       {text(), {Types: []api.Type{api.TypeString}, Marks: []api.Mark{{Keyword: api.KwType}}}},
		"comment":     {text(), {Types: []api.Type{api.TypeString}, Core: &api.CoreRules{Comment: "a"}}},
		"definitions": {{}, {Core: &api.CoreRules{Defs: []api.Named[*api.Schema]{entry("a", text())}}}},
	} {
		assert.Equal(t, new(api.Summer).Sum(c[0]), new(api.Summer).Sum(c[1]), name)
	}
}

// TestSumsOfDocs: what only comments show counts on demand.
func TestSumsOfDocs(t *testing.T) {
	for name, s := range map[string]*api.Schema{
		"title":       described(text(), api.Annotations{Title: "a"}),
		"description": described(text(), api.Annotations{Description: "a"}),
		"deprecated":  described(text(), api.Annotations{Deprecated: true}),
		"extension":   {Types: []api.Type{api.TypeString}, Extensions: []api.Extension{{Name: "x-a", Value: api.Null{}}}},
	} {
		if s.Meta == nil {
			s.Meta = &api.Annotations{}
		}
		plain := described(text(), api.Annotations{})
		bare, withDocs := api.Summer{}, api.Summer{Docs: true}
		assert.Equal(t, bare.Sum(plain), bare.Sum(s), name)
		assert.NotEqual(t, withDocs.Sum(plain), withDocs.Sum(s), name)
	}
}
