package gocall_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/gocall"
	"github.com/oas2go/oas2go/generator/internal/diff/jsonvalue"
)

const document = `openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /things/{id}:
    post:
      operationId: addThing
      parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: limit, in: query, schema: {type: integer}}
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
      responses: {'204': {description: x}}
components:
  schemas:
    Thing:
      type: object
      required: [name]
      properties:
        name: {type: string}
        size: {type: string, enum: [s, m]}
        note: {type: [string, 'null']}
        parts: {type: array, items: {$ref: '#/components/schemas/Thing'}}
        either: {oneOf: [{type: string}, {type: integer}]}
        day: {type: string, format: date}
`

// TestWrite: code for a request, or why there is none.
func TestWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "spec.yaml")
	require.NoError(t, os.WriteFile(path, []byte(document), 0o600))
	result, err := generator.Generate(t.Context(), generator.Config{Spec: path, Package: "api"})
	require.NoError(t, err)
	name := gocall.New(result.Package).Method("post", "/things/{other}")
	require.Equal(t, "AddThing", name)
	assert.Empty(t, gocall.New(result.Package).Method("get", "/things/{id}"))
	for _, c := range []struct{ body, want, problem string }{
		{`{"name": "a", "size": "s"}`, `Body: api.Thing{Name: "a", Size: new(api.ThingSize("s"))}`, ""},
		{`{"note": null, "day": "2024-02-29"}`, `Body: api.Thing{Note: api.NewNull[string](), Day: new(day("2024-02-29"))}`, ""},
		{`{"note": "x", "either": 5}`, `Body: api.Thing{Note: api.NewNullable("x"), Either: api.ThingEitherInt64(5)}`, ""},
		{`{"parts": [{"name": "b"}]}`, `Body: api.Thing{Parts: []api.Thing{api.Thing{Name: "b"}}}`, ""},
		{`{"name": 5}`, "", "Body: Name: 5 is no string"},
		{`{"name": null}`, "", "Body: Name: it cannot be null"},
		{`{"other": 1}`, "", "Body: Thing has no field for other"},
		{`{"day": "tomorrow"}`, "", `Body: Day: "tomorrow" is no date`},
		{`[]`, "", "Body: it must be an object"},
	} {
		body, err := jsonvalue.Parse(c.body)
		require.NoError(t, err)
		code, err := gocall.New(result.Package).Write(gocall.Request{Operation: name, Body: body, Values: []gocall.Value{
			{In: gomodel.InPath, Name: "id", Value: api.String("a/b")}, {In: gomodel.InQuery, Name: "limit", Value: api.Int(5)},
		}})
		if c.problem != "" {
			assert.EqualError(t, err, c.problem)
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, `&api.AddThingParams{ID: "a/b", Limit: new(int64(5)), `+c.want+`}`, code.Params)
	}
}
