package parse

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// soundFiles is sound for a document of several files.
func soundFiles(t *testing.T, files map[string]string) *api.Document {
	t.Helper()
	d, findings := readFiles(t, files, Options{})
	require.Zero(t, findings.Count(diag.Error)+findings.Count(diag.Warning), listed(findings))
	require.Empty(t, verify(d))
	return d
}

// Each file is read once, whatever its references look like, and what it says has its position.
func TestFiles(t *testing.T) {
	d := soundFiles(t, map[string]string{
		"openapi.yaml": schemas("3.1.0", `    A: {$ref: 'sub/a.json#/A'}
    B: {$ref: './sub/../sub/a.json#/A'}
    C: {$ref: 'file:///api/sub/a.json#/A'}
    D: {type: object, properties: {a: {$ref: 'sub/%61.json#/A'}}}
`),
		"sub/a.json": "{\n  \"A\": {\"type\": \"array\", \"items\": {\"$ref\": \"../openapi.yaml#/components/schemas/D\"}}\n}",
	})
	target := component(t, d, "A").Ref.Target
	for _, s := range []*api.Schema{component(t, d, "B"), component(t, d, "C"), component(t, d, "D").Object.Properties[0].Value} {
		assert.Same(t, target, s.Ref.Target)
	}
	assert.Same(t, component(t, d, "D"), target.Array.Items.Ref.Target)
	assert.Equal(t, "sub/a.json:2:8", target.Pos.String())
	assert.Equal(t, "sub/a.json#/A", target.Pos.Key())
	assert.Equal(t, "/components/schemas/D", component(t, d, "D").Pos.Key())
	require.Len(t, d.Files, 2)
	require.Len(t, d.External.Schemas, 1)
}

// A reference into a schema of another file and one to the whole lead to parts of one tree, whichever comes first.
func TestDeepPointersIntoFiles(t *testing.T) {
	for _, order := range [][2]string{{"a.yaml#/properties/b/items", "a.yaml"}, {"a.yaml", "a.yaml#/properties/b/items"}} {
		d := soundFiles(t, map[string]string{
			"openapi.yaml": schemas("3.1.0", "    X: {$ref: '"+order[0]+"'}\n    Y: {$ref: '"+order[1]+"'}\n"),
			"a.yaml":       "type: object\nproperties: {b: {type: array, items: {type: string}}}\n",
		})
		byText := map[string]*api.Schema{}
		for _, name := range []string{"X", "Y"} {
			byText[component(t, d, name).Ref.Text] = component(t, d, name).Ref.Target
		}
		assert.Same(t, byText["a.yaml"].Object.Properties[0].Value.Array.Items, byText["a.yaml#/properties/b/items"])
		assert.Len(t, d.External.Schemas, 1)
	}
}

// What only looks like a schema around another one is left alone.
func TestMapsWithNamesOfKeywords(t *testing.T) {
	d := soundFiles(t, map[string]string{
		"openapi.yaml": schemas("3.1.0", "    X: {$ref: 'a.yaml#/items'}\n    Y: {$ref: 'a.yaml#/properties/P'}\n"),
		"a.yaml":       "items: {type: string}\nproperties: {P: {type: object}}\nOrder: {type: object}\n",
	})
	require.Len(t, d.External.Schemas, 2)
	assert.Equal(t, "a.yaml#/items", d.External.Schemas[0].Name)
}

// A file is known by the URI that it gives itself, even to references that come before it is read.
func TestURIsOfFiles(t *testing.T) {
	d := soundFiles(t, map[string]string{
		"openapi.yaml": schemas("3.1.0", `    A: {$ref: 'https://example.com/b.json'}
    B: {$ref: 'https://example.com/inner#name'}
    C: {$ref: b.json}
`),
		"b.json": `{"$id": "https://example.com/b.json", "$defs": {"I": {"$id": "inner", "$defs": {"N": {"$anchor": "name", "type": "string"}}}}, "const": {"$id": "fake"}}`,
	})
	assert.Same(t, component(t, d, "C").Ref.Target, component(t, d, "A").Ref.Target)
	assert.Equal(t, []api.Type{api.TypeString}, component(t, d, "B").Ref.Target.Types)
}

// A name in a mapping is a component of the entry document, else of the file where it stands. It is never read as a file.
func TestMappingsInFiles(t *testing.T) {
	d := soundFiles(t, map[string]string{
		"openapi.yaml": schemas("3.1.0", "    P: {$ref: 'pets.yaml#/components/schemas/P'}\n    Cat: {type: object}\n"),
		"pets.yaml": schemas("3.1.0", `    P: {type: object, discriminator: {propertyName: k, mapping: {c: Cat, d: Dog, e: dog.yaml}}}
    Cat: {type: array}
    Dog: {type: object}
`),
		"dog.yaml": "type: object\n",
	})
	mapping := component(t, d, "P").Ref.Target.OpenAPI.Discriminator.Mapping
	assert.Same(t, component(t, d, "Cat"), mapping[0].Target)
	assert.Equal(t, "pets.yaml#/components/schemas/Dog", mapping[1].Target.Pos.Key())
	assert.Equal(t, "dog.yaml#", mapping[2].Target.Pos.Key())
}

func TestLenientFiles(t *testing.T) {
	d, findings := readFiles(t, map[string]string{
		"openapi.yaml": schemas("3.1.0", "    A: {$ref: missing.yaml}\n    B: {$ref: broken.json}\n    C: {$ref: twice.yaml}\n"),
		"broken.json":  "{", "twice.yaml": "type: string\ntype: object\n",
	}, Options{Lenient: true})
	assert.Zero(t, findings.Count(diag.Error), listed(findings))
	assert.Equal(t, 3, findings.Count(diag.Warning), listed(findings))
	assert.Contains(t, listed(findings), `warning: the key "type" is here a second time; only the first one counts [duplicate-key]`)
	assert.Nil(t, component(t, d, "A").Ref.Target)
	assert.Nil(t, component(t, d, "B").Ref.Target)
	assert.Equal(t, []api.Type{api.TypeString}, component(t, d, "C").Ref.Target.Types)
}

func TestWithoutLoader(t *testing.T) {
	tree, findings := oneFile(t, schemas("3.1.0", "    A: {$ref: other.yaml}\n"))
	Document(tree, Options{}, findings)
	assert.Contains(t, listed(findings), `"other.yaml" is another file, and there is only this one [ref]`)
}

// Whatever two files say of each other, reading them ends, and a document without errors keeps its promises.
func FuzzFiles(f *testing.F) {
	f.Add(schemas("3.1.0", "    A: {$ref: 'b.yaml#/A'}\n    B: {$ref: b.yaml}\n"), "A: {$ref: 'openapi.yaml#/components/schemas/B'}\n$id: https://example.com/x\n")
	f.Add(schemas("3.0.3", "    A: {$ref: 'b.yaml#/properties/a/items'}\n"), "type: object\nproperties: {a: {type: array, items: {$ref: '#'}}}\n")
	f.Add("openapi: 3.2.0\n$self: b.yaml\ninfo: {title: t, version: '1'}\npaths: {/a: {$ref: 'b.yaml#/paths/~1b'}}\n",
		"openapi: 3.1.0\n$self: openapi.yaml\npaths: {/b: {get: {parameters: [{$ref: '#/x'}]}}}\nx: {name: a, in: query, schema: {$anchor: b, $ref: '#b'}}\n")
	f.Fuzz(func(t *testing.T, entry, other string) {
		for _, lenient := range []bool{false, true} {
			d, findings := readFiles(t, map[string]string{"openapi.yaml": entry, "b.yaml": other}, Options{Lenient: lenient})
			if d != nil && !lenient && findings.Count(diag.Error) == 0 {
				assert.Empty(t, verify(d))
			}
		}
	})
}
