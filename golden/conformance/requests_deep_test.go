package main

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const deep = `openapi: 3.0.3
info: {title: t, version: "1"}
paths:
  /a:
    post:
      parameters:
      - {name: expand, in: query, style: deepObject, explode: true, required: true, schema: {type: array, items: {type: string}}}
      - name: when
        in: query
        style: deepObject
        explode: true
        schema: {anyOf: [{type: object, required: [gt], properties: {gt: {type: integer}}}, {type: integer}]}
      requestBody:
        content:
          application/x-www-form-urlencoded:
            encoding: {lines: {style: deepObject}, to: {style: deepObject}}
            schema:
              type: object
              required: [lines]
              additionalProperties: false
              properties:
                lines: {type: array, items: {type: object, required: [n], additionalProperties: false, properties: {n: {type: integer}, names: {type: array, items: {type: string}}}}}
                to:
                  anyOf: [{type: object, required: [at], properties: {at: {$ref: '#/components/schemas/At'}}}, {type: string, enum: ['']}]
                plain: {type: boolean}
      responses: {'204': {description: d}}
components:
  schemas:
    At: {allOf: [{type: object, properties: {city: {type: string, maxLength: 3}}}]}
`

// TestDeepObjects: lists and objects in the style deepObject are read, and what a schema forbids in them is refused.
func TestDeepObjects(t *testing.T) {
	path := filepath.Join(t.TempDir(), "openapi.yaml")
	require.NoError(t, os.WriteFile(path, []byte(deep), 0o600))
	j, err := newRequestJudge(path)
	require.NoError(t, err)
	item := j.doc.Paths.Value("/a")
	j.targets["Call"] = target{"/a", item, item.Post}
	const right, fine = "expand[0]=a&expand[1]=b", "lines[0][n]=1&plain=true"
	tests := []struct{ query, form, wrong string }{
		{right, fine, ""},
		{"expand[]=a&expand[]=b&when[gt]=1", "lines[0][n]=1&lines[0][names][0]=a&lines[1][n]=2", ""},
		{"expand[0]=a&when=1", "lines[0][n]=1&to[at][city]=abc", ""},
		{right, "lines[0][n]=1&to=", ""},
		{"when[gt]=1", fine, `"expand" in query`},
		{"expand[1]=a", fine, `"expand" in query`},
		{"expand=a", fine, `"expand" in query`},
		{right + "&when[gt]=x", fine, `"when" in query`},
		{right, "plain=true", "lines"},
		{right, "lines[0][n]=x", "/lines/0/n"},
		{right, "lines[0][n]=1&lines[0][n]=2", "/lines/0/n"},
		{right, "lines[0][m]=1", "/lines/0"},
		{right, "lines[0][n]=1&lines[0]=a", "/lines/0"},
		{right, "lines[n]=1", "/lines"},
		{right, "lines[0][n]=1&to[at][city]=abcd", "/to"},
		{right, "lines[0][n]=1&to[city]=abc", "/to"},
		{right, "lines[0][n]=1&other[0]=a", "other"},
		{right, "lines[0][n]=1&plain=x", "plain"},
	}
	for _, tt := range tests {
		r, err := http.NewRequestWithContext(t.Context(), "POST", "http://localhost/a?"+escaped(t, tt.query), strings.NewReader(escaped(t, tt.form)))
		require.NoError(t, err)
		r.Header.Set("X-Called", "Call")
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if err = j.judge(r); tt.wrong == "" {
			assert.NoError(t, err, "%s %s", tt.query, tt.form)
		} else {
			assert.ErrorContains(t, err, tt.wrong, "%s %s", tt.query, tt.form)
		}
	}
}

func escaped(t *testing.T, pairs string) string {
	t.Helper()
	values, err := url.ParseQuery(pairs)
	require.NoError(t, err)
	return values.Encode()
}

// TestFormValues: an empty object that is required gets a member, for a form writes nothing for it.
func TestFormValues(t *testing.T) {
	path := filepath.Join(t.TempDir(), "openapi.yaml")
	require.NoError(t, os.WriteFile(path, []byte(deep), 0o600))
	j, err := newRequestJudge(path)
	require.NoError(t, err)
	media := bodies(j.doc.Paths.Value("/a").Post)["application/x-www-form-urlencoded"]
	assert.True(t, isDeepForm(media))
	text, ok := j.sample.formValue(media.Schema, nil)
	require.True(t, ok)
	assert.JSONEq(t, `{"lines": [{"n": 1, "names": ["abc"]}], "plain": true, "to": {"at": {"city": "abc"}}}`, text)
}

func TestWithoutEmpty(t *testing.T) {
	assert.Equal(t, map[string]any{"a": []any{"b"}}, withoutEmpty(map[string]any{"a": []any{"b", []any{}}, "c": map[string]any{"d": []any{map[string]any{}}}}))
}
