package parse

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// swaggerFields are the fixed fields of an object of Swagger 2.0.
type swaggerFields struct {
	fields
	idle  []string // fields of another form of the object: "schema" of a parameter that is no body
	later *fields  // the object in OpenAPI 3
}

var simpleKeywords = []string{"type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength",
	"minLength", "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf"}

// The objects of Swagger 2.0 that OpenAPI 3.0 has in another form. Nobody changes these tables.
var (
	swaggerObject = swaggerFields{fields: describe("Swagger Object", "swagger", "info", "host", "basePath", "schemes", "consumes",
		"produces", "paths", "definitions", "parameters", "responses", "securityDefinitions", "security", "tags", "externalDocs"),
		later: &documentFields}
	// What the root is rewritten to, under the name that the user knows.
	swaggerRootFields = fields{object: swaggerObject.object, list: documentFields.list}
	swaggerPathItem   = swaggerFields{fields: describe("Path Item Object", "$ref", "get", "put", "post", "delete", "options", "head",
		"patch", "parameters"), later: &pathItemFields}
	swaggerOperation = swaggerFields{fields: describe("Operation Object", "tags", "summary", "description", "externalDocs",
		"operationId", "consumes", "produces", "parameters", "responses", "schemes", "deprecated", "security"), later: &operationFields}
	swaggerParameter = swaggerFields{fields: describe("Parameter Object", append([]string{"name", "in", "description", "required",
		"allowEmptyValue", "collectionFormat"}, simpleKeywords...)...), idle: []string{"schema"}, later: &parameterFields}
	swaggerBody = swaggerFields{fields: describe("Parameter Object", "name", "in", "description", "required", "schema"),
		idle: append([]string{"allowEmptyValue", "collectionFormat"}, simpleKeywords...), later: &parameterFields}
	swaggerItems    = swaggerFields{fields: describe("Items Object", append([]string{"collectionFormat"}, simpleKeywords...)...), later: &schemaFields}
	swaggerResponse = swaggerFields{fields: describe("Response Object", "description", "schema", "headers", "examples"), later: &responseFields}
	swaggerHeader   = swaggerFields{fields: describe("Header Object", append([]string{"description", "collectionFormat"}, simpleKeywords...)...),
		later: &headerFields}
	swaggerScheme = swaggerFields{fields: describe("Security Scheme Object", "type", "description", "name", "in", "flow",
		"authorizationUrl", "tokenUrl", "scopes"), later: &schemeFields}
)

// known reports whether Swagger 2.0 has a member of an object, and says so if not.
func (s *swagger) known(at place, m *source.Member, f *swaggerFields) bool {
	if f.find(m.Name) != nil {
		return true
	}
	pos := s.p.keyPos(at, m)
	switch later := f.later.find(m.Name); {
	case slices.Contains(f.idle, m.Name):
		s.p.Warn(pos, diag.RuleNoEffect, "%q has no effect in a parameter in %s", m.Name, textOf(at.node, "in"))
	case later != nil:
		s.p.later(pos, m.Name, later.since)
	default:
		s.p.Warn(pos, diag.RuleUnknownKey, "unknown key %q in the %s", m.Name, f.object).Hint = report.DidYouMean(m.Name, f.names(0))
	}
	return false
}

// needDescription reports a value that nothing is said about: the reader of OpenAPI 3.0 would see an empty schema.
func (s *swagger) needDescription(at place, f *swaggerFields, key string) {
	if at.node.Kind == source.Object && at.node.Member(key) == nil {
		s.p.Warn(s.p.pos(at), diag.RuleMissing, "the %s needs %q; it may be anything", f.object, key)
	}
}
