package examples_test

import (
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/examples"
	"github.com/oas2go/oas2go/generator/internal/parse"
	"github.com/oas2go/oas2go/generator/internal/source"
)

const document = `openapi: 3.1.0
info: {title: t, version: "1"}
paths: {}
components:
  schemas:
    Own: {type: string, examples: [a, b]}
    Wrong: {type: integer, examples: [none], minimum: 3}
    Constant: {const: 7}
    Default: {type: string, default: d}
    Listed: {enum: [x, y]}
    Silent: {type: string, minLength: 2}
    Parts:
      type: object
      required: [id, own]
      properties: {id: {type: integer, readOnly: true, examples: [1]}, own: {$ref: '#/components/schemas/Own'}, silent: {$ref: '#/components/schemas/Silent'}}
    Joined: {allOf: [{$ref: '#/components/schemas/Parts'}, {type: object, required: [pin], properties: {pin: {type: string, writeOnly: true, default: "9"}}}]}
    Missing: {type: object, required: [silent], properties: {silent: {$ref: '#/components/schemas/Silent'}}}
    Several: {oneOf: [{$ref: '#/components/schemas/Silent'}, {$ref: '#/components/schemas/Parts'}]}
    Circle: {type: object, properties: {next: {$ref: '#/components/schemas/Circle'}, n: {type: integer, examples: [1]}}}
    Items: {type: array, minItems: 1, items: {$ref: '#/components/schemas/Own'}}
    Never: false
    Problem: {type: object, required: [status], properties: {type: {type: string}, title: {type: string}, status: {type: integer}, detail: {type: string}}}
    Status: {type: object, required: [status], properties: {status: {type: integer}}}
    Given: {type: object, example: {status: 1}, required: [status], properties: {status: {type: integer}}}
    Envelope: {type: object, required: [error], properties: {error: {allOf: [{$ref: '#/components/schemas/Problem'}], required: [type, title, detail]}}}
    Kept: {type: object, required: [error], properties: {error: {allOf: [{$ref: '#/components/schemas/Problem'}], example: {status: 1}}}}
    Low: {type: object, required: [status], properties: {status: {type: integer, maximum: 9}}}
    Pet: {type: object, required: [kind], properties: {kind: {type: string}, age: {type: integer}}, discriminator: {propertyName: kind}}
    Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, required: [lives], properties: {lives: {type: integer, minimum: 7}}}]}
    Tiger: {allOf: [{$ref: '#/components/schemas/Cat'}, {type: object, properties: {prey: {$ref: '#/components/schemas/Pet'}}}]}
    Zoo: {type: object, required: [pets], properties: {pets: {type: array, minItems: 1, items: {$ref: '#/components/schemas/Pet'}}}}
    Car: {type: object, required: [kind], properties: {kind: {type: string, example: Bus}}, discriminator: {propertyName: kind}}
    Van: {allOf: [{$ref: '#/components/schemas/Car'}]}
    Bus: {allOf: [{$ref: '#/components/schemas/Car'}, {type: object, properties: {seats: {type: integer, default: 40}}}]}
    Shape:
      oneOf: [{$ref: '#/components/schemas/Circular'}, {$ref: '#/components/schemas/Square'}]
      discriminator: {propertyName: form, mapping: {round: '#/components/schemas/Circular', flat: '#/components/schemas/Square'}}
    Circular: {type: object, required: [form, r], properties: {form: {type: string}, r: {type: integer}, name: {type: string}}}
    Square: {type: object, required: [form], properties: {form: {type: string}}}
`

// TestGiven compares what the document gives for each schema, as requests and as responses, and what is made up where it gives nothing.
func TestGiven(t *testing.T) {
	doc := read(t)
	m := examples.New(doc, examples.Options{})
	for name, want := range map[string][2]string{
		"Own": {`"a"`, `"a"`}, "Wrong": {"", ""}, "Constant": {"7", "7"}, "Default": {`"d"`, `"d"`}, "Listed": {`"x"`, `"x"`}, "Silent": {"", ""},
		"Parts": {`{"own":"a"}`, `{"id":1,"own":"a"}`}, "Joined": {`{"own":"a","pin":"9"}`, `{"id":1,"own":"a"}`}, "Missing": {"", ""},
		"Several": {`{"own":"a"}`, `{"id":1,"own":"a"}`}, "Items": {`["a"]`, `["a"]`}, "Never": {"", ""},
	} {
		s := schema(t, doc, name)
		for i, way := range []change.Direction{change.Request, change.Response} {
			got := ""
			if v := m.Given(s, way, nil); v != nil {
				got = api.JSON(v)
			}
			assert.Equal(t, want[i], got, "%s, %s", name, way)
			if v := m.Value(s, way, nil); name == "Never" {
				assert.Nil(t, v, name)
			} else {
				assert.NotNil(t, v, name)
			}
		}
	}
	assert.NotNil(t, m.Given(schema(t, doc, "Circle"), change.Request, nil), "what contains itself ends")
	given := []api.Value{api.String("x"), api.String("yz")}
	assert.Equal(t, api.Value(api.String("yz")), m.Given(schema(t, doc, "Silent"), change.Request, given), "the first that is valid")
}

// TestFull: all members, those without an example with some value, unless they contain themselves.
func TestFull(t *testing.T) {
	doc := read(t)
	m := examples.New(doc, examples.Options{})
	for name, want := range map[string]string{
		"Own": `"a"`, "Wrong": "3", "Silent": `"text"`, "Parts": `{"id":1,"own":"a","silent":"text"}`, "Joined": `{"id":1,"own":"a","silent":"text"}`,
		"Missing": `{"silent":"text"}`, "Several": `"text"`, "Circle": `{"next":{"n":1},"n":1}`, "Items": `["a"]`,
	} {
		v := m.Full(schema(t, doc, name), change.Response, nil)
		if assert.NotNil(t, v, name) {
			assert.Equal(t, want, api.JSON(v), name)
		}
	}
	assert.Nil(t, m.Full(schema(t, doc, "Never"), change.Response, nil))
	assert.Nil(t, m.Full(nil, change.Response, nil))
	given := []api.Value{api.String("x"), api.String("yz")}
	assert.Equal(t, api.Value(api.String("yz")), m.Full(schema(t, doc, "Silent"), change.Response, given), "the first that is valid")
}

// TestTags: an object of a base is one of its heirs with its tag, and one of alternatives has the tag that leads to it.
func TestTags(t *testing.T) {
	doc := read(t)
	m := examples.New(doc, examples.Options{})
	for name, want := range map[string][2]string{
		"Pet": {`{"kind":"Cat","age":0,"lives":7}`, `{"kind":"Cat","lives":7}`}, "Zoo": {`{"pets":[{"kind":"Cat","age":0,"lives":7}]}`, `{"pets":[{"kind":"Cat","lives":7}]}`},
		"Cat": {`{"kind":"Tiger","age":0,"lives":7,"prey":{"kind":"Cat","lives":7}}`, `{"kind":"Tiger","lives":7}`},
		"Car": {`{"kind":"Bus","seats":40}`, `{"kind":"Van"}`}, "Shape": {`{"form":"round","r":0,"name":"text"}`, `{"form":"round","r":0}`},
	} {
		list := m.Several(schema(t, doc, name), change.Response, nil, 3)
		if assert.Len(t, list, 2, name) {
			assert.Equal(t, want, [2]string{api.JSON(list[0].Value), api.JSON(list[1].Value)}, name)
		}
	}
	assert.Equal(t, `{"kind":"Bus","seats":40}`, api.JSON(m.Given(schema(t, doc, "Car"), change.Request, nil)))
	assert.Nil(t, m.Given(schema(t, doc, "Pet"), change.Request, nil))
}

// TestProblems: a problem that is made up names the status of its response, one that the document gives does not change.
func TestProblems(t *testing.T) {
	doc := read(t)
	m := examples.New(doc, examples.Options{})
	for name, want := range map[string][2]string{
		"Problem": {`{"type":"text","title":"text","status":409,"detail":"text"}`, `{"status":409}`}, "Status": {`{"status":0}`, `{"status":409}`},
		"Envelope": {`{"error":{"type":"text","title":"text","status":409,"detail":"text"}}`, `{"error":{"type":"text","title":"text","status":409,"detail":"text"}}`},
		"Kept":     {`{"error":{"status":1}}`, `{"error":{"status":1}}`},
		"Given":    {`{"status":1}`, `{"status":1}`}, "Low": {`{"status":0}`, `{"status":0}`},
	} {
		for i, mediaType := range []string{"application/json", "application/problem+json; charset=utf-8"} {
			list := m.ForResponse(409, mediaType).Several(schema(t, doc, name), change.Response, nil, examples.MostOfResponse)
			require.NotEmpty(t, list, name)
			shown := list[0]
			if name == "Problem" {
				shown = list[i]
			}
			assert.Equal(t, want[i], api.JSON(shown.Value), "%s as %s", name, mediaType)
		}
	}
	list := m.Several(schema(t, doc, "Status"), change.Response, nil, examples.MostOfResponse)
	assert.Equal(t, `{"status":0}`, api.JSON(list[0].Value), "no response")
}

// TestImages: they are images of their types.
func TestImages(t *testing.T) {
	for _, name := range []string{"png", "gif", "jpeg"} {
		i, format, err := image.Decode(strings.NewReader(examples.Image("image/" + name)))
		require.NoError(t, err)
		assert.Equal(t, name, format)
		assert.Equal(t, image.Pt(1, 1), i.Bounds().Size())
	}
	assert.Empty(t, examples.Image("image/*"))
}

func read(t *testing.T) *api.Document {
	t.Helper()
	path := filepath.Join(t.TempDir(), "api.yaml")
	require.NoError(t, os.WriteFile(path, []byte(document), 0o600))
	var findings diag.List
	tree, err := source.ReadFile(path, &findings)
	require.NoError(t, err)
	doc := parse.Document(tree, parse.Options{}, &findings)
	require.NotNil(t, doc)
	return doc
}

func schema(t *testing.T, doc *api.Document, name string) *api.Schema {
	t.Helper()
	for _, s := range doc.Components.Schemas {
		if s.Name == name {
			return s.Value
		}
	}
	t.Fatalf("no schema %s", name)
	return nil
}
