package verify_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/verify"
	"github.com/oas2go/oas2go/generator/internal/directions"
)

const (
	head30 = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
	head31 = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
	head20 = "swagger: '2.0'\ninfo: {title: t, version: '1'}\npaths: {}\ndefinitions:\n"
)

// lines returns the errors of a result, one a line, and the problem.
func lines(r verify.Result) string {
	var list []string
	for _, e := range r.Errors {
		list = append(list, e.String())
	}
	if r.Problem != nil {
		list = append(list, "problem: "+r.Problem.Error())
	}
	if r.Valid {
		list = append(list, "valid")
	}
	return strings.Join(list, "\n")
}

func TestValues(t *testing.T) {
	for _, c := range []struct{ name, document, value, want string }{
		{"valid", head30 + "    A: {type: integer}", `1.0`, "valid"},
		{"no JSON", head30 + "    A: {}", `{`, "json: unexpected EOF"},
		{"no UTF-8", head30 + "    A: {}", "\"\xff\"", "json: the text is not UTF-8"},
		{"several places", head30 + "    A: {required: [a], properties: {b: {type: string}, c: {items: {maximum: 50}}}}", `{"b":1,"c":[1,51]}`,
			"/a: required: missing\n/b: type: got number, want string\n/c/1: maximum: got 51, want 50"},
		{"not allowed", head30 + "    A: {type: object, additionalProperties: false}", `{"x/y":1}`, "/x~1y: additionalProperties: not allowed"},
		{"alternatives", head31 + "    A: {anyOf: [{type: string}, {properties: {a: {const: 1}}, type: object}]}", `{"a":2}`,
			": anyOf\n/a: const\n: type"},
		{"unevaluated", head31 + "    A: {allOf: [{properties: {a: {}}}], unevaluatedProperties: false}", `{"a":1,"b":2}`, "/b: unevaluatedProperties"},
		{"exact numbers", head30 + "    A: {type: integer, maximum: 9007199254740993}", `9007199254740994`, "maximum: got 9007199254740994, want 9007199254740993"},
		{"numbers without end", head30 + "    A: {maximum: 5}", `1e1000000000`, "problem: the number 1e1000000000 is too large to compute with"},
		{"limits without end", head30 + "    A: {maximum: 1e1000000000}", `1`, "problem: the schema"},

		{"nullable", head30 + "    A: {type: string, nullable: true}", `null`, "valid"},
		{"nullable alternatives", head30 + "    A: {nullable: true, oneOf: [{type: string}]}", `null`, "valid"},
		{"nullable enum without null", head30 + "    A: {type: string, nullable: true, enum: [a]}", `null`, "enum"},
		{"siblings of a reference count since 3.1", head31 + "    B: {type: string}\n    A: {$ref: '#/components/schemas/B', maxLength: 1}", `"ab"`, "maxLength: got 2, want 1"},
		{"and not before", head30 + "    B: {type: string}\n    A: {$ref: '#/components/schemas/B', maxLength: 1}", `"ab"`, "valid"},
		{"keywords of later versions", head30 + "    A: {const: 1, patternProperties: {a: false}}", `{"a":1}`, "valid"},
		{"exclusive limits of 3.0", head30 + "    A: {minimum: 1, exclusiveMinimum: true}", `1`, "exclusiveMinimum"},
		{"and of 3.1", head31 + "    A: {exclusiveMinimum: 1}", `1`, "exclusiveMinimum"},
		{"nullable of Swagger", head20 + "  A: {type: string, x-nullable: true}", `null`, "valid"},
		{"and that of OpenAPI, which people write there", head20 + "  A: {type: string, nullable: true, anyOf: [{maxLength: 0}]}", `null`, "valid"},

		{"recursion", head30 + "    A: {properties: {next: {$ref: '#/components/schemas/A'}, v: {type: string}}}", `{"next":{"next":{"v":1}}}`, "/next/next/v: type: got number, want string"},
		{"the middle of a schema", head30 + "    B: {properties: {a/b: {items: {type: string}}}}\n    A: {$ref: '#/components/schemas/B/properties/a~1b/items'}", `1`, "type: got number, want string"},
		{"a reference that leads nowhere", head30 + "    A: {properties: {a: {$ref: '#/nowhere'}}}", `{"a":1}`, "problem: a reference leads nowhere"},
		{"and is not met", head30 + "    A: {properties: {a: {$ref: '#/nowhere'}}}", `{"b":1}`, "valid"},
		{"a pattern of ECMA-262", head30 + "    A: {pattern: '^(?!admin)\\d+$'}", `"१"`, "pattern"},
		{"a pattern that is none", head30 + "    A: {properties: {a: {pattern: '('}}}", `{"a":"x"}`, "problem: the pattern \"(\" cannot be matched"},
		{"and is not met", head30 + "    A: {properties: {a: {pattern: '('}}}", `{"a":1}`, "valid"},
		{"keywords that parse left out", head30 + "    A: {type: string, maxLength: no, required: true}", `"a"`, "valid"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := read(t, c.document)
			got := lines(verify.New(doc, verify.Options{}).Value(component(t, doc, "A"), change.Request, []byte(c.value)))
			if c.want == "valid" {
				assert.Equal(t, c.want, got)
				return
			}
			for i, want := range strings.Split(c.want, "\n") {
				all := strings.Split(got, "\n")
				require.Less(t, i, len(all), got)
				assert.Contains(t, got, strings.TrimPrefix(want, ": "), "%d", i)
			}
			assert.NotContains(t, got, "valid\n")
		})
	}
}

// TestPlacesOfSchemas: an error tells which schema of the document was broken.
func TestPlacesOfSchemas(t *testing.T) {
	doc := read(t, head31+"    B: {properties: {'a/b c': {maximum: 1}}}\n    A: {items: {$ref: '#/components/schemas/B'}}\n")
	r := verify.New(doc, verify.Options{}).Value(component(t, doc, "A"), change.Request, []byte(`[{"a/b c":2}]`))
	require.Len(t, r.Errors, 1)
	assert.Equal(t, "/components/schemas/B/properties/a~1b c", r.Errors[0].Schema)
	assert.Equal(t, "/0/a~1b c", r.Errors[0].Pointer)
	assert.Equal(t, "maximum", r.Errors[0].Keyword)
}

// TestDynamicReferences: Core 8.2.3.2, with resources inside of components.
func TestDynamicReferences(t *testing.T) {
	doc := read(t, head31+`    List:
      $id: https://example.com/list
      type: array
      items: {$dynamicRef: '#element'}
      $defs: {any: {$dynamicAnchor: element}}
    Words:
      $id: https://example.com/words
      $ref: list
      $defs: {word: {$dynamicAnchor: element, type: string}}
    Nested:
      properties: {words: {$id: inner, $ref: 'https://example.com/words', $defs: {word: {$dynamicAnchor: element, maxLength: 1}}}}
`)
	judge := verify.New(doc, verify.Options{})
	for _, c := range []struct{ name, value, want string }{
		{"List", `[1,"a"]`, "valid"},
		{"Words", `["a"]`, "valid"},
		{"Words", `["a",1]`, "/1: type: got number, want string"},
		{"Nested", `{"words":["a",1]}`, "valid"}, // the outermost resource counts
		{"Nested", `{"words":["ab"]}`, "/words/0: maxLength: got 2, want 1"},
	} {
		assert.Equal(t, c.want, lines(judge.Value(component(t, doc, c.name), change.Request, []byte(c.value))), "%s %s", c.name, c.value)
	}
}

// TestFiles: schemas in other files, of other versions too, have their own rules.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"api.yaml":        head31 + "    A: {properties: {old: {$ref: 'old.json#/components/schemas/Old'}, part: {$ref: 'parts/part.yaml'}}}\n",
		"old.json":        `{"openapi":"3.0.0","info":{"title":"t","version":"1"},"paths":{},"components":{"schemas":{"Old":{"type":"string","nullable":true,"const":"x"}}}}`,
		"parts/part.yaml": "type: [string, 'null']\nmaxLength: 2\n",
	} {
		require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	doc := readFile(t, filepath.Join(dir, "api.yaml"))
	judge := verify.New(doc, verify.Options{})
	for value, want := range map[string]string{
		`{"old":null,"part":null}`: "valid",
		`{"old":1}`:                "/old: type: got number, want null or string",
		`{"part":"abc"}`:           "/part: maxLength: got 3, want 2",
	} {
		r := judge.Value(component(t, doc, "A"), change.Request, []byte(value))
		assert.Equal(t, want, lines(r))
		for _, e := range r.Errors {
			assert.Contains(t, []string{"old.json#/components/schemas/Old", "parts/part.yaml#"}, e.Schema)
		}
	}
}

// TestDirections: what does not travel is not described and not required, whether the schema is that of the document or a form of
// it.
func TestDirections(t *testing.T) {
	doc := read(t, `openapi: 3.0.3
info: {title: t, version: '1'}
paths:
  /a:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
components:
  schemas:
    Stamp: {type: string, readOnly: true}
    A:
      type: object
      required: [id, secret, at, name]
      additionalProperties: false
      properties:
        id: {type: integer, readOnly: true}
        secret: {type: string, writeOnly: true}
        at: {$ref: '#/components/schemas/Stamp'}
        wrapped: {allOf: [{$ref: '#/components/schemas/Stamp'}]}
        name: {type: string}
        both: {type: string, readOnly: true, writeOnly: true}
      allOf: [{required: [id, name]}]
`)
	var findings diag.List
	forms := directions.Plan(doc, directions.Options{}, &findings)
	a := component(t, doc, "A")
	judge := verify.New(doc, verify.Options{})
	for _, c := range []struct {
		way         change.Direction
		value, want string
	}{
		{change.Request, `{"name":"","secret":"","both":""}`, "valid"},
		{change.Request, `{"name":"","secret":"","id":1,"wrapped":""}`, "/id: additionalProperties: not allowed\n/wrapped: additionalProperties: not allowed"},
		{change.Request, `{"name":""}`, "/secret: required: missing"},
		{change.Response, `{"name":"","id":1,"at":"","wrapped":"","both":""}`, "valid"},
		{change.Response, `{"name":"","at":"","secret":""}`, "/id: required: missing\n/id: required: missing\n/secret: additionalProperties: not allowed"},
	} {
		way := directions.Sent
		if c.way == change.Response {
			way = directions.Received
		}
		assert.Equal(t, c.want, lines(judge.Value(a, c.way, []byte(c.value))))
		form := forms.Form(a, way)
		require.NotSame(t, a, form)
		assert.Equal(t, c.want, lines(judge.Value(form, c.way, []byte(c.value))), "the form")
	}
}

// TestSchemasInMemory: a schema that no document has may refer to those of one.
func TestSchemasInMemory(t *testing.T) {
	doc := read(t, head30+"    A: {type: string, nullable: true}\n")
	judge := verify.New(doc, verify.Options{})
	n := api.Int(2)
	s := &api.Schema{Array: &api.ArrayRules{Items: &api.Schema{Ref: &api.Ref{Target: component(t, doc, "A")}}, MaxItems: &n}}
	for value, want := range map[string]string{
		`["a",null]`: "valid", `[1]`: "/0: type: got number, want null or string", `["","",""]`: "maxItems: got 3, want 2",
	} {
		assert.Equal(t, want, lines(judge.Value(s, change.Response, []byte(value))))
	}
	assert.True(t, judge.Value(nil, change.Response, []byte(`1`)).Valid, "no schema allows everything")
}

func TestLenient(t *testing.T) {
	doc := read(t, head30+"    A: {type: string, nullable: true, enum: [a]}")
	assert.True(t, verify.New(doc, verify.Options{Lenient: true}).Value(component(t, doc, "A"), change.Request, []byte("null")).Valid)
}
