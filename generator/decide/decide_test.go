package decide_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/oas2go/oas2go/generator/decide"
)

type object = map[string]any

// pets are three schemas that overlap: each takes what the others demand.
const pets = `
Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
Dog: {type: object, required: [kind], properties: {kind: {type: string}, loud: {type: boolean}}}
Ant: {type: object, required: [kind], properties: {kind: {type: string}, legs: {type: integer}}}
`

// animals are bases with heirs, of two levels.
const animals = `
Animal: {type: object, required: [name], properties: {name: {type: string}, kind: {type: string}}, discriminator: {propertyName: kind}}
Cat: {allOf: [{$ref: '#/components/schemas/Animal'}, {properties: {lives: {type: integer}}}]}
Kitten: {allOf: [{$ref: '#/components/schemas/Cat'}, {required: [weeks], properties: {weeks: {type: integer}}}]}
Dog: {allOf: [{$ref: '#/components/schemas/Animal'}, {required: [loud], properties: {loud: {type: boolean}}}]}
`

var tables = []struct {
	name, components, root string
	valid, invalid         []string
}{
	{
		"a mapping, several values for one, and names beside it", pets,
		`{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: ` +
			`{c: '#/components/schemas/Cat', d: Dog, hound: '#/components/schemas/Dog'}}}`,
		[]string{`{"kind":"c","loud":"x"}`, `{"kind":"d","lives":"x"}`, `{"kind":"hound"}`, `{"kind":"Dog","lives":"x"}`, `{"kind":"Cat"}`},
		[]string{`{"kind":"c","lives":"x"}`, `{"kind":"d","loud":1}`, `{"kind":"Dog","loud":1}`, `{"kind":"x"}`, `{}`, `{"kind":1}`, `1`, `null`},
	},
	{
		"the explicit value wins over a name", pets,
		`{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: ` +
			`{Cat: '#/components/schemas/Dog'}}}`,
		[]string{`{"kind":"Cat","lives":"x"}`}, []string{`{"kind":"Cat","loud":1}`},
	},
	{
		"anyOf", pets,
		`{anyOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}`,
		[]string{`{"kind":"Cat","loud":1}`}, []string{`{"kind":"Dog","loud":1}`, `{"kind":"Ant"}`},
	},
	{
		"constants and enums in place", "",
		`{oneOf: [{type: object, properties: {t: {const: a}, n: {type: integer}}}, {type: object, properties: {t: {enum: [b, c]}, n: {type: string}}}, ` +
			`{type: 'null'}], discriminator: {propertyName: t}}`,
		[]string{`{"t":"a","n":1}`, `{"t":"b","n":""}`, `{"t":"c"}`, `null`, `{"n":1}`},
		[]string{`{"t":"a","n":""}`, `{"t":"c","n":1}`, `{"t":"x"}`, `{"n":true}`, `{}`},
	},
	{
		"integers and booleans",
		"One: {required: [t], properties: {t: {type: integer}, n: {type: integer}}}\n" +
			"Two: {required: [t], properties: {t: {type: integer}, n: {type: string}}}\n" +
			"Yes: {required: [t], properties: {t: {type: boolean, enum: [true]}}, maxProperties: 1}\n",
		`{oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}, {$ref: '#/components/schemas/Yes'}], ` +
			`discriminator: {propertyName: t, mapping: {'1': '#/components/schemas/One', '2': '#/components/schemas/Two'}}}`,
		[]string{`{"t":1,"n":1}`, `{"t":1.0}`, `{"t":2,"n":""}`, `{"t":true}`},
		[]string{`{"t":1,"n":""}`, `{"t":2,"n":1}`, `{"t":3}`, `{"t":"1"}`, `{"t":false}`, `{"t":true,"n":1}`},
	},
	{
		"a member that no alternative knows", pets,
		`{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: sort}}`,
		[]string{`{"kind":"","sort":"x","loud":1}`, `{"kind":"","lives":"","sort":"Cat"}`}, []string{`{"kind":"","sort":"Cat"}`, `{"sort":"Cat","loud":1}`},
	},
	{
		"defaultMapping", strings.ReplaceAll(pets, "properties: {", "properties: {sort: {type: string}, "),
		`{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], ` +
			`discriminator: {propertyName: sort, defaultMapping: Dog}}`,
		[]string{`{"kind":"","lives":""}`, `{"kind":"","sort":"x"}`, `{"kind":"","sort":"Cat","loud":1}`},
		[]string{`{"kind":"","loud":1}`, `{"kind":"","loud":1,"sort":"x"}`, `{"kind":"","lives":"","sort":"Cat"}`},
	},
	{
		"a tag that nobody demands", "",
		`{oneOf: [{properties: {t: {const: a}}, required: [a]}, {properties: {t: {const: b}}, required: [b]}], discriminator: {propertyName: t}}`,
		[]string{`{"a":1}`, `{"b":1}`, `{"t":"a","a":1,"b":1}`},
		[]string{`{"a":1,"b":1}`, `{"t":"b","a":1}`, `{}`, `1`},
	},
	{
		"one enum for all, and names", "T: {type: string, enum: [Full, Block, more]}\n" +
			"Full: {required: [t], properties: {t: {$ref: '#/components/schemas/T'}, a: {type: string}}}\n" +
			"Block: {required: [t], properties: {t: {$ref: '#/components/schemas/T'}, a: {type: integer}}}\n",
		`{oneOf: [{$ref: '#/components/schemas/Full'}, {$ref: '#/components/schemas/Block'}], discriminator: {propertyName: t}}`,
		[]string{`{"t":"Full"}`, `{"t":"Block","a":1}`}, []string{`{"t":"Full","a":1}`, `{"t":"more"}`, `{"t":"x"}`},
	},
	{
		"one constant for two is judged by what is written", "",
		`{oneOf: [{required: [a], properties: {t: {const: x}}}, {required: [b], properties: {t: {const: x}}}, ` +
			`{required: [a], properties: {t: {const: y}}}], discriminator: {propertyName: t}}`,
		[]string{`{"t":"x","a":1}`, `{"t":"y","a":1,"b":1}`}, []string{`{"t":"x","a":1,"b":1}`, `{"t":"z","a":1}`},
	},
	{
		"nested unions", pets + "Tame: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}\n" +
			"Wild: {oneOf: [{$ref: '#/components/schemas/Ant'}], discriminator: {propertyName: kind, mapping: {a: '#/components/schemas/Ant'}}}\n",
		`{oneOf: [{$ref: '#/components/schemas/Tame'}, {$ref: '#/components/schemas/Wild'}], discriminator: {propertyName: kind}}`,
		[]string{`{"kind":"Cat","loud":1}`, `{"kind":"a","loud":1}`, `{"kind":"Ant"}`},
		[]string{`{"kind":"Cat","lives":""}`, `{"kind":"a","legs":""}`, `{"kind":"x"}`},
	},
	{
		"what the guards look at does not count as evaluated", "",
		`{type: object, oneOf: [{required: [a], properties: {a: true}}, {required: [b], properties: {b: true}}], ` +
			`discriminator: {propertyName: t}, unevaluatedProperties: false}`,
		[]string{`{"a":1}`}, []string{`{"a":1,"t":"x"}`, `{"a":1,"b":1}`},
	},
	{
		"heirs of a base", animals, `{$ref: '#/components/schemas/Animal'}`,
		[]string{`{"name":"x"}`, `{"name":"x","kind":"bird"}`, `{"name":"x","kind":"Cat","lives":1}`, `{"name":"x","kind":"Dog","loud":true}`,
			`{"name":"x","kind":"Kitten","weeks":1}`, `{"name":"x","kind":"Animal"}`},
		[]string{`{"kind":"Cat"}`, `{"name":"x","kind":"Dog"}`, `{"name":"x","kind":"Cat","lives":""}`, `{"name":"x","kind":"Kitten"}`, `1`},
	},
	{
		"heirs of an heir", animals, `{properties: {mother: {$ref: '#/components/schemas/Cat'}}}`,
		[]string{`{"mother":{"name":"x","kind":"Cat"}}`, `{"mother":{"name":"x","kind":"bird","lives":1}}`, `{"mother":{"name":"x"}}`},
		[]string{`{"mother":{"name":"x","kind":"Dog","loud":true}}`, `{"mother":{"name":"x","kind":"Kitten"}}`, `{"mother":{"name":"x","lives":""}}`},
	},
	{
		"a base in allOf is only itself", animals, `{allOf: [{$ref: '#/components/schemas/Animal'}, {required: [id]}]}`,
		[]string{`{"name":"x","id":1,"kind":"Dog"}`}, []string{`{"name":"x","kind":"Dog"}`},
	},
	{
		"another name for a base is the base", animals, `{items: {description: One., allOf: [{$ref: '#/components/schemas/Animal'}]}}`,
		[]string{`[{"name":"x","kind":"Dog","loud":true}]`}, []string{`[{"name":"x","kind":"Dog"}]`},
	},
	{
		"a mapping of heirs, and constants of their own",
		"Base: {required: [t], properties: {t: {type: string, enum: [a, bb, c, d]}}, discriminator: {propertyName: t, mapping: {a: A}}}\n" +
			"A: {allOf: [{$ref: '#/components/schemas/Base'}, {required: [x]}]}\n" +
			"B: {allOf: [{$ref: '#/components/schemas/Base'}], required: [y], properties: {t: {const: bb}}}\n",
		`{$ref: '#/components/schemas/Base'}`,
		[]string{`{"t":"a","x":1}`, `{"t":"bb","y":1}`, `{"t":"c"}`},
		[]string{`{"t":"a"}`, `{"t":"bb"}`, `{"t":"x"}`, `{}`, `{"t":"A","x":1}`},
	},
	{
		"closed parts close the heir, never the base",
		"Base: {properties: {t: {type: string}}, additionalProperties: false, discriminator: {propertyName: t}}\n" +
			"A: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {a: {type: integer}}, additionalProperties: false}]}\n" +
			"B: {properties: {b: {type: integer}}, allOf: [{$ref: '#/components/schemas/Base'}]}\n",
		`{properties: {base: {$ref: '#/components/schemas/Base'}, a: {$ref: '#/components/schemas/A'}, ` +
			`other: {allOf: [{additionalProperties: false, properties: {b: true}}, {}]}}}`,
		[]string{`{"other":{"b":1}}`, `{"base":{"t":"A","a":1}}`, `{"base":{"x":1}}`, `{"base":{"t":"B","b":1}}`, `{"a":{"a":1,"t":"A"}}`},
		[]string{`{"base":{"t":"A","x":1}}`, `{"base":{"t":"B","a":1}}`, `{"a":{"b":1}}`, `{"other":{"c":1}}`},
	},
	{
		"a base that lists its heirs",
		"Pet: {type: object, required: [kind], properties: {kind: {type: string}, name: {minLength: 1}}, " +
			"oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: {dog: Dog}}}\n" +
			"Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}\n" +
			"Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {loud: {type: boolean}}}]}\n",
		`{$ref: '#/components/schemas/Pet'}`,
		[]string{`{"kind":"Cat","loud":1}`, `{"kind":"dog","lives":""}`},
		[]string{`{"kind":"Cat","lives":""}`, `{"kind":"dog","name":""}`, `{"kind":"x"}`, `{}`},
	},
}

func TestComponents(t *testing.T) {
	for _, c := range tables {
		t.Run(c.name, func(t *testing.T) {
			components := read(t, c.components+"Root: "+c.root+"\n")
			s := compiled(t, decide.Components(components))
			for _, text := range c.valid {
				assert.NoError(t, s.Validate(valueOf(t, text)), text)
			}
			for _, text := range c.invalid {
				assert.Error(t, s.Validate(valueOf(t, text)), text)
			}
		})
	}
}

// TestWithoutDiscriminators shows that nothing else changes.
func TestWithoutDiscriminators(t *testing.T) {
	components := read(t, "Root: {oneOf: [{type: integer}, {properties: {discriminator: {$ref: '#/components/schemas/A'}}}], "+
		"enum: [{$ref: x}]}\nA: {allOf: [{$ref: '#/components/schemas/Root'}], additionalProperties: false}\n")
	assert.Equal(t, components, decide.Components(components))
}

func compiled(t *testing.T, components object) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	require.NoError(t, c.AddResource("https://test.invalid/", object{"components": object{"schemas": components}}))
	s, err := c.Compile("https://test.invalid/#/components/schemas/Root")
	require.NoError(t, err)
	return s
}

func valueOf(t *testing.T, text string) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	require.NoError(t, err)
	return v
}

func read(t *testing.T, text string) (o object) {
	t.Helper()
	require.NoError(t, yaml.Unmarshal([]byte(text), &o))
	data, err := json.Marshal(o)
	require.NoError(t, err)
	return valueOf(t, string(data)).(object)
}

// TestClosedParts: the whole is closed where parts forbid the members of each other.
func TestClosedParts(t *testing.T) {
	const closed = `additionalProperties: false`
	for _, c := range []struct{ name, components, root, valid, invalid string }{
		{"two closed parts", "", `{allOf: [{properties: {a: {}}, ` + closed + `}, {properties: {b: {}}, ` + closed + `}]}`, `{"a":1,"b":1}`, `{"c":1}`},
		{"one that adds nothing", `Base: {properties: {a: {}}, ` + closed + `}`, `{allOf: [{$ref: '#/components/schemas/Base'}], ` + closed + `}`, `{"a":1}`, `{"b":1}`},
		{"the part alone", `Base: {properties: {a: {}}, ` + closed + `}`,
			`{properties: {x: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {b: {}}}]}, y: {$ref: '#/components/schemas/Base'}}}`,
			`{"x":{"a":1,"b":1},"y":{"a":1}}`, `{"y":{"b":1}}`},
		{"a part that chooses", "", `{allOf: [{properties: {a: {}, b: {}}}, {properties: {a: {}}, ` + closed + `}]}`, `{"a":1}`, `{"a":1,"b":1}`},
		{"a choice that forbids what is required", "", `{allOf: [{properties: {a: {}, b: {}}, required: [b]}, {properties: {a: {}}, ` + closed + `}]}`, `{"a":1,"b":1}`, `{"b":1,"c":1}`},
		{"what other members are like", "", `{allOf: [{additionalProperties: {type: string}, properties: {b: {}}}, {properties: {a: {}}, ` + closed + `}]}`, `{"a":""}`, `{"b":1}`},
		{"others that may come", "", `{allOf: [{additionalProperties: true, properties: {b: {}}}, {properties: {a: {}}, ` + closed + `}]}`, `{"a":1,"b":1}`, `{"c":1}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := compiled(t, decide.Components(read(t, c.components+"\nRoot: "+c.root+"\n")))
			assert.NoError(t, s.Validate(valueOf(t, c.valid)), c.valid)
			assert.Error(t, s.Validate(valueOf(t, c.invalid)), c.invalid)
		})
	}
}
