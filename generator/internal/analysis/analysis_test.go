package analysis_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// analysed returns the component S of a document of two components, and what answers questions about it.
func analysed(t *testing.T, schema string) (*analysis.Analysis, *api.Schema) {
	t.Helper()
	text := "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n" +
		"    S: " + schema + "\n" +
		"    Cat: {type: object, required: [kind, lives], properties: {kind: {const: cat}, lives: {type: integer}}}\n" +
		"    Dog: {type: object, required: [kind], properties: {kind: {const: dog}, name: {type: string}}}\n" +
		"    Text: {type: string, minLength: 1}\n"
	var findings diag.List
	loader := source.NewMemoryLoader(fstest.MapFS{"api.yaml": {Data: []byte(text)}}, "api.yaml")
	tree, err := loader.Document(&findings)
	require.NoError(t, err)
	d := parse.Document(tree, parse.Options{Loader: loader}, &findings)
	require.Zero(t, findings.Count(diag.Error), "%v", findings.All())
	nothing := func(*api.Schema) *api.Schema { return nil }
	s, ok := api.Find(d.Components.Schemas, "S")
	require.True(t, ok)
	return analysis.New(d, d.Schemas, nothing, nil), s
}

func TestKinds(t *testing.T) {
	for schema, want := range map[string]struct {
		kinds string
		null  bool
	}{
		"{type: string}":            {"type string", false},
		"{type: [integer, 'null']}": {"type integer", true},
		"{enum: [1, a, null]}":      {"type integer or string", true},
		"{const: 1.5}":              {"type number", false},
		"{allOf: [{type: [string, integer]}, {type: [integer, boolean]}]}": {"type integer", false},
		"{anyOf: [{$ref: '#/components/schemas/Text'}, {type: 'null'}]}":   {"type string", true},
		"{oneOf: [{type: [string, 'null']}, {type: 'null'}]}":              {"type string", false}, // null fits twice
		"{not: {type: 'null'}}":      {"type boolean or number or string or array or object", false},
		"{type: array, maxItems: 0}": {"type array", false},
		"false":                      {"null", false}, // no kind at all
	} {
		a, s := analysed(t, schema)
		assert.Equal(t, want.kinds, analysis.KindNames(a.Kinds(s)), schema)
		assert.Equal(t, want.null, a.TakesNull(s), "null for %s", schema)
	}
}

func TestPeel(t *testing.T) {
	for schema, want := range map[string]struct {
		core string // the end of the pointer
		null bool
	}{
		"{$ref: '#/components/schemas/Text'}":                                       {"/Text", false},
		"{allOf: [{description: only words}, {$ref: '#/components/schemas/Text'}]}": {"/Text", false},
		"{anyOf: [{$ref: '#/components/schemas/Text'}, {type: 'null'}]}":            {"/Text", true},
		"{$ref: '#/components/schemas/Text', maxLength: 3}":                         {"/S", false}, // it says more
		"{anyOf: [{$ref: '#/components/schemas/Text'}, {type: integer}]}":           {"/S", false},
	} {
		a, s := analysed(t, schema)
		core, null := a.Peel(s)
		assert.True(t, strings.HasSuffix(core.Pos.Path.Pointer(), want.core), "%s: %s", schema, core.Pos.Path.Pointer())
		assert.Equal(t, want.null, null, schema)
	}
}

// TestChoice: what tells the alternatives apart, "" if there is no choice.
func TestChoice(t *testing.T) {
	for schema, want := range map[string]string{
		"{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}": "tag kind",
		"{anyOf: [{type: string}, {type: array}]}":                                          "kind",
		"{type: [string, boolean]}":                                                         "kind",
		"{oneOf: [{type: integer}, {type: number}]}":                                        "kind, ruled", // 1 is both
		"{oneOf: [{type: object, required: [a], properties: {a: {}}, additionalProperties: false}, {type: object, required: [b], properties: {b: {}}, additionalProperties: false}]}": "key",
		"{oneOf: [{type: object, required: [a]}, {type: object, required: [b]}]}":                                                                                                     "rule, ruled",
		"{anyOf: [{type: object, required: [a]}, {type: object, required: [b]}]}":                                                                                                     "", // several may hold: one object
		"{type: string}": "",
	} {
		a, s := analysed(t, schema)
		c, got := a.Choice(s), ""
		if c != nil {
			switch {
			case c.Tags != nil:
				got = "tag " + c.Tags.Property
			case c.ByKey:
				got = "key"
			case c.ByRule:
				got = "rule"
			default:
				got = "kind"
			}
			if c.Ruled {
				got += ", ruled"
			}
		}
		assert.Equal(t, want, got, schema)
	}
}

func TestView(t *testing.T) {
	a, s := analysed(t, "{allOf: [{$ref: '#/components/schemas/Dog'}, {properties: {age: {type: integer}}, required: [age]}], anyOf: [{properties: {a: {}}}, {properties: {b: {}}}]}")
	v := a.View(s)
	var seen []string
	for _, m := range v.Sights {
		text := m.Property.Name
		if !m.Certain {
			text += "?"
		}
		seen = append(seen, text)
	}
	assert.Equal(t, []string{"kind", "name", "age", "a?", "b?"}, seen, "a and b are described by one alternative only")
	assert.Equal(t, map[string]bool{"kind": true, "age": true}, v.Required)
}

func TestEnumeration(t *testing.T) {
	for schema, want := range map[string][]string{
		"{enum: [a, null, b, a]}":                              {`"a"`, `"b"`},
		"{enum: [a, bc, d], maxLength: 1}":                     {`"a"`, `"d"`},
		"{enum: [1, 2, 30], maximum: 9}":                       {"1", "2"},
		"{anyOf: [{type: string, enum: [a]}, {type: string}]}": {`"a"`}, // open
		"{oneOf: [{const: a}, {const: b}]}":                    {`"a"`, `"b"`},
		"{oneOf: [{const: a}, {const: a}]}":                    nil, // it fits twice
	} {
		a, s := analysed(t, schema)
		var values []string
		for _, i := range a.EnumValues(s) {
			values = append(values, api.JSON(a.Entries(s)[i].Value))
		}
		assert.Equal(t, want, values, schema)
	}
}

func TestIdle(t *testing.T) {
	a, s := analysed(t, "{type: integer, maxLength: 3, minimum: 1, format: date}")
	idle := a.Idle(s)
	asserted := analysis.Asserted(s)
	assert.Equal(t, []api.Keyword{api.KwMinimum}, asserted.Minus(idle).Minus(analysis.KeywordsOf(api.KwType)).List())
	assert.Empty(t, a.Findings())
}
