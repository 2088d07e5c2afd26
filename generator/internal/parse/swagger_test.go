package parse

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// harbour is the document of a golden case.
func harbour(t testing.TB) string {
	t.Helper()
	archive, err := txtar.ParseFile("../../../golden/cases/swagger-2.txtar")
	require.NoError(t, err)
	return string(archive.Files[slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "spec.yaml" })].Data)
}

// The tree of the file is not changed: it can be read again, with the same result.
func TestRewritingLeavesTheFile(t *testing.T) {
	var findings diag.List
	d := source.Read("openapi.yaml", []byte(harbour(t)), &findings)
	first := Document(d, Options{}, &findings)
	assert.Equal(t, source.Read("openapi.yaml", []byte(harbour(t)), new(diag.List)).Root, d.Root)
	second := Document(d, Options{}, new(diag.List))
	require.Equal(t, len(first.Schemas), len(second.Schemas))
	for i := range first.Schemas {
		assert.Equal(t, first.Schemas[i].Pos.Address(), second.Schemas[i].Pos.Address())
	}
}

// Findings show the pointers of the file, also those of things that stand several times in the new tree.
func TestFindingsOfSwaggerPointIntoTheFile(t *testing.T) {
	_, findings := read(t, expand(`2.0 root
consumes: [application/json, text/json, {}]
parameters:
  b: {name: b, in: body, schema: {type: object, properties: {p: {type: strin}}}}
  f: {name: f, in: formData, type: array, collectionFormat: tsv, items: {type: string}}
paths:
  /a:
    parameters: [{$ref: '#/parameters/b'}, {$ref: '#/parameters/f'}]
    post:
      consumes: [text/xml]
      parameters:
      - {name: x, in: formData, type: string, pattern: 5}
      - {name: q, in: query, type: array, collectionFormat: csv, items: {type: string, maxLength: x}}
      - {name: y, in: body, schema: {type: string, x-nullable: true, enum: [a]}}
      responses: {200: {description: ok, schema: {maximum: x}, headers: {H: {type: nothing}}}}
definitions:
  D: {discriminator: kind, x-nullable: true, description: 5}
`), Options{})
	var got []string
	for _, f := range findings.All() {
		if f.Severity != diag.Info {
			got = append(got, fmt.Sprintf("%d %s", f.Pos.Line, f.Pos.Path.Pointer()))
		}
	}
	assert.Equal(t, []string{
		"3 /consumes/2",
		"5 /parameters/b/schema/properties/p/type",
		"6 /parameters/f/collectionFormat",
		"9 /paths/~1a/parameters/1",
		"13 /paths/~1a/post/parameters/0",
		"14 /paths/~1a/post/parameters/1/items/maxLength",
		"15 /paths/~1a/post/parameters/2/schema/x-nullable",
		"16 /paths/~1a/post/responses/200/schema/maximum",
		"16 /paths/~1a/post/responses/200/headers/H/type",
		"18 /definitions/D/description",
	}, got)
}

// References lead to what the file has there, wherever that is now.
func TestReferencesInSwagger(t *testing.T) {
	d := sound(t, expand(`2.0 root
consumes: [application/json]
produces: [application/json]
x-models:
  A: {type: object, properties: {b: {$ref: '#/x-models/B'}}}
  B: {type: string, x-nullable: true, discriminator: b}
x-parameters:
  page: {name: page, in: query, type: integer}
  body: {name: body, in: body, schema: {$ref: '#/x-models/A'}}
x-responses:
  ok: {description: ok, schema: {$ref: '#/x-models/A'}}
x-paths:
  one: {get: {parameters: [{$ref: '#/x-parameters/page'}], responses: {200: {$ref: '#/x-responses/ok'}}}}
parameters:
  again: {$ref: '#/parameters/thing'}
  thing: {name: thing, in: body, schema: {type: object, properties: {p: {type: string}}}}
paths:
  /a:
    post:
      parameters: [{$ref: '#/x-parameters/page'}, {$ref: '#/x-parameters/body'}]
      responses: {200: {$ref: '#/x-responses/ok'}}
  /b:
    post:
      parameters: [{$ref: '#/parameters/again'}]
      responses: {200: {description: ok, schema: {$ref: '#/parameters/thing/schema/properties/p'}}}
  /c:
    post:
      parameters: [{$ref: '#/paths/~1a/post/parameters/0'}, {$ref: '#/paths/~1b/post/parameters/0'}]
      responses: {200: {description: ok, schema: {$ref: '#/paths/~1b/post/responses/200/schema'}}}
  /d: {$ref: '#/x-paths/one'}
  /e:
    post:
      produces: [text/plain]
      parameters: [{$ref: '#/paths/~1a/post/parameters/0'}]
      responses: {200: {$ref: '#/responses/shared'}}
responses:
  shared: {description: ok, schema: {$ref: '#/definitions/S'}}
definitions:
  S: {type: string}
`))
	op := func(i int) *api.Operation { return d.Paths[i].Value.Value.Operations[0] }
	a := op(0)
	assert.Equal(t, "page", a.Parameters[0].Value.Name)
	assert.Equal(t, []api.Type{api.TypeInteger}, a.Parameters[0].Value.Schema.Types)
	model := a.RequestBody.Value.Content[0].Value.Value.Schema.Ref.Target
	assert.Equal(t, "#/x-models/A", a.RequestBody.Value.Content[0].Value.Value.Schema.Ref.Text)
	assert.Equal(t, []api.Type{api.TypeString, api.TypeNull}, model.Object.Properties[0].Value.Ref.Target.Types)
	assert.Same(t, model, a.Responses[0].Use.Value.Content[0].Value.Value.Schema.Ref.Target)

	b := op(1)
	thing, _ := api.Find(d.Components.RequestBodies, "thing")
	assert.Same(t, thing.Value, b.RequestBody.Value)
	property := thing.Value.Content[0].Value.Value.Schema.Object.Properties[0].Value
	assert.Same(t, property, b.Responses[0].Use.Value.Content[0].Value.Value.Schema.Ref.Target)

	c := op(2)
	assert.Same(t, a.Parameters[0].Value, c.Parameters[0].Value)
	assert.NotNil(t, c.RequestBody)
	assert.Same(t, b.Responses[0].Use.Value.Content[0].Value.Value.Schema, c.Responses[0].Use.Value.Content[0].Value.Value.Schema.Ref.Target)
	assert.Equal(t, "page", op(3).Parameters[0].Value.Name)
	assert.Equal(t, "text/plain", op(4).Responses[0].Use.Value.Content[0].Name, "a shared response with the media types of the operation")
}

// What the document says is in the model: styles, encodings, bodies.
func TestModelOfSwagger(t *testing.T) {
	d := sound(t, harbour(t))
	assert.Equal(t, api.Version{Text: "2.0", Major: 3}, d.Version)
	assert.Equal(t, []string{"https://api.harbour.example/v2", "http://api.harbour.example/v2"}, []string{d.Servers[0].URL, d.Servers[1].URL})
	operations := map[string]*api.Operation{}
	for _, path := range d.Paths {
		for _, op := range path.Value.Value.Operations {
			operations[op.OperationID] = op
		}
	}
	styles := map[string]string{}
	for _, u := range operations["listShips"].Parameters {
		styles[u.Value.Name] = fmt.Sprint(u.Value.Serial.Style, " ", u.Value.Serial.Explode)
	}
	assert.Equal(t, map[string]string{"limit": "form true", "flags": "form false", "kind": "form true", "draught": "pipeDelimited false",
		"word": "spaceDelimited false", "since": "form true", "dry": "form true", "X-Trace": "simple false"}, styles)

	book := operations["bookBerth"].RequestBody.Value
	require.Len(t, book.Content, 1)
	assert.True(t, book.Required)
	assert.Equal(t, "application/x-www-form-urlencoded", book.Content[0].Name)
	form := book.Content[0].Value.Value
	assert.Equal(t, []string{"ship", "nights", "extras", "crew", "paid"}, namesOf(form.Schema.Object.Properties))
	assert.Equal(t, "ship", form.Schema.Object.Required[0].Name)
	require.Equal(t, []string{"extras", "crew"}, namesOf(form.Encoding.ByName))
	assert.Equal(t, api.Serialization{Style: api.StyleForm, HasStyle: true, HasExplode: true}, form.Encoding.ByName[0].Value.Serial)
	assert.Equal(t, api.Serialization{Style: api.StyleForm, Explode: true, HasStyle: true, HasExplode: true}, form.Encoding.ByName[1].Value.Serial)

	picture := operations["addPicture"].RequestBody.Value.Content[0]
	assert.Equal(t, "multipart/form-data", picture.Name)
	assert.Equal(t, []string{"picture", "caption", "marks"}, namesOf(picture.Value.Value.Schema.Object.Properties))
	file, _ := api.Find(picture.Value.Value.Schema.Object.Properties, "picture")
	assert.Equal(t, "binary", file.Format)
	assert.Equal(t, "shipBody", operations["addShip"].RequestBody.Ref.Component)
	assert.Equal(t, []string{"https://api.harbour.example/v2"}, []string{operations["sinkShip"].Servers[0].URL})
}

// A small file that asks for a huge tree is an error, soon.
func TestRewritingHasABound(t *testing.T) {
	var b strings.Builder
	b.WriteString("swagger: '2.0'\ninfo: {title: t, version: '1'}\nproduces: [")
	for i := range 3000 {
		fmt.Fprintf(&b, "a/b%d, ", i)
	}
	b.WriteString("a/b]\npaths:\n")
	for i := range 3000 {
		fmt.Fprintf(&b, "  /p%d: {get: {responses: {200: {description: ok, schema: {type: string}}}}}\n", i)
	}
	_, findings := read(t, b.String(), Options{})
	require.Equal(t, 1, findings.Count(diag.Error))
	for _, f := range findings.All() {
		if f.Severity == diag.Error {
			assert.Equal(t, diag.RuleTooLarge, f.Rule)
		}
	}
}
