package parse

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A 3.0 document and its translation mean the same: their sums are equal.
func TestVersionsMeanTheSame(t *testing.T) {
	for name, c := range map[string]struct{ old, new string }{
		"nullable":           {"{type: string, nullable: true}", "{type: [string, 'null']}"},
		"nullable first":     {"{nullable: true, type: string}", "{type: ['null', string]}"},
		"not nullable":       {"{type: string, nullable: false}", "{type: string}"},
		"nullable enum":      {"{type: string, nullable: true, enum: [a, null]}", "{type: [string, 'null'], enum: [a, null]}"},
		"exclusive minimum":  {"{type: integer, minimum: 5, exclusiveMinimum: true}", "{type: integer, exclusiveMinimum: 5}"},
		"exclusive first":    {"{exclusiveMaximum: true, maximum: 5}", "{exclusiveMaximum: 5.0}"},
		"inclusive":          {"{minimum: 5, exclusiveMinimum: false}", "{minimum: 5}"},
		"nullable allOf":     {"{nullable: true, allOf: [{type: string}]}", "{anyOf: [{allOf: [{type: string}]}, {type: 'null'}]}"},
		"nullable oneOf":     {"{oneOf: [{type: string}], nullable: true}", "{anyOf: [{oneOf: [{type: string}]}, {type: 'null'}]}"},
		"nullable anyOf":     {"{anyOf: [{type: string}], nullable: true}", "{anyOf: [{type: string}, {type: 'null'}]}"},
		"example":            {"{type: string, example: a}", "{type: string, examples: [a]}"},
		"additional allowed": {"{additionalProperties: true}", "{additionalProperties: true}"},
	} {
		t.Run(name, func(t *testing.T) {
			a, b := sound(t, schemas("3.0.3", "    A: "+c.old+"\n")), sound(t, schemas("3.1.0", "    A: "+c.new+"\n"))
			var m api.Summer
			assert.Equal(t, m.Sum(component(t, a, "A")), m.Sum(component(t, b, "A")))
		})
	}
}

func TestFates(t *testing.T) {
	for name, c := range map[string]struct {
		version, schema string
		keyword         api.Keyword
		want            api.Fate
	}{
		"nullable":           {"3.0.3", "{type: string, nullable: true}", api.KwNullable, api.Rewritten},
		"nullable alone":     {"3.0.3", "{nullable: true}", api.KwNullable, api.NoEffect},
		"nullable allOf":     {"3.0.3", "{nullable: true, allOf: [{}]}", api.KwAllOf, api.Rewritten},
		"nullable anyOf":     {"3.0.3", "{nullable: true, anyOf: [{}]}", api.KwAnyOf, api.Kept},
		"minimum":            {"3.0.3", "{minimum: 1, exclusiveMinimum: true}", api.KwMinimum, api.Rewritten},
		"exclusive":          {"3.0.3", "{minimum: 1, exclusiveMinimum: true}", api.KwExclusiveMinimum, api.Rewritten},
		"exclusive alone":    {"3.0.3", "{exclusiveMinimum: true}", api.KwExclusiveMinimum, api.NoEffect},
		"exclusive false":    {"3.0.3", "{minimum: 1, exclusiveMinimum: false}", api.KwMinimum, api.Kept},
		"sibling":            {"3.0.3", "{maxLength: 3, $ref: '#/components/schemas/B'}", api.KwMaxLength, api.Hidden},
		"reference":          {"3.0.3", "{maxLength: 3, $ref: '#/components/schemas/B'}", api.KwRef, api.Kept},
		"sibling of 3.1":     {"3.1.0", "{maxLength: 3, $ref: '#/components/schemas/B'}", api.KwMaxLength, api.Kept},
		"const of 3.0":       {"3.0.3", "{const: 3}", api.KwUnknown, api.Kept},
		"nullable of 3.1":    {"3.1.0", "{type: string, nullable: true}", api.KwNullable, api.Rewritten},
		"nullable false":     {"3.1.0", "{type: string, nullable: false}", api.KwUnknown, api.Kept},
		"nullable reference": {"3.1.0", "{$ref: '#/components/schemas/B', nullable: true}", api.KwRef, api.Rewritten},
		"nullable of a type": {"3.0.3", "{type: object, nullable: true, allOf: [{}]}", api.KwType, api.Rewritten},
		"null of a type":     {"3.1.0", "{type: null, anyOf: [{type: string}]}", api.KwType, api.Invalid},
		"type of no value":   {"3.1.0", "{type: integer, enum: [a]}", api.KwType, api.Invalid},
		"enum of a list":     {"3.1.0", "{type: array, enum: [a]}", api.KwEnum, api.Invalid},
		"example":            {"3.1.0", "{example: 1}", api.KwExample, api.Rewritten},
		"then alone":         {"3.1.0", "{then: {}}", api.KwThen, api.NoEffect},
		"negative length":    {"3.1.0", "{minLength: -1}", api.KwMinLength, api.Invalid},
		"bad default":        {"3.1.0", "{type: string, default: []}", api.KwDefault, api.Invalid},
		"default too long":   {"3.1.0", "{maxLength: 1, default: abc}", api.KwDefault, api.Invalid},
		"empty lists":        {"3.1.0", "{required: [], properties: {}, enum: []}", api.KwRequired, api.Kept},
		"empty format":       {"3.1.0", "{format: ''}", api.KwFormat, api.NoEffect},
		"null description":   {"3.1.0", "{description: null}", api.KwDescription, api.Invalid},
		"number description": {"3.1.0", "{description: 1.10}", api.KwDescription, api.Kept},
	} {
		t.Run(name, func(t *testing.T) {
			d, _ := read(t, schemas(c.version, "    A: "+c.schema+"\n    B: {}\n"), Options{})
			require.Empty(t, verify(d))
			m := component(t, d, "A").Written(c.keyword)
			require.NotNil(t, m)
			assert.Equal(t, c.want, m.Fate)
		})
	}
}

func TestHiddenSiblingsAreGone(t *testing.T) {
	d, _ := read(t, schemas("3.0.3", "    A: {$ref: '#/components/schemas/B', maxLength: 3, x-go-name: C}\n    B: {type: string}\n"), Options{})
	a := component(t, d, "A")
	assert.Nil(t, a.String)
	assert.Nil(t, a.Extensions)
	assert.Same(t, component(t, d, "B"), a.Ref.Target)
}

func TestExactValues(t *testing.T) {
	d := sound(t, schemas("3.1.0", "    A: {const: null, minimum: 9007199254740993, maxLength: 1e30, default: null, enum: [null, 1.0, {b: 1, a: [x]}]}\n"))
	a := component(t, d, "A")
	assert.Equal(t, api.Null{}, a.Const.Value)
	assert.Equal(t, "9007199254740993", a.Number.Minimum.String())
	assert.Equal(t, "1e30", a.String.MaxLength.String())
	assert.Equal(t, "1.0", a.Enum[1].Value.(api.Number).String())
	assert.Equal(t, "b", a.Enum[2].Value.(api.Object)[0].Name)
}

func TestBooleanSchemas(t *testing.T) {
	d := sound(t, schemas("3.1.0", "    A: {properties: {a: true, b: false}}\n    B: false\n"))
	a := component(t, d, "A")
	assert.Equal(t, api.FormTrue, a.Object.Properties[0].Value.Form)
	assert.Equal(t, api.FormFalse, a.Object.Properties[1].Value.Form)
	assert.Equal(t, api.FormFalse, component(t, d, "B").Form)
}

// The text of a document may be nested deeper than any stack frame of a careless reader allows.
func TestDeepNesting(t *testing.T) {
	const depth = 10_000
	for _, text := range []string{
		strings.Repeat(`{"items":`, depth) + "{}" + strings.Repeat("}", depth),
		`{"default":` + strings.Repeat("[", depth) + strings.Repeat("]", depth) + "}",
		strings.Repeat(`{"allOf":[`, depth) + "{}" + strings.Repeat("]}", depth),
	} {
		document := `{"openapi":"3.1.0","info":{"title":"t","version":"1"},"paths":{},"components":{"schemas":{"A":` + text + "}}}"
		d, findings := read(t, document, Options{})
		if d == nil { // the reader has its own limit
			assert.Positive(t, findings.Count(diag.Error))
			continue
		}
		assert.Empty(t, verify(d))
	}
}

// A chain of schemas that each use the next one twice has 2^60 ways; checks must not walk them all.
func TestDiamonds(t *testing.T) {
	var b strings.Builder
	for i := range 60 {
		name, next := string(rune('A'+i/26))+string(rune('a'+i%26)), string(rune('A'+(i+1)/26))+string(rune('a'+(i+1)%26))
		b.WriteString("    " + name + ": {default: 1, allOf: [{$ref: '#/components/schemas/" + next + "'}, {$ref: '#/components/schemas/" + next + "'}]}\n")
	}
	b.WriteString("    Ci: {type: integer}\n")
	sound(t, schemas("3.1.0", b.String()))
}
