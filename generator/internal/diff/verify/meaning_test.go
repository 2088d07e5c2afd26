package verify_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/decided"
	"github.com/oas2go/oas2go/generator/internal/diff/jsonvalue"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
	"github.com/oas2go/oas2go/generator/internal/diff/verify"
)

// judged is a schema A with values that it allows and does not allow.
type judged struct {
	name, document string
	valid, invalid []string
}

func (c judged) check(t *testing.T, o verify.Options) {
	doc := read(t, c.document)
	j := verify.New(doc, o)
	for _, value := range c.valid {
		assert.Equal(t, "valid", lines(j.Value(component(t, doc, "A"), change.Request, []byte(value))), value)
	}
	for _, value := range c.invalid {
		assert.NotEmpty(t, j.Value(component(t, doc, "A"), change.Request, []byte(value)).Errors, value)
	}
}

// TestAsMeant: what authors mean, where the letter says something else.
func TestAsMeant(t *testing.T) {
	const b = "    B: {type: object, required: [b]}\n"
	for _, c := range []judged{
		{"nullable beside type and allOf", head30 + b + "    A: {type: object, nullable: true, allOf: [{$ref: '#/components/schemas/B'}]}",
			[]string{`null`, `{"b":1}`}, []string{`{}`, `1`}},
		{"nullable beside type and oneOf", head30 + b + "    A: {type: object, nullable: true, oneOf: [{$ref: '#/components/schemas/B'}, {required: [c]}]}",
			[]string{`null`, `{"b":1}`}, []string{`{}`, `{"b":1,"c":1}`}},
		{"nullable in 3.1", head31 + "    A: {type: string, nullable: true}", []string{`null`, `"x"`}, []string{`1`}},
		{"nullable beside anyOf in 3.1", head31 + b + "    A: {nullable: true, anyOf: [{$ref: '#/components/schemas/B'}]}", []string{`null`}, []string{`{}`}},
		{"x-nullable in 3.0", head30 + "    A: {type: string, x-nullable: true}", []string{`null`}, []string{`1`}},
		{"type null beside anyOf", head31 + "    A: {type: null, anyOf: [{type: string}, {type: integer}]}", []string{`"x"`, `1`}, []string{`null`, `true`}},
		{"type null beside alternatives with null", head31 + "    A: {type: null, anyOf: [{type: string}, {type: 'null'}]}", []string{`"x"`, `null`}, []string{`1`}},
		{"type null alone", head31 + "    A: {type: null}", []string{`null`}, []string{`1`}},
		{"an enum of numbers for texts", head30 + "    A: {type: string, enum: [2021, 2022]}", []string{`"2021"`}, []string{`2021`, `"2023"`}},
		{"an enum of texts for numbers", head31 + "    A: {type: integer, enum: ['1', 2]}", []string{`1`, `2`}, []string{`"1"`, `3`}},
		{"an enum of texts for booleans", head31 + "    A: {type: boolean, enum: ['true']}", []string{`true`}, []string{`"true"`, `false`}},
	} {
		t.Run(c.name, func(t *testing.T) { c.check(t, verify.Options{}) })
	}
}

const pets = "    Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}\n" +
	"    Dog: {type: object, required: [kind], properties: {kind: {type: string}, loud: {type: boolean}}}\n"

const hierarchy = "    Base: {type: object, required: [name], properties: {name: {type: string}, kind: {type: string}}, discriminator: {propertyName: kind}}\n" +
	"    Cat: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {lives: {type: integer}}}]}\n" +
	"    Kitten: {allOf: [{$ref: '#/components/schemas/Cat'}, {required: [weeks]}]}\n" +
	"    Dog: {allOf: [{$ref: '#/components/schemas/Base'}], required: [loud]}\n"

func union(keyword, more string) string {
	return "    A: {" + keyword + ": [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind" + more + "}}"
}

// checkSets checks that the sets of the comparison have the same values.
func (c judged) checkSets(t *testing.T) {
	doc := read(t, c.document)
	s := sets.New(nil, doc.Schemas)
	s.Decide(decided.New(doc.Schemas))
	for i, list := range [][]string{c.valid, c.invalid} {
		for _, text := range list {
			value, err := jsonvalue.Parse(text)
			require.NoError(t, err, text)
			is, known := s.Has(component(t, doc, "A"), value)
			assert.Equal(t, [2]bool{i == 0, true}, [2]bool{is, known}, text)
			answer := s.Find(sets.Lit{Schema: component(t, doc, "A"), Not: i == 1}, sets.Lit{Schema: &api.Schema{Const: &api.Literal{Value: value}}})
			assert.Equal(t, sets.Inhabited, answer.Status, text)
		}
	}
	for _, not := range []bool{false, true} { // the searches find something by themselves, and what they find is right
		answer := s.Find(sets.Lit{Schema: component(t, doc, "A"), Not: not}, sets.Lit{Schema: &api.Schema{Types: []api.Type{api.TypeObject}}})
		if assert.Equal(t, sets.Inhabited, answer.Status, answer.Why) {
			r := verify.New(doc, verify.Options{}).Value(component(t, doc, "A"), change.Request, []byte(api.JSON(answer.Value)))
			assert.Equal(t, !not, r.Valid, api.JSON(answer.Value))
		}
	}
}

// TestDiscriminators: the tag decides. Package decide has more; here it is read from the text of a document.
func TestDiscriminators(t *testing.T) {
	for _, c := range []judged{
		{"a mapping and names", head30 + pets + union("oneOf", ", mapping: {c: '#/components/schemas/Cat', hound: Dog, d: '#/components/schemas/Dog'}"),
			[]string{`{"kind":"c","loud":1}`, `{"kind":"d","lives":""}`, `{"kind":"hound"}`, `{"kind":"Dog"}`},
			[]string{`{"kind":"c","lives":""}`, `{"kind":"hound","loud":1}`, `{"kind":"x"}`, `{}`, `null`, `1`}},
		{"anyOf", head31 + pets + union("anyOf", ""), []string{`{"kind":"Cat","loud":1}`}, []string{`{"kind":"Cat","lives":""}`, `{"kind":"x"}`}},
		{"nullable", head30 + pets + union("nullable: true, oneOf", ""), []string{`null`, `{"kind":"Cat"}`}, []string{`{"kind":"x"}`, `{}`, `1`}},
		{"nullable anyOf", head30 + pets + union("nullable: true, anyOf", ""), []string{`null`, `{"kind":"Cat"}`}, []string{`{"kind":"x"}`, `{}`, `1`}},
		{"defaultMapping", "openapi: 3.2.0\n" + head31[len("openapi: 3.1.0\n"):] + pets + union("oneOf", ", defaultMapping: Dog"),
			[]string{`{"kind":"x","lives":""}`}, []string{`{"kind":"x","loud":1}`, `{}`}},
		{"in place, of integers", head31 + "    A: {oneOf: [{type: object, properties: {t: {const: 1}, a: {type: string}}}, " +
			"{type: object, properties: {t: {enum: [2, 3]}, a: {type: integer}}}], discriminator: {propertyName: t}}",
			[]string{`{"t":1,"a":""}`, `{"t":3,"a":1}`, `{"a":""}`}, []string{`{"t":2,"a":""}`, `{"t":4}`, `{"t":"1"}`, `{"a":true}`}},
		{"heirs", head30 + hierarchy + "    A: {properties: {a: {$ref: '#/components/schemas/Base'}, c: {$ref: '#/components/schemas/Cat'}}}",
			[]string{`{"a":{"name":"x"}}`, `{"a":{"name":"x","kind":"y"}}`, `{"a":{"name":"x","kind":"Kitten","weeks":1}}`, `{"c":{"name":"x","kind":"Cat"}}`},
			[]string{`{"a":{"name":"x","kind":"Dog"}}`, `{"a":{"name":"x","kind":"Kitten"}}`, `{"c":{"name":"x","kind":"Dog","loud":1}}`,
				`{"a":{"name":"x","kind":"Cat","lives":""}}`}},
		{"a base in allOf", head30 + hierarchy + "    A: {allOf: [{$ref: '#/components/schemas/Base'}, {required: [id]}]}",
			[]string{`{"name":"x","id":1,"kind":"Dog"}`}, []string{`{"name":"x"}`}},
		{"closed parts", head30 + "    Base: {properties: {t: {type: string}}, additionalProperties: false, discriminator: {propertyName: t}}\n" +
			"    Heir: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {a: {type: integer}}, additionalProperties: false}]}\n" +
			"    A: {properties: {x: {$ref: '#/components/schemas/Base'}}}",
			[]string{`{"x":{"t":"Heir","a":1}}`, `{"x":{"b":1}}`}, []string{`{"x":{"t":"Heir","b":1}}`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.check(t, verify.Options{})
			c.checkSets(t)
		})
	}
	annotated := judged{"", head30 + pets + union("oneOf", ""), []string{`{"kind":"x","loud":1}`}, []string{`{"kind":"Cat"}`}}
	t.Run("annotated", func(t *testing.T) { annotated.check(t, verify.Options{AnnotateDiscriminators: true}) })
}
