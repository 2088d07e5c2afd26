package codec_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/codec"
	"github.com/oas2go/oas2go/generator/internal/diff/gocall"
	"github.com/oas2go/oas2go/generator/internal/diff/gorun"
	"github.com/oas2go/oas2go/generator/internal/diff/jsonvalue"
)

// sendSchemas have each kind of check, in members that are required and in ones that are not.
var sendSchemas = []string{
	`{type: string, minLength: 2, maxLength: 3}`,
	`{type: string, pattern: '^[a-z]+$'}`,
	`{type: string, pattern: '^(a|b)+c?$', minLength: 1}`,
	`{type: string, pattern: '^(?!x)'}`,
	`{type: string, enum: [web, phone]}`,
	`{type: string, const: only}`,
	`{type: string, format: password, minLength: 2}`,
	`{type: string, format: date}`,
	`{type: string, format: uuid}`,
	`{type: string, format: date-time}`,
	`{oneOf: [{type: object, required: [at], properties: {at: {type: string, format: date}, a: {type: integer}}}, {type: object, required: [at], properties: {at: {type: string, format: date}, b: {type: integer}}, not: {required: [a]}}]}`,
	`{type: string, format: email}`,
	`{type: integer, minimum: 1, maximum: 50}`,
	`{type: integer, format: int32, exclusiveMinimum: 0, multipleOf: 5}`,
	`{type: integer, enum: [1, 2]}`,
	`{type: integer, const: 7}`,
	`{type: number, minimum: 0.5, exclusiveMaximum: 10}`,
	`{type: number, multipleOf: 0.1}`,
	`{type: number, enum: [1.5, 20]}`,
	`{type: boolean, const: true}`,
	`{type: array, minItems: 1, maxItems: 2, items: {type: string, minLength: 1}}`,
	`{type: array, uniqueItems: true, items: {type: integer, maximum: 9}}`,
	`{type: array, items: {type: [string, 'null'], maxLength: 1}}`,
	`{type: array, items: {type: array, items: {type: integer, minimum: 0}}}`,
	`{type: array, prefixItems: [{type: string, minLength: 1}, {type: integer, maximum: 5}], items: {type: integer, minimum: 3}}`,
	`{type: object, minProperties: 1, maxProperties: 2, additionalProperties: {type: integer, maximum: 5}}`,
	`{type: object, required: [k], additionalProperties: {type: string, minLength: 1}}`,
	`{type: object, required: [a], properties: {a: {type: string, minLength: 1}, b: {type: integer, maximum: 5}}}`,
	`{type: object, required: [a], properties: {a: {type: string, enum: [x]}}, additionalProperties: {type: integer, minimum: 1}}`,
	`{type: object, properties: {a: {type: [string, 'null'], minLength: 2}, n: {$ref: '#/components/schemas/Node'}}}`,
	`{$ref: '#/components/schemas/Node'}`,
	`{oneOf: [{type: string, minLength: 2}, {type: integer, minimum: 5}]}`,
	`{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}`,
	`{type: object, properties: {a: {type: integer}}, not: {required: [a]}}`,
	`{not: {type: string}}`,
	`{anyOf: [{type: object, required: [a], properties: {a: {type: integer, minimum: 5}}}, {type: object, required: [b], properties: {b: {type: integer}}}]}`,
}

// sendValues are what each of them gets, "" for nothing.
var sendValues = []string{
	``, `null`, `true`, `false`, `""`, `"a"`, `"ab"`, `"abcd"`, `"web"`, `"only"`, `"x1"`, `"ä/~\n\u2028"`, `"this text is longer than forty characters, it is"`, `"2024-02-29"`, `"0001-01-01"`, `"0001-01-01T00:00:00Z"`,
	`"00000000-0000-0000-0000-000000000000"`, `"f81d4fae-7dec-11d0-a765-00a0c91e6bf6"`, `"2024-02-29T12:00:00Z"`, `{"at": "0001-01-01", "a": 1}`, `{"at": "2024-02-29", "a": 1}`,
	`0`, `1`, `5`, `7`, `51`, `-3`, `1.5`, `0.3`, `10`, `1e21`, `0.35`,
	`[]`, `["a"]`, `["", "a", "b"]`, `["abc", null]`, `[1, 2, 1]`, `[1, 10]`, `[[1], [-1, 2]]`, `["", 7, 1, 3]`, `["x"]`,
	`{}`, `{"k": "v"}`, `{"k": ""}`, `{"a": "x"}`, `{"a": ""}`, `{"a": "", "b": 7}`, `{"a": "y", "z": 0, "y": 0}`, `{"x": 1, "y": 9, "z": 7}`, `{"a": null}`, `{"a": "q"}`,
	`{"n": {"value": 1}}`, `{"value": 1, "next": {"value": -1}}`, `{"next": {"value": 50}}`, `{"a": 7}`, `{"a": 1, "b": 1}`, `{"b": 2}`,
	`{"kind": "Cat", "lives": 10}`, `{"kind": "Dog", "tail": 0}`,
}

const sendComponents = `
components:
  schemas:
    Node: {type: object, required: [value], properties: {next: {$ref: '#/components/schemas/Node'}, value: {type: integer, minimum: 1}}}
    Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer, maximum: 9}}}
    Dog: {type: object, required: [kind], properties: {kind: {type: string}, tail: {type: number, exclusiveMinimum: 0}}}
`

// sendDocument has three operations for each schema: one with a required member, one with one that may be absent, one with a parameter.
func sendDocument() string {
	var doc strings.Builder
	doc.WriteString("openapi: 3.1.0\ninfo: {title: Requests, version: '1'}\npaths:\n")
	for i, schema := range sendSchemas {
		for name, required := range map[string]string{"r": "required: [v], ", "o": ""} {
			fmt.Fprintf(&doc, "  /%s%d:\n    post:\n      operationId: %s%d\n      requestBody: {required: true, content: {application/json: "+
				"{schema: {type: object, %sproperties: {v: %s}}}}}\n      responses: {'204': {description: x}}\n", name, i, name, i, required, schema)
		}
		fmt.Fprintf(&doc, "  /q%d/{p}:\n    get:\n      operationId: q%d\n      parameters: [{name: p, in: path, required: true, schema: {type: string}}, "+
			"{name: v, in: query, schema: %s}, {name: w, in: query, required: true, schema: %s}]\n      responses: {'204': {description: x}}\n", i, i, schema, schema)
	}
	doc.WriteString(sendComponents)
	return doc.String()
}

// TestRefusal compares with compiled code: what it says to each request that Go code can hold.
func TestRefusal(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles a program")
	}
	model, files := generated(t, sendDocument())
	asked := codec.New(model)
	var messages []gorun.Message
	var requests []gocall.Request
	for i := range sendSchemas {
		for _, text := range sendValues {
			for _, r := range sendRequests(t, i, text) {
				code, err := gocall.New(model).Write(r)
				if err != nil {
					continue
				}
				messages = append(messages, gorun.Message{Operation: r.Operation, Code: code})
				requests = append(requests, r)
			}
		}
	}
	outcomes, err := gorun.Run(t.Context(), files, messages)
	require.NoError(t, err)
	known, refused := 0, 0
	for i, o := range outcomes {
		require.True(t, o.Compiles, "%s: %s", messages[i].Code.Params, o.Compiler)
		text, ok := asked.Refusal(requests[i])
		if !ok {
			continue
		}
		known++
		if o.Error != "" {
			refused++
		}
		assert.Equal(t, o.Error, text, "%s", messages[i].Code.Params)
	}
	t.Logf("%d of %d are known, %d refused", known, len(outcomes), refused)
	assert.Greater(t, known, len(outcomes)*3/4)
	assert.Greater(t, refused, known/4)
}

func sendRequests(t *testing.T, i int, text string) []gocall.Request {
	t.Helper()
	body, value := "{}", []gocall.Value{{In: gomodel.InPath, Name: "p", Value: parse(t, `"a"`)}}
	if text != "" {
		body = `{"v": ` + text + `}`
		for _, name := range []string{"v", "w"} {
			value = append(value, gocall.Value{In: gomodel.InQuery, Name: name, Value: parse(t, text)})
		}
	}
	return []gocall.Request{
		{Operation: fmt.Sprintf("R%d", i), Body: parse(t, body)}, {Operation: fmt.Sprintf("O%d", i), Body: parse(t, body)},
		{Operation: fmt.Sprintf("Q%d", i), Values: value},
	}
}

func parse(t *testing.T, text string) api.Value {
	t.Helper()
	v, err := jsonvalue.Parse(text)
	require.NoError(t, err, text)
	return v
}
