package examples_test

import (
	"os"
	"path/filepath"
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
