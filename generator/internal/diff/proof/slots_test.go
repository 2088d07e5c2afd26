//go:build unix

package proof_test

import (
	"fmt"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A slot is a place of a document that has a schema.
type slot struct {
	name string
	// document returns a document with a schema at the place.
	document func(schema string) string
	// directions are those of its messages.
	directions []change.Direction
	// body is the pointer of the JSON body that has the place, "" if it is read from text.
	body string
	// wrap returns a body with a value at the place.
	wrap func(value string) string
	// always says that a value at the place decides whether the body is valid.
	always bool
}

// parts are what a document has beside the usual.
type parts struct{ parameters, body, response, operation, root string }

func documentOf(p parts) string {
	return fmt.Sprintf(`{"openapi": "3.1.0", "info": {"title": "Things", "version": "1"}, "servers": [{"url": "https://api.test/v1"}], "paths": {
 "/things/{id}": {"post": {"operationId": "make",
  "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string", "minLength": 1}}%s],%s
  "responses": {"200": {"description": "x"%s}}%s}}}%s}`, p.parameters, p.body, p.response, p.operation, p.root)
}

func content(mediaType, schema string) string {
	return fmt.Sprintf(`"content": {%q: {"schema": %s}}`, mediaType, schema)
}

func parameter(in, rest string) func(string) string {
	return func(schema string) string {
		return documentOf(parts{parameters: fmt.Sprintf(`, {"name": "q", "in": %q, "required": true, %s}`, in, fmt.Sprintf(rest, schema))})
	}
}

func requestOf(mediaType, outer string) func(string) string {
	return func(schema string) string {
		return documentOf(parts{body: `"requestBody": {"required": true, ` + content(mediaType, strings.ReplaceAll(outer, "%s", schema)) + `},`})
	}
}

func responseOf(mediaType, outer string) func(string) string {
	return func(schema string) string {
		return documentOf(parts{response: ", " + content(mediaType, strings.ReplaceAll(outer, "%s", schema))})
	}
}

const (
	bodyAt      = "/paths/~1things~1{id}/post/requestBody/content/application~1json/schema"
	responseAt  = "/paths/~1things~1{id}/post/responses/200/content/application~1json/schema"
	hookAt      = "/webhooks/made/post/requestBody/content/application~1json/schema"
	hookDone    = "/webhooks/made/post/responses/200/content/application~1json/schema"
	callbackAt  = "/paths/~1things~1{id}/post/callbacks/done/{$request.body#~1url}/post/requestBody/content/application~1json/schema"
	inMember    = `{"type": "object", "properties": {"a": %s, "b": {"type": "string"}}, "required": ["a"]}`
	inOptional  = `{"type": "object", "properties": {"a": %s}}`
	inItems     = `{"type": "array", "minItems": 1, "items": %s}`
	inTuple     = `{"type": "array", "minItems": 2, "prefixItems": [{"type": "boolean"}, %s]}`
	inExtra     = `{"type": "object", "additionalProperties": %s, "minProperties": 1}`
	inPattern   = `{"type": "object", "patternProperties": {"^x-": %s}, "required": ["x-a"]}`
	inAllOf     = `{"allOf": [%s, {"description": "More."}]}`
	inOneOf     = `{"type": "object", "required": ["a"], "properties": {"a": {"oneOf": [%s, {"type": "boolean"}]}}}`
	inAnyOf     = `{"anyOf": [{"type": "object", "required": ["kind", "a"], "properties": {"kind": {"const": "one"}, "a": %s}}, {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "two"}}}]}`
	inComponent = `{"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#/components/schemas/Part"}}}`
	inDeep      = `{"type": "object", "required": ["a"], "properties": {"a": {"type": "array", "minItems": 1, "items": {"type": "object", "required": ["b"], "properties": {"b": %s}}}}}`
	inThen      = `{"type": "object", "required": ["k", "a"], "properties": {"k": {"type": "boolean"}}, "if": {"properties": {"k": {"const": true}}}, "then": {"properties": {"a": %s}}}`
	inDependent = `{"type": "object", "required": ["a"], "dependentSchemas": {"a": {"properties": {"a": %s}}}}`
	component   = `, "components": {"schemas": {"Part": %s}}`
)

func wrapped(format string) func(string) string {
	return func(value string) string { return fmt.Sprintf(format, value) }
}

// jsonSlots are the places inside of one JSON body, by the schema around them.
func jsonSlots() []struct{ name, outer, value string } {
	return []struct{ name, outer, value string }{
		{"root", "%s", "%s"}, {"member", inMember, `{"a": %s}`}, {"optional", inOptional, `{"a": %s}`}, {"items", inItems, `[%s]`},
		{"tuple", inTuple, `[true, %s]`}, {"extra", inExtra, `{"zz": %s}`}, {"pattern", inPattern, `{"x-a": %s}`}, {"allOf", inAllOf, "%s"},
		{"oneOf", inOneOf, `{"a": %s}`}, {"anyOf", inAnyOf, `{"kind": "one", "a": %s}`}, {"deep", inDeep, `{"a": [{"b": %s}]}`},
		{"then", inThen, `{"k": true, "a": %s}`}, {"dependent", inDependent, `{"a": %s}`},
	}
}

// slots returns all places.
func slots() (list []slot) {
	request, response := []change.Direction{change.Request}, []change.Direction{change.Response}
	for _, s := range jsonSlots() {
		value := wrapped(s.value)
		list = append(list,
			slot{"request " + s.name, requestOf("application/json", s.outer), request, bodyAt, value, true},
			slot{"response " + s.name, responseOf("application/json", s.outer), response, responseAt, value, true},
		)
	}
	shared := func(schema string) string {
		return documentOf(parts{body: `"requestBody": {"required": true, ` + content("application/json", inComponent) + `},`,
			response: ", " + content("application/json", inComponent), root: fmt.Sprintf(component, schema)})
	}
	webhook := func(at string) func(string) string {
		return func(schema string) string {
			return documentOf(parts{root: `, "webhooks": {"made": {"post": {"operationId": "made", ` + strings.ReplaceAll(at, "%s", schema) + `}}}`})
		}
	}
	callback := func(schema string) string {
		return documentOf(parts{operation: `, "callbacks": {"done": {"{$request.body#/url}": {"post": {"requestBody": {"required": true, ` +
			content("application/json", schema) + `}, "responses": {"200": {"description": "x"}}}}}}`})
	}
	same := wrapped("%s")
	ok := `"responses": {"200": {"description": "x"}}`
	header := func(schema string) string {
		return documentOf(parts{response: `, "headers": {"X-Q": {"required": true, "schema": ` + schema + `}}`})
	}
	return append(list,
		slot{"shared component", shared, []change.Direction{change.Request, change.Response}, bodyAt, wrapped(`{"a": %s}`), true},
		slot{"webhook", webhook(`"requestBody": {"required": true, ` + content("application/json", "%s") + `}, ` + ok), response, hookAt, same, true},
		slot{"webhook response", webhook(`"responses": {"200": {"description": "x", ` + content("application/json", "%s") + `}}`), request, hookDone, same, true},
		slot{"callback", callback, response, callbackAt, same, true},
		slot{name: "query", document: parameter("query", `"schema": %s`), directions: request},
		slot{name: "query, form, not exploded", document: parameter("query", `"explode": false, "schema": %s`), directions: request},
		slot{name: "query, JSON", document: parameter("query", `"content": {"application/json": {"schema": %s}}`), directions: request},
		slot{name: "header", document: parameter("header", `"schema": %s`), directions: request},
		slot{name: "cookie", document: parameter("cookie", `"schema": %s`), directions: request},
		slot{name: "path", document: func(schema string) string {
			return strings.Replace(documentOf(parts{}), `{"type": "string", "minLength": 1}`, schema, 1)
		}, directions: request},
		slot{name: "form member", document: requestOf("application/x-www-form-urlencoded", inMember), directions: request},
		slot{name: "multipart member", document: requestOf("multipart/form-data", inMember), directions: request},
		slot{name: "text", document: requestOf("text/plain", "%s"), directions: request},
		slot{name: "text response", document: responseOf("text/plain", "%s"), directions: response},
		slot{name: "response header", document: header, directions: response},
	)
}
