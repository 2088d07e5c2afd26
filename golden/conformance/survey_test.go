package main

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/golden/conformance/jsontext"
)

func parse(t *testing.T, text string) any {
	t.Helper()
	v, err := jsontext.Decode([]byte(text))
	require.NoError(t, err)
	return v
}

func text(t *testing.T, v any) string {
	t.Helper()
	data, err := jsontext.Encode(v)
	require.NoError(t, err)
	return string(data)
}

func TestRewriteRefs(t *testing.T) {
	for _, c := range []struct{ name, schema, want string }{
		{"root", `{"properties":{"next":{"$ref":"#"}}}`, `{"properties":{"next":{"$ref":"#/c/G"}}}`},
		{"definition", `{"$defs":{"a~b":true},"$ref":"#/$defs/a~0b"}`, `{"$defs":{"a~b":true},"$ref":"#/c/G/$defs/a~0b"}`},
		{"any pointer", `{"allOf":[{"$ref":"#/properties/a"}]}`, `{"allOf":[{"$ref":"#/c/G/properties/a"}]}`},
		{"dynamic", `{"items":{"$dynamicRef":"#/$defs/x"}}`, `{"items":{"$dynamicRef":"#/c/G/$defs/x"}}`},
		{"anchor", `{"$ref":"#foo"}`, `{"$ref":"#foo"}`},
		{"other document", `{"$ref":"other.json#/$defs/x"}`, `{"$ref":"other.json#/$defs/x"}`},
		{"identified", `{"$id":"http://x/","$ref":"#/$defs/x"}`, `{"$id":"http://x/","$ref":"#/$defs/x"}`},
		{"identified below", `{"$ref":"#","$defs":{"x":{"$id":"http://x/","items":{"$ref":"#"}}}}`,
			`{"$defs":{"x":{"$id":"http://x/","items":{"$ref":"#"}}},"$ref":"#/c/G"}`},
		{"properties with the names of keywords", `{"properties":{"$ref":{"$ref":"#"},"$id":true}}`,
			`{"properties":{"$id":true,"$ref":{"$ref":"#/c/G"}}}`},
		{"data", `{"const":{"$ref":"#"},"enum":[{"$ref":"#"}],"default":{"$ref":"#"},"unknown":{"$ref":"#"}}`,
			`{"const":{"$ref":"#"},"default":{"$ref":"#"},"enum":[{"$ref":"#"}],"unknown":{"$ref":"#"}}`},
		{"texts of numbers", `{"maximum":1e400,"minimum":-0.10}`, `{"maximum":1e400,"minimum":-0.10}`},
		{"boolean", `false`, `false`},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, c.want, text(t, rewriteRefs(parse(t, c.schema), "#/c/G")))
		})
	}
}

func TestLook(t *testing.T) {
	schema := parse(t, `{"$schema":"https://json-schema.org/draft/2020-12/schema","$anchor":"a","$ref":"http://x/d/one.json#/$defs/y","$defs":{
		"x":{"$id":"http://x/d/two.json","$anchor":"b","items":{"$ref":"three.json"},"not":{"$ref":"two.json#b"}}},"const":{"$id":"http://no/"}}`)
	found := look(schema, nil)
	assert.Equal(t, []string{"http://x/d/two.json"}, found.ids)
	assert.Equal(t, []string{"a"}, found.anchors)
	assert.ElementsMatch(t, []string{"http://x/d/one.json", "http://x/d/three.json"}, found.external)
	assert.False(t, found.dynamic)
	assert.Empty(t, found.outOfReach)
	assert.NotContains(t, schema, "$schema", "the document says it")

	assert.True(t, look(parse(t, `{"items":{"$dynamicAnchor":"a"}}`), nil).dynamic)
	assert.Equal(t, "another dialect: $schema http://x/", look(parse(t, `{"not":{"$schema":"http://x/"}}`), nil).outOfReach)
	assert.Equal(t, "a vocabulary of its own: $vocabulary", look(parse(t, `{"$vocabulary":{}}`), nil).outOfReach)
}

func TestRemotes(t *testing.T) {
	r := &remotes{known: map[string]bool{"http://x/own": true}, library: library{
		"http://x/a/1": parse(t, `{"$schema":"https://json-schema.org/draft/2020-12/schema","$ref":"2","not":{"$ref":"/own"}}`),
		"http://x/a/2": parse(t, `{"$id":"http://y/z","items":{"$ref":"#"}}`),
		"http://x/old": parse(t, `{"$schema":"http://json-schema.org/draft-07/schema#"}`),
	}}
	r.need("http://x/a/1")
	require.Empty(t, r.outOfReach)
	require.Len(t, r.list, 2)
	assert.Equal(t, "http://x/a/1", r.list[0].uri)
	assert.Equal(t, `{"$ref":"2","$schema":"https://json-schema.org/draft/2020-12/schema","not":{"$ref":"/own"}}`, text(t, r.list[0].schema),
		"as it is in the suite")
	assert.Equal(t, "http://x/a/2", r.list[1].uri)
	assert.True(t, r.known["http://y/z"], "no other document may have it")

	r.need("http://x/none")
	assert.Equal(t, "another document that is not there: http://x/none", r.outOfReach)
	r.outOfReach = ""
	r.need("http://x/old")
	assert.Equal(t, "another dialect: $schema http://json-schema.org/draft-07/schema#, in http://x/old", r.outOfReach)
}

func TestShelf(t *testing.T) {
	d := draft{"draft2020-12", "3.1.0"}
	var s shelf
	for i, schema := range []string{
		`{"$id":"http://x/a"}`, `{"type":"string"}`, `{"$id":"http://x/a"}`, `{"$dynamicAnchor":"a"}`, `{"$anchor":"b"}`, `{"$anchor":"b"}`,
	} {
		p, err := newPart(&group{draft: d, schema: json.RawMessage(schema)}, i+1, nil)
		require.NoError(t, err)
		s.put(p)
	}
	var got [][]string
	for _, doc := range s.documents {
		var names []string
		for _, p := range doc.parts {
			names = append(names, p.component)
		}
		got = append(got, names)
	}
	assert.Equal(t, [][]string{{"Group0001", "Group0002", "Group0005"}, {"Group0003", "Group0006"}, {"Group0004"}}, got,
		"base URIs and anchors once in a document, a dynamic anchor of the document alone")
}
