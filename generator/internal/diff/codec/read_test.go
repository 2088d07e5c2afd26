package codec_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/diff/codec"
	"github.com/oas2go/oas2go/generator/internal/diff/gocall"
	"github.com/oas2go/oas2go/generator/internal/diff/gorun"
)

// readSchemas are the kinds of schemas that codecs differ in.
var readSchemas = []string{
	`{type: string}`,
	`{type: boolean}`,
	`{type: integer}`,
	`{type: integer, format: int32}`,
	`{type: number}`,
	`{type: string, format: date-time}`,
	`{type: string, format: date}`,
	`{type: string, format: uuid}`,
	`{type: string, format: byte}`,
	`{type: string, enum: [a, b]}`,
	`{type: integer, enum: [1, 2]}`,
	`{type: [string, 'null']}`,
	`{type: array, items: {type: integer}}`,
	`{type: array, items: {type: [integer, 'null']}}`,
	`{type: array, prefixItems: [{type: string}, {type: integer}], minItems: 1}`,
	`{type: array, prefixItems: [{type: string}], items: false}`,
	`{type: object, additionalProperties: {type: integer}}`,
	`{type: object, required: [a], properties: {a: {type: integer}, b: {type: [string, 'null']}}, additionalProperties: false}`,
	`{type: object, required: [a], properties: {a: {type: [integer, 'null']}}, additionalProperties: {type: string}}`,
	`{type: object, properties: {a: {$ref: '#/components/schemas/Node'}}}`,
	`{properties: {a: {type: integer}}}`,
	`{}`,
	`{oneOf: [{type: string}, {type: integer}]}`,
	`{oneOf: [{type: array, items: {type: string}}, {type: number}, {type: object, properties: {a: {type: boolean}}}]}`,
	`{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}`,
	`{oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, required: [b], properties: {b: {type: integer}}}]}`,
	`{anyOf: [{type: object, required: [a], properties: {a: {type: integer, minimum: 5}}}, {type: object, properties: {a: {type: string}, b: {type: integer}}}]}`,
	`{type: object, properties: {a: {type: integer}}, not: {required: [b]}}`,
	`{type: object, properties: {a: {type: array, items: {$ref: '#/components/schemas/Cat'}}}}`,
}

// readBodies are the responses that each of them gets.
var readBodies = []string{
	``, ` `, `null`, `true`, `"a"`, `"c"`, `""`, `1`, `-1`, `5`, `1.5`, `1e2`, `15e-1`, `2147483648`, `9223372036854775808`, `1e400`, `-0`,
	`"2024-02-29T12:00:00Z"`, `"2024-02-30T12:00:00Z"`, `"2024-02-29t12:00:00z"`, `"2016-12-31T23:59:60Z"`, `"2016-12-31T22:59:60Z"`, `"2024-02-29T12:00:00,5Z"`,
	`"2024-02-29T12:00:00"`, `"2024-02-29 12:00:00 +0100"`, `"2024-02-29 12:00"`, `"2024-02-29T12:00:00+25"`, `"2016-12-31 23:59:60"`, `"2024-02-29T12:00:00-0060"`,
	`"2024-02-29"`, `"2024-2-29"`, `"2023-02-29"`,
	`"f81d4fae-7dec-11d0-a765-00a0c91e6bf6"`, `"urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6"`, `"f81d4fae"`, `"aGk="`, `"aGk"`, `"a-_b"`, `"a*"`,
	`[]`, `[1]`, `["a"]`, `["a", 1]`, `["a", "b"]`, `["a", 1, true]`, `[null]`, `[1, null, 2.5]`, `[{}]`,
	`{}`, `{"a": 1}`, `{"a": null}`, `{"a": "x"}`, `{"a": "x", "b": 1}`, `{"b": 7}`, `{"b": "x"}`, `{"a": 7, "b": null, "c": true}`, `{"a": true}`, `{"a": {}}`,
	`{"a": {"next": {"next": 1}}}`, `{"a": {"next": {"value": 1}}}`, `{"x": 1}`, `{"x": "y"}`, `{"a": [1]}`, `{"a": [{"kind": "Cat", "lives": "x"}]}`,
	`{"kind": "Cat", "lives": 9}`, `{"kind": "Cat", "lives": "x"}`, `{"kind": "Dog", "lives": "x"}`, `{"kind": "Cow"}`, `{"kind": 1}`, `{"a": 1} x`, `{"a":`, `[1,]`,
}

const readComponents = `
components:
  schemas:
    Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}, value: {type: integer}}}
    Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
    Dog: {type: object, required: [kind], properties: {kind: {type: string}, tail: {type: number}}}
`

// TestReads compares with compiled code: for each schema and each body, whether the client fails.
func TestReads(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles a program")
	}
	var doc strings.Builder
	doc.WriteString("openapi: 3.1.0\ninfo: {title: Responses, version: '1'}\npaths:\n")
	for i, schema := range readSchemas {
		fmt.Fprintf(&doc, "  /s%d:\n    get:\n      operationId: s%d\n      responses:\n        '200': {description: x, content: {application/json: {schema: %s}}}\n", i, i, schema)
		fmt.Fprintf(&doc, "        '404': {description: x, content: {application/json: {schema: %s}}}\n", schema)
	}
	doc.WriteString(readComponents)
	model, files := generated(t, doc.String())
	asked := codec.New(model)
	var messages []gorun.Message
	var readings []codec.Reading
	var names []string
	for i, schema := range readSchemas {
		operation := fmt.Sprintf("S%d", i)
		code, err := gocall.New(model).Write(gocall.Request{Operation: operation})
		require.NoError(t, err)
		for _, body := range readBodies {
			response := &gorun.Response{Status: 200, Header: [][2]string{{"Content-Type", "application/json"}}, Body: body}
			messages = append(messages, gorun.Message{Operation: operation, Code: code, Response: response})
			readings = append(readings, asked.Reads(operation, codec.Response{Status: 200, Media: "application/json", Body: body}))
			names = append(names, schema+" reads "+body)
		}
	}
	outcomes, err := gorun.Run(t.Context(), files, messages)
	require.NoError(t, err)
	fails := 0
	for i, o := range outcomes {
		require.True(t, o.Compiles, o.Compiler)
		assert.Equal(t, o.Error != "", readings[i].Fails, "%s: generated code says %q, the model %q", names[i], o.Error, readings[i].Why)
		if o.Error != "" {
			fails++
		}
	}
	t.Logf("%d of %d fail", fails, len(outcomes))
	assert.Greater(t, fails, len(outcomes)/4)
	assert.Less(t, fails, len(outcomes)*3/4)
}

// generated returns the package of a document.
func generated(t *testing.T, doc string) (*gomodel.Package, gorun.Package) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "spec.yaml")
	require.NoError(t, os.WriteFile(path, []byte(doc), 0o600))
	result, err := generator.Generate(t.Context(), generator.Config{Spec: path, Package: "api"})
	if err != nil {
		text, _ := json.Marshal(result)
		require.NoError(t, err, string(text))
	}
	p := gorun.Package{Name: "api", Files: map[string][]byte{}}
	for _, f := range result.Files {
		p.Files[f.Name] = f.Data
	}
	return result.Package, p
}
