//go:build unix

package proof_test

import (
	"fmt"
	"math/rand/v2"
)

// An edit is a schema before and after; it may be turned round.
type edit struct {
	name     string
	old, new string
	// silent says that no value differs; it is noticed all the same.
	silent bool
	// format says that only formats differ, of which other validators know others.
	format bool
}

// reversed is the way back.
func (e edit) reversed() edit {
	e.old, e.new, e.name = e.new, e.old, e.name+", back"
	return e
}

// edits returns edits of each keyword, with numbers of their own.
func edits(r *rand.Rand) []edit {
	n := 2 + r.IntN(40)
	m := n + 1 + r.IntN(20)
	of := func(name, old, new string) edit { return edit{name: name, old: old, new: new} }
	list := []edit{
		of("type", `{"type": "string"}`, `{"type": "integer"}`), of("type, widened", `{"type": "integer"}`, `{"type": "number"}`),
		of("type, one more", `{"type": "string"}`, `{"type": ["string", "integer"]}`), of("null", `{"type": "string", "maxLength": 9}`, `{"type": ["string", "null"], "maxLength": 9}`),
		of("type, none", `{"type": "integer"}`, `{}`), of("boolean", `{"type": "boolean"}`, `{"type": "string"}`),
		of("enum", `{"type": "string", "enum": ["a", "b"]}`, `{"type": "string", "enum": ["a", "b", "c"]}`),
		of("enum, none", `{"type": "string", "enum": ["a", "b"]}`, `{"type": "string"}`),
		of("enum, numbers", fmt.Sprintf(`{"enum": [%d, %d]}`, n, m), fmt.Sprintf(`{"enum": [%d]}`, n)),
		of("const", `{"const": "a"}`, `{"const": "b"}`), of("const, none", fmt.Sprintf(`{"type": "integer", "const": %d}`, n), `{"type": "integer"}`),
		of("minimum", fmt.Sprintf(`{"type": "integer", "minimum": %d}`, n), fmt.Sprintf(`{"type": "integer", "minimum": %d}`, m)),
		of("maximum", fmt.Sprintf(`{"type": "number", "maximum": %d}`, n), fmt.Sprintf(`{"type": "number", "maximum": %d}`, m)),
		of("exclusiveMinimum", fmt.Sprintf(`{"type": "number", "exclusiveMinimum": %d}`, n), fmt.Sprintf(`{"type": "number", "minimum": %d}`, n)),
		of("exclusiveMaximum", fmt.Sprintf(`{"type": "integer", "exclusiveMaximum": %d}`, m), `{"type": "integer"}`),
		of("multipleOf", `{"type": "integer", "multipleOf": 3}`, `{"type": "integer", "multipleOf": 6}`), of("multipleOf, none", `{"type": "integer"}`, `{"type": "integer", "multipleOf": 5}`),
		of("minLength", fmt.Sprintf(`{"type": "string", "minLength": %d}`, n), fmt.Sprintf(`{"type": "string", "minLength": %d}`, m)),
		of("maxLength", `{"type": "string"}`, fmt.Sprintf(`{"type": "string", "maxLength": %d}`, n)),
		of("pattern", `{"type": "string", "pattern": "^[a-f]+$"}`, `{"type": "string", "pattern": "^[a-e]+$"}`), of("pattern, none", `{"type": "string"}`, `{"type": "string", "pattern": "^v[0-9]"}`),
		of("minItems", `{"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 2}`, `{"type": "array", "items": {"type": "string", "minLength": 1}, "minItems": 3}`),
		of("maxItems", `{"type": "array", "items": {"type": "integer"}, "maxItems": 2}`, `{"type": "array", "items": {"type": "integer"}, "maxItems": 3}`),
		of("uniqueItems", `{"type": "array", "items": {"type": "integer"}}`, `{"type": "array", "items": {"type": "integer"}, "uniqueItems": true}`),
		of("items", `{"type": "array", "items": {"type": "integer"}}`, `{"type": "array", "items": {"type": "boolean"}}`),
	}
	return append(append(list, objectEdits(of)...), composedEdits(n)...)
}

// objectEdits are those of objects and lists.
func objectEdits(of func(name, old, new string) edit) []edit {
	object := func(rest string) string { return `{"type": "object"` + rest + `}` }
	ab := `, "properties": {"p": {"type": "string"}, "q": {"type": "integer"}}`
	return []edit{
		of("required", object(ab), object(ab+`, "required": ["p"]`)), of("required, another", object(ab+`, "required": ["q"]`), object(ab+`, "required": ["p"]`)),
		of("required, of nothing", object(ab), object(ab+`, "required": ["r"]`)),
		of("member", object(ab), object(`, "properties": {"p": {"type": "string"}, "q": {"type": "boolean"}}`)),
		of("required member added", object(ab), object(`, "properties": {"p": {"type": "string"}, "q": {"type": "integer"}, "r": {"type": "string"}}, "required": ["r"]`)),
		of("additionalProperties", object(ab), object(ab+`, "additionalProperties": false`)),
		of("additionalProperties, typed", object(`, "additionalProperties": {"type": "string"}`), object(`, "additionalProperties": {"type": "integer"}`)),
		of("patternProperties", object(`, "patternProperties": {"^x": {"type": "string"}}`), object(`, "patternProperties": {"^x": {"type": "integer"}}`)),
		of("patternProperties, other", object(`, "patternProperties": {"^x": {"type": "string"}}`), object(`, "patternProperties": {"^y": {"type": "string"}}`)),
		of("propertyNames", object(ab), object(ab+`, "propertyNames": {"maxLength": 3}`)),
		of("minProperties", object(ab), object(ab+`, "minProperties": 2`)), of("maxProperties", object(ab), object(ab+`, "maxProperties": 1`)),
		of("dependentRequired", object(ab), object(ab+`, "dependentRequired": {"p": ["q"]}`)),
		of("dependentSchemas", object(ab), object(ab+`, "dependentSchemas": {"p": {"required": ["q"]}}`)),
		of("unevaluatedProperties", object(`, "allOf": [{"properties": {"p": {"type": "string"}}}]`), object(`, "allOf": [{"properties": {"p": {"type": "string"}}}], "unevaluatedProperties": false`)),
		of("unevaluatedItems", `{"type": "array", "prefixItems": [{"type": "string"}]}`, `{"type": "array", "prefixItems": [{"type": "string"}], "unevaluatedItems": false}`),
		of("prefixItems", `{"type": "array", "prefixItems": [{"type": "string"}]}`, `{"type": "array", "prefixItems": [{"type": "integer"}]}`),
		of("prefixItems, one more", `{"type": "array", "prefixItems": [{"type": "string"}]}`, `{"type": "array", "prefixItems": [{"type": "string"}, {"type": "boolean"}]}`),
		of("contains", `{"type": "array"}`, `{"type": "array", "contains": {"type": "integer"}}`),
		of("minContains", `{"type": "array", "contains": {"type": "integer"}}`, `{"type": "array", "contains": {"type": "integer"}, "minContains": 2}`),
		of("maxContains", `{"type": "array", "contains": {"type": "integer"}}`, `{"type": "array", "contains": {"type": "integer"}, "maxContains": 1}`),
	}
}

// composedEdits are those of schemas in schemas, and those that no value feels.
func composedEdits(n int) []edit {
	of := func(name, old, new string) edit { return edit{name: name, old: old, new: new} }
	silent := func(name, old, new string) edit { return edit{name: name, old: old, new: new, silent: true} }
	format := func(name, old, new string) edit { return edit{name: name, old: old, new: new, format: true} }
	cat, dog := `{"type": "object", "required": ["cat"], "properties": {"cat": {"type": "string"}}}`, `{"type": "object", "required": ["dog"], "properties": {"dog": {"type": "integer"}}}`
	return []edit{
		of("allOf", `{"allOf": [{"type": "integer"}]}`, fmt.Sprintf(`{"allOf": [{"type": "integer"}, {"minimum": %d}]}`, n)),
		of("anyOf", `{"anyOf": [{"type": "integer"}, {"type": "boolean"}]}`, `{"anyOf": [{"type": "integer"}]}`),
		of("anyOf, changed", `{"anyOf": [{"type": "integer"}, {"type": "boolean"}]}`, fmt.Sprintf(`{"anyOf": [{"type": "integer", "maximum": %d}, {"type": "boolean"}]}`, n)),
		of("anyOf of objects", `{"anyOf": [`+cat+`]}`, `{"anyOf": [`+cat+`, `+dog+`]}`),
		of("oneOf", `{"oneOf": [{"type": "integer"}, {"type": "boolean"}]}`, `{"oneOf": [{"type": "integer"}]}`),
		of("oneOf, overlapping", `{"oneOf": [{"type": "integer"}, {"type": "string"}]}`, fmt.Sprintf(`{"oneOf": [{"type": "integer"}, {"type": "string"}, {"type": "integer", "minimum": %d}]}`, n)),
		of("oneOf of objects", `{"oneOf": [`+cat+`, `+dog+`]}`, `{"oneOf": [`+cat+`]}`),
		of("not", `{"type": "integer"}`, fmt.Sprintf(`{"type": "integer", "not": {"const": %d}}`, n)),
		of("not, changed", `{"type": "integer", "not": {"multipleOf": 2}}`, `{"type": "integer", "not": {"multipleOf": 3}}`),
		of("if", `{"type": "integer"}`, fmt.Sprintf(`{"type": "integer", "if": {"minimum": %d}, "then": {"multipleOf": 2}}`, n)),
		of("else", `{"type": "integer", "if": {"minimum": 9}, "then": {"multipleOf": 2}}`, `{"type": "integer", "if": {"minimum": 9}, "then": {"multipleOf": 2}, "else": {"multipleOf": 3}}`),
		of("false", `{"type": "integer"}`, `false`), of("true", `{"type": "integer"}`, `true`),
		format("format", `{"type": "string"}`, `{"type": "string", "format": "uuid"}`), format("format, another", `{"type": "string", "format": "date"}`, `{"type": "string", "format": "date-time"}`),
		format("format of numbers", `{"type": "integer"}`, `{"type": "integer", "format": "int32"}`),
		silent("default", `{"type": "integer", "default": 1}`, `{"type": "integer", "default": 2}`), silent("deprecated", `{"type": "integer"}`, `{"type": "integer", "deprecated": true}`),
		silent("contentEncoding", `{"type": "string"}`, `{"type": "string", "contentEncoding": "base64"}`),
	}
}
