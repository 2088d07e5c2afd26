package parse

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

func TestSchemaReferences(t *testing.T) {
	d := sound(t, `openapi: 3.1.0
info: {title: t, version: '1'}
paths:
  /x:
    get:
      responses:
        '200': {description: d, content: {application/json: {schema: {type: string, title: target}}}}
components:
  schemas:
    A: {properties: {b: {title: target}, c~d/e: {title: target}, "f g": {title: target}}}
    List: {prefixItems: [{title: target}]}
    Anchored: {$anchor: here, title: target}
    R1: {$ref: '#/components/schemas/A/properties/b'}
    R2: {$ref: '#/components/schemas/A/properties/c~0d~1e'}
    R3: {$ref: '#/components/schemas/A/properties/f%20g'}
    R4: {$ref: '#/components/schemas/List/prefixItems/0'}
    R5: {$ref: '#/paths/~1x/get/responses/200/content/application~1json/schema'}
    R6: {$ref: '#here'}
    R7: {$ref: '#/x-models/M'}
    R8: {$ref: 'openapi.yaml#/components/schemas/Anchored'}
    R9: {$ref: './openapi.yaml#here'}
    R10: {$dynamicRef: '#here'}
x-models: {M: {title: target}}
`)
	for _, name := range []string{"R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10"} {
		target := component(t, d, name).Ref.Target
		require.NotNil(t, target, name)
		assert.Equal(t, "target", target.Meta.Title, name)
	}
	require.Len(t, d.External.Schemas, 1)
	assert.Equal(t, "openapi.yaml#/x-models/M", d.External.Schemas[0].Name)
	assert.True(t, component(t, d, "R10").Ref.Dynamic)
}

func TestResourcesOfTheirOwn(t *testing.T) {
	d := sound(t, schemas("3.1.0", `    Tree:
      $id: https://example.com/tree
      properties:
        left: {$ref: '#'}
        right: {$ref: '#/$defs/Node'}
        other: {$ref: leaf}
      $defs: {Node: {type: object}}
    Leaf: {$id: https://example.com/leaf, type: string}
`))
	tree := component(t, d, "Tree")
	properties := tree.Object.Properties
	assert.Same(t, tree, properties[0].Value.Ref.Target)
	assert.Same(t, tree.Core.Defs[0].Value, properties[1].Value.Ref.Target)
	assert.Same(t, component(t, d, "Leaf"), properties[2].Value.Ref.Target)
}

func TestUses(t *testing.T) {
	d := sound(t, `openapi: 3.1.0
info: {title: t, version: '1'}
paths:
  /x:
    get:
      parameters: [{$ref: '#/components/parameters/Second', description: own}]
      responses:
        '200': {$ref: '#/components/responses/Ok'}
        '201': {$ref: '#/x-responses/Made'}
        '202': {$ref: '#/x-responses/Made'}
        '203': {$ref: '#/paths/~1x/get/responses/204'}
        '204': {description: none}
components:
  parameters:
    First: {name: a, in: query, schema: {}}
    Second: {$ref: '#/components/parameters/First'}
  responses: {Ok: {description: d}}
x-responses: {Made: {description: made, content: {text/plain: {schema: {$ref: '#/x-schemas/S'}}}}}
x-schemas: {S: {type: string}}
`)
	op := d.Paths[0].Value.Value.Operations[0]
	p := op.Parameters[0]
	assert.Equal(t, "a", p.Value.Name)
	assert.Equal(t, "First", p.Ref.Component)
	assert.Equal(t, "openapi.yaml#/components/parameters/First", p.Ref.Address)
	assert.Equal(t, "own", p.Ref.Description)
	r := op.Responses
	assert.Equal(t, "Ok", r[0].Use.Ref.Component)
	assert.Equal(t, "made", r[1].Use.Value.Description)
	assert.Empty(t, r[1].Use.Ref.Component)
	assert.Same(t, r[1].Use.Value, r[2].Use.Value)
	assert.Same(t, r[4].Use.Value, r[3].Use.Value)
	require.Len(t, d.External.Responses, 1)
	assert.Len(t, d.External.Schemas, 1)
}

func TestMappings(t *testing.T) {
	d := sound(t, schemas("3.0.3", `    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/a.b'}]
      discriminator: {propertyName: kind, mapping: {cat: Cat, tom: '#/components/schemas/Cat', dog: a.b}}
    Cat: {type: object}
    a.b: {type: object}
`))
	cat := component(t, d, "Cat")
	mapping := component(t, d, "Pet").OpenAPI.Discriminator.Mapping
	assert.Same(t, cat, mapping[0].Target)
	assert.Same(t, cat, mapping[1].Target)
	assert.Same(t, component(t, d, "a.b"), mapping[2].Target)
}

// Recursion through properties and items is no circle.
func TestRecursion(t *testing.T) {
	sound(t, schemas("3.0.3", `    A: {properties: {a: {$ref: '#/components/schemas/A'}, b: {type: array, items: {$ref: '#/components/schemas/B'}}}}
    B: {oneOf: [{$ref: '#/components/schemas/A'}], additionalProperties: {$ref: '#/components/schemas/B'}}
`))
}

// YAML aliases put one node at two places: each place is a schema of its own.
func TestAliases(t *testing.T) {
	d := sound(t, schemas("3.0.3", `    A: &a {type: object, properties: {p: {type: string}}}
    B: *a
    R: {properties: {a: {$ref: '#/components/schemas/A'}, b: {$ref: '#/components/schemas/B'}}}
`))
	properties := component(t, d, "R").Object.Properties
	assert.Same(t, component(t, d, "A"), properties[0].Value.Ref.Target)
	assert.Same(t, component(t, d, "B"), properties[1].Value.Ref.Target)
	assert.Equal(t, "openapi.yaml#/components/schemas/B/properties/p", component(t, d, "B").Object.Properties[0].Value.Pos.Address())
}

func TestLenient(t *testing.T) {
	d, findings := read(t, `openapi: 3.0.3
info: {title: t, version: '1'}
paths:
  /x:
    get:
      responses:
        '200': {$ref: '#/components/responses/None'}
        '201': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/None'}}}}
components:
  schemas:
    Circle: {$ref: '#/components/schemas/Circle'}
    Enum: {type: string, nullable: true, enum: [a]}
`, Options{Lenient: true})
	assert.Zero(t, findings.Count(diag.Error))
	assert.Equal(t, 4, findings.Count(diag.Warning))
	responses := d.Paths[0].Value.Value.Operations[0].Responses
	assert.Nil(t, responses[0].Use.Value)
	assert.Nil(t, responses[1].Use.Value.Content[0].Value.Value.Schema.Ref.Target)
	assert.Nil(t, component(t, d, "Circle").Ref.Target)
	assert.Equal(t, api.Null{}, component(t, d, "Enum").Enum[1].Value)
	for range d.Roots() { // a walk over a document with holes ends
	}
}
