//go:build unix

package proof_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/proof/tree"
)

// shop has one of everything that operations can have.
const shop = `{"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"},
"servers": [{"url": "https://{region}.shop.test/v1", "variables": {"region": {"default": "eu", "enum": ["eu", "us"]}}}],
"security": [{"key": []}],
"paths": {
 "/orders": {
  "get": {"operationId": "listOrders", "tags": ["orders"], "parameters": [
    {"name": "limit", "in": "query", "schema": {"type": "integer", "default": 20}},
    {"name": "ids", "in": "query", "required": true, "style": "form", "explode": true, "schema": {"type": "array", "minItems": 2, "items": {"type": "string", "minLength": 1}}},
    {"name": "near", "in": "query", "required": true, "style": "deepObject", "explode": true, "schema": {"type": "object", "required": ["x"], "properties": {"x": {"type": "integer"}}}},
    {"name": "X-Trace", "in": "header", "required": true, "schema": {"type": "string", "minLength": 1}},
    {"name": "session", "in": "cookie", "required": true, "schema": {"type": "string", "minLength": 1}}],
   "responses": {
    "200": {"description": "x", "headers": {"X-Total": {"required": true, "schema": {"type": "integer"}}}, "content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Order"}}}}},
    "404": {"description": "x"}}},
  "post": {"operationId": "makeOrder", "security": [{"key": []}, {"login": ["write"]}],
   "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}, "application/xml": {"schema": {"$ref": "#/components/schemas/Order"}}}},
   "responses": {"201": {"description": "x", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}}, "default": {"description": "x", "content": {"text/plain": {"schema": {"type": "string"}}}}},
   "callbacks": {"done": {"{$request.body#/url}": {"post": {"requestBody": {"required": true, "content": {"application/json": {"schema": {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}}}}}, "responses": {"204": {"description": "x"}}}}}}}},
 "/orders/{id}": {
  "parameters": [{"name": "id", "in": "path", "required": true, "style": "simple", "explode": false, "schema": {"type": "array", "minItems": 2, "items": {"type": "string", "minLength": 1}}}],
  "delete": {"operationId": "dropOrder", "deprecated": false, "responses": {"204": {"description": "x"}}},
  "put": {"operationId": "upload", "requestBody": {"required": false, "content": {"multipart/form-data": {"schema": {"type": "object", "required": ["file", "tags"], "properties": {"file": {"type": "string"}, "tags": {"type": "array", "minItems": 2, "items": {"type": "string", "minLength": 1}}}}, "encoding": {"file": {"contentType": "image/png"}}}}}, "responses": {"200": {"description": "x"}}}},
 "/forms": {"post": {"operationId": "form", "requestBody": {"required": true, "content": {"application/x-www-form-urlencoded": {"schema": {"type": "object", "required": ["list"], "properties": {"list": {"type": "array", "minItems": 2, "items": {"type": "string", "minLength": 1}}}}, "encoding": {"list": {"style": "form", "explode": true}}}}}, "responses": {"200": {"description": "x"}}}}},
"webhooks": {"paid": {"post": {"operationId": "paid", "parameters": [{"name": "X-Sign", "in": "header", "required": false, "schema": {"type": "string"}}], "requestBody": {"required": true, "content": {"application/json": {"schema": {"type": "object"}}}}, "responses": {"200": {"description": "x"}}}}},
"components": {"schemas": {"Order": {"type": "object", "required": ["item"], "properties": {"id": {"type": "integer", "readOnly": true}, "item": {"type": "string"}, "note": {"type": "string"}}}},
 "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}, "login": {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "https://login.test/token", "scopes": {"write": "x", "read": "x"}}}}}}}`

// An operationEdit replaces a text of the shop, which is there once or more; the first is replaced.
type operationEdit struct {
	name, old, new string
	want, back     change.Verdict // the worst, and that of the way back
}

// operationEdits are edits of all that is no schema.
func operationEdits() []operationEdit {
	const equal, compatible, unknown, breaking = change.Equal, change.Compatible, change.Unknown, change.Breaking
	return []operationEdit{
		{"parameter required", `"name": "limit", "in": "query"`, `"name": "limit", "in": "query", "required": true`, breaking, compatible},
		{"parameter gone", `{"name": "limit", "in": "query", "schema": {"type": "integer", "default": 20}},`, ``, compatible, compatible},
		{"required parameter gone", `{"name": "session", "in": "cookie", "required": true, "schema": {"type": "string", "minLength": 1}}`, `{"name": "other", "in": "query", "schema": {"type": "string"}}`, compatible, breaking},
		{"parameter renamed", `"name": "X-Trace"`, `"name": "X-Span"`, breaking, breaking},
		{"parameter moved", `"name": "session", "in": "cookie"`, `"name": "session", "in": "query"`, breaking, breaking},
		{"header name in other case", `"name": "X-Trace"`, `"name": "x-trace"`, equal, equal},
		{"default of a parameter", `"default": 20`, `"default": 30`, compatible, compatible},
		{"explode of a list", `"explode": true, "schema": {"type": "array"`, `"explode": false, "schema": {"type": "array"`, breaking, breaking},
		{"style of a list", `"style": "form", "explode": true, "schema"`, `"style": "pipeDelimited", "explode": false, "schema"`, breaking, breaking},
		{"style of an object", `"style": "deepObject", "explode": true`, `"style": "form", "explode": true`, breaking, breaking},
		{"style in a path", `"style": "simple", "explode": false`, `"style": "matrix", "explode": false`, breaking, unknown},
		{"style label in a path", `"style": "simple", "explode": false`, `"style": "label", "explode": false`, breaking, unknown},
		{"parameter as JSON", `"schema": {"type": "string", "minLength": 1}}`, `"content": {"application/json": {"schema": {"type": "string", "minLength": 1}}}}`, breaking, unknown},
		{"path variable renamed", `id}`, `number}`, equal, equal},
		{"path", `"/forms"`, `"/form"`, breaking, breaking},
		{"method", `"/forms": {"post"`, `"/forms": {"put"`, breaking, breaking},
		{"operation gone", `"delete": {"operationId": "dropOrder", "deprecated": false, "responses": {"204": {"description": "x"}}},`, ``, breaking, compatible},
		{"operation id", `"dropOrder"`, `"deleteOrder"`, equal, equal},
		{"tags", `["orders"]`, `["other"]`, equal, equal},
		{"deprecated", `"deprecated": false`, `"deprecated": true`, equal, equal},
		{"body optional", `"operationId": "form", "requestBody": {"required": true`, `"operationId": "form", "requestBody": {"required": false`, compatible, breaking},
		{"media type of a body gone", `, "application/xml": {"schema": {"$ref": "#/components/schemas/Order"}}`, ``, breaking, compatible},
		{"media type of a body", `"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}, "application/xml"`, `"content": {"application/vnd.shop+json": {"schema": {"$ref": "#/components/schemas/Order"}}, "application/xml"`, breaking, breaking},
		{"media type of a body, wider", `"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}, "application/xml"`, `"content": {"application/*": {"schema": {"$ref": "#/components/schemas/Order"}}, "application/xml"`, compatible, unknown},
		{"media type of a response", `"default": {"description": "x", "content": {"text/plain"`, `"default": {"description": "x", "content": {"text/html"`, breaking, breaking},
		{"status gone", `,
    "404": {"description": "x"}`, ``, compatible, compatible},
		{"status", `"201"`, `"200"`, breaking, breaking},
		{"status as range", `"404"`, `"4XX"`, compatible, compatible},
		{"header of a response optional", `"X-Total": {"required": true`, `"X-Total": {"required": false`, breaking, compatible},
		{"header of a response gone", `"headers": {"X-Total": {"required": true, "schema": {"type": "integer"}}}, `, ``, breaking, compatible},
		{"security, another scope", `{"login": ["write"]}`, `{"login": ["read"]}`, breaking, breaking},
		{"security, alternative gone", `, {"login": ["write"]}`, ``, breaking, compatible},
		{"security, both", `{"key": []}, {"login": ["write"]}`, `{"key": [], "login": ["write"]}`, breaking, compatible},
		{"security, none", `"security": [{"key": []}],`, ``, compatible, breaking},
		{"key elsewhere", `"in": "header", "name": "X-Key"`, `"in": "query", "name": "X-Key"`, breaking, breaking},
		{"key with another name", `"name": "X-Key"`, `"name": "X-Token"`, breaking, breaking},
		{"scheme", `{"type": "apiKey", "in": "header", "name": "X-Key"}`, `{"type": "http", "scheme": "basic"}`, breaking, breaking},
		{"server", `https://{region}.shop.test/v1`, `https://{region}.shop.test/v2`, breaking, breaking},
		{"server variable", `"enum": ["eu", "us"]`, `"enum": ["eu"]`, breaking, compatible},
		{"encoding of a form", `"list": {"style": "form", "explode": true}`, `"list": {"style": "form", "explode": false}`, unknown, unknown},
		{"media type of a part", `"contentType": "image/png"`, `"contentType": "image/jpeg"`, unknown, unknown},
		{"callback renamed", `"done": {"{$request`, `"x-done": {"{$request`, equal, equal},
		{"callback body optional", `"post": {"requestBody": {"required": true`, `"post": {"requestBody": {"required": false`, breaking, compatible},
		{"webhook header required", `"name": "X-Sign", "in": "header", "required": false`, `"name": "X-Sign", "in": "header", "required": true`, compatible, breaking},
		{"webhook body optional", `"schema": {"type": "string"}}], "requestBody": {"required": true`, `"schema": {"type": "string"}}], "requestBody": {"required": false`, breaking, compatible},
		{"webhook response", `"requestBody": {"required": true, "content": {"application/json": {"schema": {"type": "object"}}}}, "responses": {"200"`, `"requestBody": {"required": true, "content": {"application/json": {"schema": {"type": "object"}}}}, "responses": {"202"`, breaking, breaking},
		{"readOnly gone", `, "readOnly": true`, ``, compatible, compatible},
		{"writeOnly", `"note": {"type": "string"}`, `"note": {"type": "string", "writeOnly": true}`, compatible, compatible},
		{"required but readOnly", `"required": ["item"], "properties": {"id": {"type": "integer", "readOnly": true}`, `"required": ["item", "id"], "properties": {"id": {"type": "integer", "readOnly": true}`, compatible, breaking},
	}
}

// TestOperationEdits makes edits of all that is no schema, both ways.
func TestOperationEdits(t *testing.T) {
	original, err := tree.ReadText("shop.json", []byte(shop))
	require.NoError(t, err)
	for _, e := range operationEdits() {
		require.Contains(t, shop, e.old, e.name)
		text := strings.Replace(shop, e.old, e.new, 1)
		if e.name == "path variable renamed" {
			text = strings.Replace(text, `"name": "id", "in": "path"`, `"name": "number", "in": "path"`, 1)
		}
		edited, err := tree.ReadText("shop.json", []byte(text))
		require.NoError(t, err, e.name)
		there := &editCase{T: t, edit: edit{name: e.name}}
		there.operation(original, edited, e.want)
		back := &editCase{T: t, edit: edit{name: e.name + ", back"}}
		back.operation(edited, original, e.back)
	}
}

// operation compares two documents, of which the worst verdict is known.
func (c *editCase) operation(old, new *tree.Document, want change.Verdict) {
	r := compare(old.API, new.API)
	got, again := change.Equal, newJudges(old.API, new.API)
	for _, x := range r.Changes {
		if w := worst(x); slices.Index(verdicts(), w) > slices.Index(verdicts(), got) {
			got = w
		}
		if x.Breaks() {
			assert.Empty(c, again.problem(x), "%s: %s", c.name(), x.Message())
		}
	}
	assert.Equal(c, want, got, "%s: %s", c.name(), told(r))
	if c.name() != "header name in other case" && c.name() != "header name in other case, back" {
		assert.NotEmpty(c, r.Changes, "%s: nothing is told", c.name())
	}
}

func (c *editCase) name() string { return c.edit.name }
