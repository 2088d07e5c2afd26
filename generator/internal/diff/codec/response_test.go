package codec_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/diff/codec"
	"github.com/oas2go/oas2go/generator/internal/diff/gocall"
	"github.com/oas2go/oas2go/generator/internal/diff/gorun"
)

// responseDocument has each kind of result.
const responseDocument = `openapi: 3.1.0
info: {title: Responses, version: '1'}
paths:
  /nothing: {get: {operationId: nothing, responses: {'204': {description: x}}}}
  /text: {get: {operationId: text, responses: {'200': {description: x, content: {text/plain: {schema: {type: string}}}}}}}
  /number: {get: {operationId: number, responses: {'200': {description: x, content: {text/plain: {schema: {type: integer}}}}}}}
  /day: {get: {operationId: day, responses: {'200': {description: x, content: {text/plain: {schema: {type: string, format: date}}}}}}}
  /vendor: {get: {operationId: vendor, responses: {'200': {description: x, content: {application/vnd.x+json: {schema: {$ref: '#/components/schemas/A'}}}}}}}
  /maybe: {get: {operationId: maybe, responses: {'200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}, '204': {description: x}}}}
  /range: {get: {operationId: range, responses: {2XX: {description: x, content: {application/json: {schema: {type: integer}}}}}}}
  /bytes: {get: {operationId: bytes, responses: {'200': {description: x, content: {application/octet-stream: {}}}}}}
  /lines: {get: {operationId: lines, responses: {'200': {description: x, content: {application/jsonl: {itemSchema: {$ref: '#/components/schemas/A'}}}}}}}
  /events: {post: {operationId: events, responses: {'200': {description: x, content: {text/event-stream: {itemSchema: {type: object, properties: {data: {contentSchema: {$ref: '#/components/schemas/A'}, contentMediaType: application/json, type: string}}}}}}}}}
  /null: {get: {operationId: nil, responses: {'200': {description: x, content: {application/json: {schema: {type: [object, 'null'], properties: {a: {type: integer}}}}}}}}}
  /several:
    get:
      operationId: several
      responses:
        '200': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
        '201': {description: x, content: {application/json: {schema: {type: array, items: {type: integer}}}}}
        '202': {description: x, content: {text/plain: {schema: {type: string}}}}
        '204': {description: x}
        '404': {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
        5XX: {description: x, content: {application/json: {schema: {type: string}}}}
components:
  schemas:
    A: {type: object, properties: {a: {type: integer}}}
`

// TestResponses compares with compiled code: kinds of results, statuses and media types.
func TestResponses(t *testing.T) {
	if testing.Short() {
		t.Skip("it compiles a program")
	}
	model, files := generated(t, responseDocument)
	asked := codec.New(model)
	var messages []gorun.Message
	var readings []codec.Reading
	for _, name := range methods(model) {
		code, err := gocall.New(model).Write(gocall.Request{Operation: name})
		require.NoError(t, err)
		for _, status := range []int{200, 201, 202, 203, 204, 404, 503} {
			for _, media := range []string{"", "application/json", "application/problem+json; charset=utf-8", "text/plain", "application/jsonl", "text/event-stream"} {
				for _, body := range []string{"", "null", "1", "x", `{"a": 1}`, `{"a": "x"}`, "{\"a\": 1}\n{\"a\": \"x\"}\n", "data: {\"a\": 1}\n\n", "data: {\"a\": \"x\"}\n\n", "2024-02-29\n", `"s"`,
					"{\"a\": 1}\n{\"a\":", "\x1e{\n\"a\": 1}\n\x1e{}", "\x1e{}\n\x1e1", "data: {}\r\rid: 5\r", "event: ping\ndata: x\n\ndata: [DONE]\n", "\ufeffdata:{}\n\n: c"} {
					response := &gorun.Response{Status: status, Body: body}
					if media != "" {
						response.Header = [][2]string{{"Content-Type", media}}
					}
					messages = append(messages, gorun.Message{Operation: name, Code: code, Response: response})
					readings = append(readings, asked.Reads(name, codec.Response{Status: status, Media: media, Body: body}))
				}
			}
		}
	}
	outcomes, err := gorun.Run(t.Context(), files, messages)
	require.NoError(t, err)
	fails, typed := 0, 0
	for i, o := range outcomes {
		require.True(t, o.Compiles, o.Compiler)
		m, r := messages[i], readings[i]
		assert.False(t, r.Unknown)
		assert.Equal(t, o.Error != "", r.Fails, "%s %+v: generated code says %q, the model %q", m.Operation, *m.Response, o.Error, r.Why)
		if m.Response.Status >= 300 {
			assert.Equal(t, o.Body == "", r.Untyped, "%s %+v: the body is a %s", m.Operation, *m.Response, o.Body)
		}
		if fails += len(o.Error); o.Body != "" {
			typed++
		}
	}
	assert.NotZero(t, fails)
	assert.NotZero(t, typed)
}

// methods returns the methods of a client.
func methods(p *gomodel.Package) (names []string) {
	for _, f := range p.Files {
		for _, d := range f.Decls {
			if o, ok := d.(*gomodel.Operation); ok {
				names = append(names, o.Name)
			}
		}
	}
	return names
}
