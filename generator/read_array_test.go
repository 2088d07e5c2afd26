package generator

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/output"
)

// TestReadArray says which documents give a package with ReadArray: those with a component that is an array of objects.
func TestReadArray(t *testing.T) {
	body := func(media, schema string) string {
		return "paths:\n  /a:\n    get:\n      responses:\n        '200': {description: ok, content: {" + media + ": {schema: " + schema + "}}}\n"
	}
	const object = "{type: object, properties: {id: {type: string}}}"
	for text, want := range map[string]bool{
		"A: " + object: false,
		"A: {type: array, items: {type: string}}":                                       false,
		"A: {type: array, items: {oneOf: [{type: string}, {type: integer}]}}":           false,
		"A: {type: array, items: {type: array, items: " + object + "}}":                 false,
		"A: {type: object, properties: {list: {type: array, items: " + object + "}}}":   false,
		"A: {type: array, prefixItems: [" + object + "]}":                               false,
		"A: {type: array, items: " + object + "}":                                       true,
		"A: {type: array, items: {$ref: '#/components/schemas/B'}}\n    B: " + object:   true,
		"A: {type: array, items: {oneOf: [{type: string}, " + object + "]}}":            true,
		"A: {type: array, items: {type: object, additionalProperties: {type: string}}}": true,
		"A: {type: array}": true,
		"A: {$ref: '#/components/schemas/B'}\n    B: {type: array, items: " + object + "}": true,
		body("application/json", "{type: array, items: "+object+"}"):                       false,
		body("application/json", "{type: array, items: {type: string}}"):                   false,
		body("application/json", object):                                                   false,
		body("application/jsonl", "{type: array, items: "+object+"}"):                      false,
	} {
		spec := "openapi: 3.1.0\ninfo: {title: Arrays, version: \"1\"}\n"
		if strings.HasPrefix(text, "A:") {
			spec += "paths: {}\ncomponents:\n  schemas:\n    " + text + "\n"
		} else {
			spec += text
		}
		result, err := Generate(t.Context(), Config{Spec: document(t, spec), Package: "arrays"})
		require.NoError(t, err, text)
		has := func(part string) bool {
			return slices.ContainsFunc(result.Files, func(f output.File) bool { return strings.Contains(string(f.Data), part) })
		}
		assert.Equal(t, want, has("func ReadArray["), text)
		assert.Equal(t, want, has("// [ReadArray] reads"), text)
	}
}
