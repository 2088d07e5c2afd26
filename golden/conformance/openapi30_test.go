package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTo30(t *testing.T) {
	for _, c := range []struct{ name, schema, want string }{
		{"boolean true", `true`, `{"G":{}}`},
		{"boolean false", `{"items":false}`, `{"G":{"items":{"not":{}}}}`},
		{"additional properties", `{"additionalProperties":false}`, `{"G":{"additionalProperties":{"not":{}}}}`},
		{"const", `{"const":1.0}`, `{"G":{"enum":[1.0]}}`},
		{"const null", `{"const":null}`, `{"G":{"enum":[null]}}`},
		{"nullable", `{"type":["null","integer"]}`, `{"G":{"nullable":true,"type":"integer"}}`},
		{"null", `{"type":"null"}`, `{"G":{"enum":[null]}}`},
		{"types", `{"type":["array","string","null"]}`, `{"G":{"anyOf":[{"items":{},"type":"array"},{"type":"string"},{"enum":[null]}]}}`},
		{"array", `{"type":"array"}`, `{"G":{"items":{},"type":"array"}}`},
		{"exclusive limit of draft 7", `{"exclusiveMinimum":1.50}`, `{"G":{"exclusiveMinimum":true,"minimum":1.50}}`},
		{"exclusive limit of draft 4", `{"maximum":3,"exclusiveMaximum":true}`, `{"G":{"exclusiveMaximum":true,"maximum":3}}`},
		{"definitions", `{"$schema":"x","definitions":{"b/c":{"$ref":"#"},"a":{"items":{"$ref":"#/definitions/b~1c"}}},"not":{"$ref":"#/definitions/a/items"}}`,
			`{"G":{"not":{"$ref":"#/components/schemas/GDefinition1/items"}},` +
				`"GDefinition1":{"items":{"$ref":"#/components/schemas/GDefinition2"}},"GDefinition2":{"$ref":"#/components/schemas/G"}}`},
		{"percent", `{"definitions":{"a%b":true},"$ref":"#/definitions/a%25b"}`,
			`{"G":{"$ref":"#/components/schemas/GDefinition1"},"GDefinition1":{}}`},
		{"beside a reference", `{"properties":{"a":{"$ref":"#","contains":true}}}`,
			`{"G":{"properties":{"a":{"$ref":"#/components/schemas/G","contains":true}}}}`},
		{"property with the name of a keyword", `{"properties":{"contains":true}}`, `{"G":{"properties":{"contains":{}}}}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := translate30(parse(t, c.schema), "G", nil)
			assert.Empty(t, got.outOfReach)
			assert.Equal(t, c.want, text(t, got.components))
		})
	}
}

func TestOutOfReachOf30(t *testing.T) {
	for schema, want := range map[string]string{
		`{"patternProperties":{"a":true}}`:                   "patternProperties",
		`{"not":{"contains":true}}`:                          "contains",
		`{"if":true,"then":false}`:                           "if",
		`{"dependencies":{"a":["b"]}}`:                       "dependencies",
		`{"items":[true]}`:                                   "array as items",
		`{"type":["string","number"],"anyOf":[true]}`:        "type [string number] beside anyOf",
		`{"type":"null","enum":[null]}`:                      "type null beside enum",
		`{"const":1,"enum":[1]}`:                             "const beside enum",
		`{"minimum":1,"exclusiveMinimum":2}`:                 "exclusiveMinimum beside minimum",
		`{"$id":"http://x/"}`:                                "$id",
		`{"id":"http://x/"}`:                                 "id",
		`{"$ref":"#","$id":"http://x/"}`:                     "$id",
		`{"$ref":"http://x/"}`:                               "reference to http://x/",
		`{"$ref":"#/definitions/x"}`:                         "definition x",
		`{"not":{"definitions":{"x":true}}}`:                 "definitions",
		`{"definitions":{"x":{"propertyNames":{}}}}`:         "propertyNames",
		`{"enum":[]}`:                                        "empty enum",
		`{"properties":{"a":{"additionalItems":{}}}}`:        "additionalItems",
		`{"allOf":[{"anyOf":[{"unevaluatedItems":false}]}]}`: "unevaluatedItems",
	} {
		assert.Equal(t, "OpenAPI 3.0 has no "+want, translate30(parse(t, schema), "G", nil).outOfReach, schema)
	}
}

func TestRemotesOf30(t *testing.T) {
	others := library{
		"http://x/a/one.json": parse(t, `{"definitions":{"y":{"const":1},"z":{"$ref":"#/definitions/y"}},"items":{"$ref":"two.json"}}`),
		"http://x/a/two.json": parse(t, `{"type":["string","null"],"not":{"$ref":"one.json"}}`),
		"http://x/old":        parse(t, `{"patternProperties":{}}`),
		"http://x/anchors":    parse(t, `{"$ref":"#foo"}`),
	}
	got := translate30(parse(t, `{"not":{"$ref":"http://x/a/one.json#/definitions/z"}}`), "G", others)
	assert.Empty(t, got.outOfReach)
	assert.Equal(t, `{"G":{"not":{"$ref":"http://x/a/one.json#/definitions/z"}}}`, text(t, got.components))
	if assert.Len(t, got.remotes, 2) {
		assert.Equal(t, "http://x/a/one.json", got.remotes[0].uri)
		assert.Equal(t, `{"definitions":{"y":{"enum":[1]},"z":{"$ref":"#/definitions/y"}},"items":{"$ref":"http://x/a/two.json"}}`,
			text(t, got.remotes[0].schema))
		assert.Equal(t, "http://x/a/two.json", got.remotes[1].uri)
		assert.Equal(t, `{"not":{"$ref":"http://x/a/one.json"},"nullable":true,"type":"string"}`, text(t, got.remotes[1].schema))
	}
	assert.Equal(t, `["string","null"]`, text(t, others["http://x/a/two.json"].(object)["type"]), "the next group gets a copy too")

	for ref, want := range map[string]string{
		"http://x/none":    "reference to http://x/none",
		"http://x/old":     "patternProperties",
		"http://x/old#foo": "reference to http://x/old#foo",
		"http://x/anchors": "reference to #foo",
	} {
		got := translate30(object{"$ref": ref}, "G", others)
		assert.Equal(t, "OpenAPI 3.0 has no "+want, got.outOfReach, ref)
	}
}
