package tree

import (
	"slices"
	"strings"
)

// Fields are the fixed fields of an object of the specification.
type Fields struct {
	Object string // the name in the specification
	list   []Field
	isNote bool // no code depends on the object, so that it may be anything
}

// A Field is one of them.
type Field struct {
	Name  string
	Since uint8 // the minor version
	need  need
}

// A need says how much the absence of a field matters.
type need uint8

const (
	optional need = iota
	wanted        // required by the specification, but everything can be generated without it: a warning
	required
)

// NewFields reads one text for each field: its name; "!" for required, "?" for wanted; "@3.1" for the first version.
func NewFields(object string, specs ...string) *Fields {
	f := &Fields{Object: object, list: make([]Field, len(specs))}
	for i, spec := range specs {
		name, version, found := strings.Cut(spec, "@3.")
		if found {
			f.list[i].Since = version[0] - '0'
		}
		switch {
		case strings.HasSuffix(name, "!"):
			f.list[i].need = required
		case strings.HasSuffix(name, "?"):
			f.list[i].need = wanted
		}
		f.list[i].Name = strings.TrimRight(name, "!?")
	}
	return f
}

// note is [NewFields] for an object that only tells people something.
func note(object string, specs ...string) *Fields {
	f := NewFields(object, specs...)
	f.isNote = true
	return f
}

// As returns the same fields of an object with another name.
func (f *Fields) As(object string) *Fields {
	return &Fields{Object: object, list: f.list, isNote: f.isNote}
}

// NeedsAny reports whether the object means nothing without some field.
func (f *Fields) NeedsAny() bool {
	return slices.ContainsFunc(f.list, func(f Field) bool { return f.need == required })
}

// Find returns the field with that name, nil if there is none.
func (f *Fields) Find(name string) *Field {
	i := slices.IndexFunc(f.list, func(f Field) bool { return f.Name == name })
	if i < 0 {
		return nil
	}
	return &f.list[i]
}

// Names returns the fields that a version has.
func (f *Fields) Names(minor uint8) (names []string) {
	for _, field := range f.list {
		if field.Since <= minor {
			names = append(names, field.Name)
		}
	}
	return names
}

// The objects of the OpenAPI Specification. Nobody changes these tables.
var (
	DocumentFields = NewFields("OpenAPI Object", "openapi!", "$self@3.2", "info?", "jsonSchemaDialect@3.1", "servers", "paths",
		"webhooks@3.1", "components", "security", "tags", "externalDocs")
	InfoFields       = note("Info Object", "title?", "summary@3.1", "description", "termsOfService", "contact", "license", "version?")
	ContactFields    = note("Contact Object", "name", "url", "email")
	LicenseFields    = note("License Object", "name?", "identifier@3.1", "url")
	ServerFields     = NewFields("Server Object", "url!", "description", "name@3.2", "variables")
	VariableFields   = NewFields("Server Variable Object", "enum", "default?", "description")
	ComponentsFields = NewFields("Components Object", "schemas", "responses", "parameters", "examples", "requestBodies", "headers",
		"securitySchemes", "links", "callbacks", "pathItems@3.1", "mediaTypes@3.2")
	PathsFields    = NewFields("Paths Object")
	PathItemFields = NewFields("Path Item Object", "$ref", "summary", "description", "get", "put", "post", "delete", "options", "head",
		"patch", "trace", "query@3.2", "additionalOperations@3.2", "servers", "parameters")
	OperationFields = NewFields("Operation Object", "tags", "summary", "description", "externalDocs", "operationId", "parameters",
		"requestBody", "responses", "callbacks", "deprecated", "security", "servers")
	ExternalDocsFields = note("External Documentation Object", "description", "url?")
	ParameterFields    = NewFields("Parameter Object", "name!", "in!", "description", "required", "deprecated", "allowEmptyValue",
		"style", "explode", "allowReserved", "schema", "example", "examples", "content")
	HeaderFields = NewFields("Header Object", "description", "required", "deprecated", "style", "explode", "allowReserved",
		"allowEmptyValue", "schema", "example", "examples", "content")
	BodyFields     = NewFields("Request Body Object", "description", "content?", "required")
	MediaFields    = NewFields("Media Type Object", "$ref@3.2", "schema", "itemSchema@3.2", "example", "examples", "encoding", "prefixEncoding@3.2", "itemEncoding@3.2")
	EncodingFields = NewFields("Encoding Object", "contentType", "headers", "encoding@3.2", "prefixEncoding@3.2", "itemEncoding@3.2",
		"style", "explode", "allowReserved")
	ResponsesFields = NewFields("Responses Object", "default")
	ResponseFields  = NewFields("Response Object", "summary@3.2", "description", "headers", "content", "links")
	CallbackFields  = NewFields("Callback Object")
	ExampleFields   = note("Example Object", "summary", "description", "dataValue@3.2", "serializedValue@3.2", "value", "externalValue")
	LinkFields      = note("Link Object", "operationRef", "operationId", "parameters", "requestBody", "description", "server")
	TagFields       = note("Tag Object", "name?", "summary@3.2", "description", "externalDocs", "parent@3.2", "kind@3.2")
	SchemeFields    = NewFields("Security Scheme Object", "type!", "description", "name", "in", "scheme", "bearerFormat", "flows",
		"openIdConnectUrl", "oauth2MetadataUrl@3.2", "deprecated@3.2")
	FlowsFields         = NewFields("OAuth Flows Object", "implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization@3.2")
	FlowFields          = NewFields("OAuth Flow Object", "authorizationUrl", "deviceAuthorizationUrl@3.2", "tokenUrl", "refreshUrl", "scopes?")
	DiscriminatorFields = NewFields("Discriminator Object", "propertyName!", "mapping", "defaultMapping@3.2")
	XMLFields           = NewFields("XML Object", "nodeType@3.2", "name", "namespace", "prefix", "attribute", "wrapped")
	ReferenceFields     = NewFields("Reference Object", "$ref", "summary@3.1", "description@3.1")
	SchemaFields        = NewFields("Schema Object")
)
