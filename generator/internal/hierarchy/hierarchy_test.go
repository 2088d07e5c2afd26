package hierarchy_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/hierarchy"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// A tree is a document with a hierarchy of three levels, and what was found there.
type tree struct {
	*hierarchy.Hierarchy
	doc      *api.Document
	findings diag.List
}

// planned reads the schemas of components, one a line. roots are the components that a body is a list of.
func planned(t *testing.T, in hierarchy.Input, schemas string, roots ...string) *tree {
	t.Helper()
	text := "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
	for line := range strings.Lines(schemas) {
		text += "    " + line
	}
	x := &tree{}
	loader := source.NewMemoryLoader(fstest.MapFS{"api.yaml": {Data: []byte(text)}}, "api.yaml")
	file, err := loader.Document(&x.findings)
	require.NoError(t, err)
	x.doc = parse.Document(file, parse.Options{Loader: loader}, &x.findings)
	require.Zero(t, x.findings.Count(diag.Error), "%v", x.findings.All())
	in.Schemas, in.Named = x.doc.Schemas, x.doc.Components.Schemas
	for _, name := range roots {
		list := &api.Schema{Types: []api.Type{api.TypeArray}, Array: &api.ArrayRules{Items: &api.Schema{Ref: &api.Ref{Target: x.schema(name)}}}}
		in.Roots = append(in.Roots, list)
	}
	x.Hierarchy = hierarchy.Plan(in, &x.findings)
	return x
}

func (x *tree) schema(name string) *api.Schema {
	s, _ := api.Find(x.doc.Components.Schemas, name)
	return s
}

// variants returns the names of the variants of a component, nil if it is not a union.
func (x *tree) variants(name string) (list []string) {
	union, self := x.Named(x.schema(name))
	if self == nil {
		return nil
	}
	for _, part := range union.Compose.AnyOf {
		list = append(list, x.name(part.Ref.Target))
	}
	return list
}

// name returns the name of the component that a form was made of.
func (x *tree) name(form *api.Schema) string {
	for _, c := range x.doc.Components.Schemas {
		if c.Value == form || x.OriginOf(form) == c.Value {
			return c.Name
		}
	}
	return ""
}

// tags returns what the values of the tag of a union lead to: Car: Car, and for those of relatives that are no variants "-".
func (x *tree) tags(name string) string {
	union := x.Value(x.schema(name))
	var list []string
	for _, entry := range union.OpenAPI.Discriminator.Mapping {
		target := "-"
		for _, part := range union.Compose.AnyOf {
			if part.Ref.Target == entry.Target {
				target = x.name(entry.Target)
			}
		}
		list = append(list, entry.Value+": "+target)
	}
	return strings.Join(list, ", ")
}

const levels = `A: {type: object, required: [t], properties: {t: {type: string}}, discriminator: {propertyName: t, mapping: {x: '#/components/schemas/B'}}}
B: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {b: {type: integer}}}]}
C: {allOf: [{$ref: '#/components/schemas/B'}, {type: object, properties: {c: {type: integer}}}]}
D: {allOf: [{$ref: '#/components/schemas/A'}]}
`

func TestHeirsOfAllLevels(t *testing.T) {
	x := planned(t, hierarchy.Input{Mode: hierarchy.Unions}, levels, "A")
	assert.Equal(t, []string{"B", "C", "D", "A"}, x.variants("A"), "in the order of the document, the base last")
	assert.Equal(t, "x: B", x.tags("A"))
	assert.Nil(t, x.variants("B"), "an heir with heirs that is no type of a value")
	union, self := x.Named(x.schema("A"))
	assert.Equal(t, self, union.OpenAPI.Discriminator.DefaultMapping.Target)
	assert.True(t, x.KeepsMembers(self))
	assert.Nil(t, self.OpenAPI.Discriminator, "the union has it")
	d := x.Value(x.schema("D"))
	assert.Nil(t, d.Compose, "an heir without members has those of its base")
	assert.Len(t, d.Object.Properties, 1)
}

func TestHeirThatIsAValue(t *testing.T) {
	x := planned(t, hierarchy.Input{Mode: hierarchy.Unions}, levels, "A", "B")
	assert.Equal(t, []string{"B", "C", "D", "A"}, x.variants("A"))
	assert.Equal(t, []string{"C", "B"}, x.variants("B"))
	assert.Equal(t, "x: B, B: B, A: -, D: -", x.tags("B"), "tags of relatives are refused")
	leaf := x.Value(x.schema("A")).Compose.AnyOf[0].Ref.Target
	_, self := x.Named(x.schema("B"))
	assert.Equal(t, self, leaf, "inside of the larger union it is a struct")
}

// TestPlaces says where a base is a value and where it is a part.
func TestPlaces(t *testing.T) {
	base := "A: {type: object, properties: {t: {type: string}}, discriminator: {propertyName: t}}\n" +
		"B: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, properties: {b: {type: integer}}}]}\n"
	const ref = "{$ref: '#/components/schemas/A'}"
	for user, isValue := range map[string]bool{
		"{type: object, properties: {a: " + ref + "}}":                            true,
		"{type: array, items: " + ref + "}":                                       true,
		"{type: object, additionalProperties: " + ref + "}":                       true,
		"{oneOf: [" + ref + ", {type: string}]}":                                  false, // until somebody uses it
		"{type: array, items: {oneOf: [" + ref + ", {type: string}]}}":            true,
		"{type: array, items: {oneOf: [" + ref + "], properties: {x: true}}}":     false,
		"{type: object, properties: {a: {allOf: [" + ref + "], description: d}}}": true,
		"{type: object, properties: {a: {allOf: [" + ref + "], required: [x]}}}":  false,
		"{allOf: [" + ref + ", {type: object, properties: {x: {type: string}}}]}": false,
		"{type: object, properties: {a: {not: " + ref + "}}}":                     false,
		ref: false,
		"{type: array, items: {anyOf: [" + ref + ", {type: 'null'}]}}":                   true,
		"{type: array, items: {$ref: '#/components/schemas/A', required: [x]}}":          false,
		"{type: array, items: {oneOf: [" + ref + ", {$ref: '#/components/schemas/B'}]}}": false, // B is listed, so A means itself
	} {
		x := planned(t, hierarchy.Input{Mode: hierarchy.Unions}, base+"U: "+user+"\n")
		assert.Equal(t, isValue, x.variants("A") != nil, user)
	}
}

func TestNoHierarchy(t *testing.T) {
	for what, schemas := range map[string]string{
		"no heirs":              "A: {type: object, properties: {t: {type: string}}, discriminator: {propertyName: t}}\n",
		"no discriminator":      "A: {type: object}\nB: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, required: [x]}]}\n",
		"it lists alternatives": "A: {oneOf: [{$ref: '#/components/schemas/B'}], discriminator: {propertyName: t}}\nB: {type: object, required: [t]}\n",
		"a mapping to itself":   "A: {type: object, properties: {t: {type: string}}, discriminator: {propertyName: t, mapping: {a: '#/components/schemas/A'}}}\n",
	} {
		x := planned(t, hierarchy.Input{Mode: hierarchy.Unions}, schemas, "A")
		assert.Nil(t, x.variants("A"), what)
		assert.Len(t, x.Schemas, len(x.doc.Schemas), what)
	}
}

func TestClosedParts(t *testing.T) {
	x := planned(t, hierarchy.Input{Mode: hierarchy.Unions}, `A: {type: object, additionalProperties: false, properties: {t: {type: string}}, discriminator: {propertyName: t}}
B: {allOf: [{$ref: '#/components/schemas/A'}, {type: object, additionalProperties: false, properties: {b: {type: integer}}}]}
C: {allOf: [{$ref: '#/components/schemas/B'}, {type: object, properties: {c: {type: integer}}}]}
`, "A")
	_, self := x.Named(x.schema("A"))
	assert.Nil(t, self.Object.AdditionalProperties, "the base is never closed")
	for _, name := range []string{"B", "C"} {
		heir := x.Value(x.schema(name))
		assert.Equal(t, api.FormFalse, heir.Object.UnevaluatedProperties.Form, name)
		part := x.Part(x.schema(name))
		assert.Nil(t, part.Object, name)
		for _, p := range part.Compose.AllOf[1:] {
			assert.Nil(t, p.Object.AdditionalProperties, name)
		}
	}
	assert.Len(t, x.findings.All(), 2, "one for each part that closes")
}

func TestStructs(t *testing.T) {
	x := planned(t, hierarchy.Input{Mode: hierarchy.Structs}, levels, "A")
	form, self := x.Named(x.schema("A"))
	assert.Nil(t, self)
	assert.True(t, x.KeepsMembers(form))
	assert.Nil(t, form.Compose)
}

func TestPruned(t *testing.T) {
	schemas := levels + "U: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}\n"
	assert.NotNil(t, planned(t, hierarchy.Input{Mode: hierarchy.Unions}, schemas).variants("A"))
	assert.Nil(t, planned(t, hierarchy.Input{Pruned: true, Mode: hierarchy.Unions}, schemas).variants("A"), "nobody uses U")
	assert.NotNil(t, planned(t, hierarchy.Input{Pruned: true, Mode: hierarchy.Unions}, schemas, "U").variants("A"))
}

// TestTakenForGranted: a base without type, whose tag nobody describes, is an object that has it.
func TestTakenForGranted(t *testing.T) {
	x := planned(t, hierarchy.Input{Mode: hierarchy.Unions}, `A: {discriminator: {propertyName: t, mapping: {b: '#/components/schemas/B'}}}
B: {properties: {b: {type: integer}}}
`, "A")
	assert.Equal(t, []string{"B", "A"}, x.variants("A"))
	_, self := x.Named(x.schema("A"))
	for _, s := range []*api.Schema{self, x.Value(x.schema("B"))} {
		assert.Equal(t, []api.Type{api.TypeObject}, s.Types)
		tag, found := api.Find(s.Object.Properties, "t")
		require.True(t, found)
		assert.Equal(t, []api.Type{api.TypeString}, tag.Types)
	}
}

// TestCircles: alternatives and members that lead to themselves end.
func TestCircles(t *testing.T) {
	x := planned(t, hierarchy.Input{Mode: hierarchy.Unions}, levels+`P: {oneOf: [{type: array, items: {$ref: '#/components/schemas/P'}}, {$ref: '#/components/schemas/Q'}]}
Q: {anyOf: [{type: object, additionalProperties: {$ref: '#/components/schemas/P'}}, {$ref: '#/components/schemas/A'}]}
R: {type: object, properties: {t: {type: string}, next: {$ref: '#/components/schemas/R'}}, discriminator: {propertyName: t}}
S: {allOf: [{$ref: '#/components/schemas/R'}, {type: object, properties: {r: {$ref: '#/components/schemas/R'}, s: {$ref: '#/components/schemas/S'}}}]}
`, "P")
	assert.NotNil(t, x.variants("A"))
	assert.Equal(t, []string{"S", "R"}, x.variants("R"))
	_, self := x.Named(x.schema("R"))
	next, _ := api.Find(self.Object.Properties, "next")
	assert.Equal(t, x.Value(x.schema("R")), next.Ref.Target)
}
