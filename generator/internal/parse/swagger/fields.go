package swagger

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// fields are the fixed fields of an object of Swagger 2.0.
type fields struct {
	*tree.Fields
	idle  []string     // fields of another form of the object: "schema" of a parameter that is no body
	later *tree.Fields // the object in OpenAPI 3
}

var simpleKeywords = []string{"type", "format", "items", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength",
	"minLength", "pattern", "maxItems", "minItems", "uniqueItems", "enum", "multipleOf"}

// The objects of Swagger 2.0 that OpenAPI 3.0 has in another form. Nobody changes these tables.
var (
	rootFields = &fields{Fields: tree.NewFields("Swagger Object", "swagger", "info", "host", "basePath", "schemes", "consumes",
		"produces", "paths", "definitions", "parameters", "responses", "securityDefinitions", "security", "tags", "externalDocs"),
		later: tree.DocumentFields}
	pathItemFields = &fields{Fields: tree.NewFields("Path Item Object", "$ref", "get", "put", "post", "delete", "options", "head",
		"patch", "parameters"), later: tree.PathItemFields}
	operationFields = &fields{Fields: tree.NewFields("Operation Object", "tags", "summary", "description", "externalDocs",
		"operationId", "consumes", "produces", "parameters", "responses", "schemes", "deprecated", "security"), later: tree.OperationFields}
	parameterFields = &fields{Fields: tree.NewFields("Parameter Object", append([]string{"name", "in", "description", "required",
		"allowEmptyValue", "collectionFormat"}, simpleKeywords...)...), idle: []string{"schema"}, later: tree.ParameterFields}
	bodyFields = &fields{Fields: tree.NewFields("Parameter Object", "name", "in", "description", "required", "schema"),
		idle: append([]string{"allowEmptyValue", "collectionFormat"}, simpleKeywords...), later: tree.ParameterFields}
	itemsFields    = &fields{Fields: tree.NewFields("Items Object", append([]string{"collectionFormat"}, simpleKeywords...)...), later: tree.SchemaFields}
	responseFields = &fields{Fields: tree.NewFields("Response Object", "description", "schema", "headers", "examples"), later: tree.ResponseFields}
	headerFields   = &fields{Fields: tree.NewFields("Header Object", append([]string{"description", "collectionFormat"}, simpleKeywords...)...),
		later: tree.HeaderFields}
	schemeFields = &fields{Fields: tree.NewFields("Security Scheme Object", "type", "description", "name", "in", "flow",
		"authorizationUrl", "tokenUrl", "scopes"), later: tree.SchemeFields}
)

// RootFields are those of what the root is rewritten to, under the name that the user knows.
func RootFields() *tree.Fields { return tree.DocumentFields.As(rootFields.Object) }

// known reports whether Swagger 2.0 has a member of an object, and says so if not.
func (s *file) known(at tree.Place, m *source.Member, f *fields) bool {
	if f.Find(m.Name) != nil {
		return true
	}
	pos := at.KeyPos(m)
	switch later := f.later.Find(m.Name); {
	case slices.Contains(f.idle, m.Name):
		s.Warn(pos, diag.RuleNoEffect, "%q has no effect in a parameter in %s", m.Name, tree.TextOf(at.Node, "in"))
	case later != nil:
		s.Later(pos, m.Name, later.Since)
	default:
		s.Warn(pos, diag.RuleUnknownKey, "unknown key %q in the %s", m.Name, f.Object).Hint = report.DidYouMean(m.Name, f.Names(0))
	}
	return false
}

// needDescription reports a value that nothing is said about: the reader of OpenAPI 3.0 would see an empty schema.
func (s *file) needDescription(at tree.Place, f *fields, key string) {
	if at.Node.Kind == source.Object && at.Node.Member(key) == nil {
		s.Warn(at.Pos(), diag.RuleMissing, "the %s needs %q; it may be anything", f.Object, key)
	}
}
