package parse

import (
	"slices"
	"strings"
)

// fields are the fixed fields of an object of the specification.
type fields struct {
	object string // the name in the specification
	list   []field
	isNote bool // no code depends on the object, so that it may be anything
}

type field struct {
	name  string
	since uint8 // the minor version
	need  need
}

// A need says how much the absence of a field matters.
type need uint8

const (
	optional need = iota
	wanted        // required by the specification, but everything can be generated without it: a warning
	required
)

// describe reads one text for each field: its name; "!" for required, "?" for wanted; "@3.1" for the first version.
func describe(object string, specs ...string) fields {
	f := fields{object: object, list: make([]field, len(specs))}
	for i, spec := range specs {
		name, version, found := strings.Cut(spec, "@3.")
		if found {
			f.list[i].since = version[0] - '0'
		}
		switch {
		case strings.HasSuffix(name, "!"):
			f.list[i].need = required
		case strings.HasSuffix(name, "?"):
			f.list[i].need = wanted
		}
		f.list[i].name = strings.TrimRight(name, "!?")
	}
	return f
}

// note is describe for an object that only tells people something.
func note(object string, specs ...string) fields {
	f := describe(object, specs...)
	f.isNote = true
	return f
}

// needsAny reports whether the object means nothing without some field.
func (f *fields) needsAny() bool {
	return slices.ContainsFunc(f.list, func(f field) bool { return f.need == required })
}

func (f *fields) find(name string) *field {
	i := slices.IndexFunc(f.list, func(f field) bool { return f.name == name })
	if i < 0 {
		return nil
	}
	return &f.list[i]
}

// names returns the fields that a version has.
func (f *fields) names(minor uint8) (names []string) {
	for _, field := range f.list {
		if field.since <= minor {
			names = append(names, field.name)
		}
	}
	return names
}

// The objects of the OpenAPI Specification. Nobody changes these tables.
var (
	documentFields = describe("OpenAPI Object", "openapi!", "$self@3.2", "info?", "jsonSchemaDialect@3.1", "servers", "paths",
		"webhooks@3.1", "components", "security", "tags", "externalDocs")
	infoFields       = note("Info Object", "title?", "summary@3.1", "description", "termsOfService", "contact", "license", "version?")
	contactFields    = note("Contact Object", "name", "url", "email")
	licenseFields    = note("License Object", "name?", "identifier@3.1", "url")
	serverFields     = describe("Server Object", "url!", "description", "name@3.2", "variables")
	variableFields   = describe("Server Variable Object", "enum", "default?", "description")
	componentsFields = describe("Components Object", "schemas", "responses", "parameters", "examples", "requestBodies", "headers",
		"securitySchemes", "links", "callbacks", "pathItems@3.1", "mediaTypes@3.2")
	pathsFields    = describe("Paths Object")
	pathItemFields = describe("Path Item Object", "$ref", "summary", "description", "get", "put", "post", "delete", "options", "head",
		"patch", "trace", "query@3.2", "additionalOperations@3.2", "servers", "parameters")
	operationFields = describe("Operation Object", "tags", "summary", "description", "externalDocs", "operationId", "parameters",
		"requestBody", "responses", "callbacks", "deprecated", "security", "servers")
	externalDocsFields = note("External Documentation Object", "description", "url?")
	parameterFields    = describe("Parameter Object", "name!", "in!", "description", "required", "deprecated", "allowEmptyValue",
		"style", "explode", "allowReserved", "schema", "example", "examples", "content")
	headerFields = describe("Header Object", "description", "required", "deprecated", "style", "explode", "allowReserved",
		"allowEmptyValue", "schema", "example", "examples", "content")
	bodyFields     = describe("Request Body Object", "description", "content?", "required")
	mediaFields    = describe("Media Type Object", "$ref@3.2", "schema", "itemSchema@3.2", "example", "examples", "encoding", "prefixEncoding@3.2", "itemEncoding@3.2")
	encodingFields = describe("Encoding Object", "contentType", "headers", "encoding@3.2", "prefixEncoding@3.2", "itemEncoding@3.2",
		"style", "explode", "allowReserved")
	responsesFields = describe("Responses Object", "default")
	responseFields  = describe("Response Object", "summary@3.2", "description", "headers", "content", "links")
	callbackFields  = describe("Callback Object")
	exampleFields   = note("Example Object", "summary", "description", "dataValue@3.2", "serializedValue@3.2", "value", "externalValue")
	linkFields      = note("Link Object", "operationRef", "operationId", "parameters", "requestBody", "description", "server")
	tagFields       = note("Tag Object", "name?", "summary@3.2", "description", "externalDocs", "parent@3.2", "kind@3.2")
	schemeFields    = describe("Security Scheme Object", "type!", "description", "name", "in", "scheme", "bearerFormat", "flows",
		"openIdConnectUrl", "oauth2MetadataUrl@3.2", "deprecated@3.2")
	flowsFields         = describe("OAuth Flows Object", "implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization@3.2")
	flowFields          = describe("OAuth Flow Object", "authorizationUrl", "deviceAuthorizationUrl@3.2", "tokenUrl", "refreshUrl", "scopes?")
	discriminatorFields = describe("Discriminator Object", "propertyName!", "mapping", "defaultMapping@3.2")
	xmlFields           = describe("XML Object", "nodeType@3.2", "name", "namespace", "prefix", "attribute", "wrapped")
	referenceFields     = describe("Reference Object", "$ref", "summary@3.1", "description@3.1")
	schemaFields        = describe("Schema Object")
)
