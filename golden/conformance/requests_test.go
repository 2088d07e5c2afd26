package main

import (
	"net/http"
	"os"
	"path/filepath"
	"regexp/syntax"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/golden/conformance/jsontext"
)

const judged = `openapi: 3.1.0
info: {title: t, version: "1"}
paths:
  /pets/{id}#alternative:
    post:
      parameters:
      - {name: id, in: path, required: true, schema: {type: integer}}
      - {name: Accept, in: header, schema: {enum: [text/odd]}}
      requestBody: {required: true, content: {application/odd+json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'204': {description: d}}
components:
  schemas:
    Pet:
      type: object
      required: [id, born, name]
      properties: {id: {type: string, readOnly: true}, born: {$ref: '#/components/schemas/Born'}, name: {type: string, minLength: 6, pattern: '^x[a-z]*$'}, old: {type: string, writeOnly: true}}
    Born: {type: string, format: date, example: in spring, readOnly: true}
    Part: {type: object, required: [a], additionalProperties: false, properties: {a: {type: string}}}
    Whole: {allOf: [{$ref: '#/components/schemas/Part'}], additionalProperties: false, properties: {b: {type: string}}}
    Other: {type: object}
    Word: {anyOf: [{type: string}, {allOf: [{$ref: '#/components/schemas/Born'}]}]}
    Either: {anyOf: [{type: string}, {type: integer}]}
`

func newTestJudge(t *testing.T) *requestJudge {
	t.Helper()
	path := filepath.Join(t.TempDir(), "openapi.yaml")
	require.NoError(t, os.WriteFile(path, []byte(judged), 0o600))
	j, err := newRequestJudge(path)
	require.NoError(t, err)
	return j
}

// TestSamples: a value that is sent has no readOnly members, and an example that its format forbids is not taken.
func TestSamples(t *testing.T) {
	j := newTestJudge(t)
	pet := j.doc.Components.Schemas["Pet"]
	ref := &openapi3.SchemaRef{Ref: "#/components/schemas/Pet", Value: pet.Value}
	text, ok := j.sample.value(ref, []any{map[string]any{"id": "a", "born": "in spring", "name": "xxxxxx"}}, true)
	require.True(t, ok)
	assert.JSONEq(t, `{"name": "xaaaaa", "old": "abc"}`, strings.NewReplacer("x00000", "xaaaaa").Replace(text))
	text, ok = j.sample.value(ref, []any{map[string]any{"id": "a", "born": "in spring", "name": "xxxxxx"}}, false)
	require.True(t, ok)
	assert.Contains(t, text, `"born":"2026-01-02"`)
	assert.NotContains(t, text, "old")

	assert.True(t, j.doc.Components.Schemas["Word"].Value.Type.Is("string"))
	assert.Nil(t, j.doc.Components.Schemas["Either"].Value.Type)
	needed := j.sample.components.neededBy(map[string]any{"$ref": "#/components/schemas/Part"})
	assert.Contains(t, needed, "Whole", "an heir may be meant")
	assert.NotContains(t, needed, "Other")
	whole := &openapi3.SchemaRef{Ref: "#/components/schemas/Whole", Value: j.doc.Components.Schemas["Whole"].Value}
	text, ok = j.sample.value(whole, nil, true)
	require.True(t, ok)
	assert.JSONEq(t, `{"a": "abc", "b": "abc"}`, text)
}

// TestJudgeByOperation: a request is judged by the operation that was called, whose path and method it must have.
func TestJudgeByOperation(t *testing.T) {
	j := newTestJudge(t)
	const path = "/pets/{id}#alternative"
	item := j.doc.Paths.Value(path)
	j.targets["Call"] = target{path, item, item.Post}
	judge := func(method, url, body string) error {
		r, err := http.NewRequestWithContext(t.Context(), method, "http://localhost"+url, strings.NewReader(body))
		require.NoError(t, err)
		r.Header.Set("X-Called", "Call")
		r.Header.Set("Accept", "application/json")
		r.Header.Set("Content-Type", "application/odd+json")
		return j.judge(r)
	}
	assert.NoError(t, judge("POST", "/pets/1", `{"name":"xaaaaa"}`))
	assert.ErrorContains(t, judge("POST", "/pets/1", `{}`), "name")
	assert.ErrorContains(t, judge("POST", "/pets/x", `{"name":"xaaaaa"}`), "id")
	assert.ErrorContains(t, judge("POST", "/pets/1/2", `{"name":"xaaaaa"}`), "does not fit")
	assert.ErrorContains(t, judge("PUT", "/pets/1", `{"name":"xaaaaa"}`), "not the method")
}

// TestDefects: a document that has a key twice, or lacks a schema, is read without that.
func TestDefects(t *testing.T) {
	path := filepath.Join(t.TempDir(), "openapi.yaml")
	text := strings.Replace(judged, "    Other: {type: object}\n", "    Other: {$ref: '#/components/schemas/Missing'}\n    Other: {$ref: '#/components/schemas/Missing'}\n", 1)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	_, err := newLoader().LoadFromFile(path)
	require.Error(t, err)
	doc, err := loadDocument(path)
	require.NoError(t, err)
	assert.Contains(t, doc.Components.Schemas, "Missing")
	require.NoError(t, os.WriteFile(path, []byte("openapi: [\n"), 0o600))
	_, err = loadDocument(path)
	assert.Error(t, err)
}

// TestMerged: one part may require what another one describes.
func TestMerged(t *testing.T) {
	b := builder{components: map[string]any{"Part": map[string]any{"properties": map[string]any{"a": map[string]any{"type": "string"}, "b": map[string]any{}}}}}
	got := b.build(map[string]any{"allOf": []any{map[string]any{"$ref": "#/components/schemas/Part"}, map[string]any{"required": []any{"a"}}}}, 0)
	assert.Equal(t, map[string]any{"a": "abc"}, got)
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string]string{`{}`: "1", `{"minimum":-9223372036854775808}`: "1", `{"minimum":2,"maximum":3}`: "2", `{"maximum":0}`: "0", `{"multipleOf":5}`: "5", `{"multipleOf":0.5}`: "1"} {
		s, err := jsontext.Decode([]byte(text))
		require.NoError(t, err)
		assert.Equal(t, want, numberFor(s.(map[string]any)).String(), text)
	}
}

// TestPlaces: which values a path can hold, in the text of all its styles.
func TestPlaces(t *testing.T) {
	for text, want := range map[string]bool{
		`"abc"`: true, `{"a":1,"b":"x"}`: true, `["a","b"]`: true, `"a,b"`: false, `["a","b;c"]`: false, `{"a b":1}`: false, `{"a":null}`: false, `[]`: false, `"a\nb"`: false,
	} {
		assert.Equal(t, want, canTravel(text, gomodel.InPath), text)
	}
	assert.True(t, canTravel(`"a,b"`, gomodel.InQuery))
}

// TestPlainest: values that need more than their types: a length beyond the pattern, base64, a member of a map, an integer beyond float64.
func TestPlainest(t *testing.T) {
	exact := newExactNumbers([]byte(`{"const": 18446744073709551615}`))
	rounded := jsontext.MustDecode([]byte(`{"const":18446744073709552000,"items":[{"maximum":5}]}`))
	assert.Equal(t, `{"const":18446744073709551615,"items":[{"maximum":5}]}`, string(jsontext.MustEncode(exact.back(rounded))))
	for schema, want := range map[string]string{
		`{"type":"string","minLength":8,"pattern":"^a"}`:                         `"aaaaaaaa"`,
		`{"type":"string","format":"byte","minLength":5}`:                        `"YWJjYWJj"`,
		`{"type":"string","contentEncoding":"base64","maxLength":3}`:             `""`,
		`{"type":"object","additionalProperties":{"type":["integer","null"]}}`:   `{"a":1}`,
		`{"type":"object","properties":{"a":{"type":"string","format":"byte"}}}`: `{"a":"YWJj"}`,
	} {
		b := builder{filled: true}
		assert.Equal(t, want, string(jsontext.MustEncode(b.build(withFormats(jsontext.MustDecode([]byte(schema))), 0))), schema)
	}
}

func TestExcuse(t *testing.T) {
	c := apiCall{result: "refused: in query has an error: decoding oneOf failed: x"}
	c.excuse()
	assert.Empty(t, c.result)
	assert.NotEmpty(t, c.skip)
	assert.Contains(t, c.detail, "decoding oneOf")
	c = apiCall{result: "refused: the path /a does not fit /b"}
	c.excuse()
	assert.Empty(t, c.skip)
	assert.NotEmpty(t, c.result)
}

func TestMatching(t *testing.T) {
	for pattern, want := range map[string]string{"^[a-z]*$": "aaa", "a(b|c)+d": "abbbbd", "x{2,4}y?": "xxxx", "[0-9]{2}": "00"} {
		re, err := syntax.Parse(pattern, syntax.Perl)
		require.NoError(t, err)
		assert.Equal(t, want, matching(re, 3))
	}
}
