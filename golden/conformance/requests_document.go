package main

import (
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
)

// correct changes a document where kin-openapi does not follow the specification.
func (j *requestJudge) correct() {
	for _, item := range j.doc.Paths.Map() {
		item.Servers = nil
		item.Parameters = slices.DeleteFunc(item.Parameters, isIgnored)
		deepParameters(item.Parameters)
		for _, op := range item.Operations() {
			op.Servers = nil
			op.Parameters = slices.DeleteFunc(op.Parameters, isIgnored)
			deepParameters(op.Parameters)
			for media := range bodies(op) {
				registerDecoder(media)
			}
		}
	}
	if j.is31 {
		eachSchema(j.doc, relax)
	}
}

func bodies(op *openapi3.Operation) openapi3.Content {
	if op.RequestBody == nil || op.RequestBody.Value == nil {
		return nil
	}
	return op.RequestBody.Value.Content
}

// eachSchema visits the schemas of components and request bodies, and those inside of them.
func eachSchema(doc *openapi3.T, visit func(*openapi3.Schema)) {
	seen := map[*openapi3.Schema]bool{}
	var walk func(ref *openapi3.SchemaRef)
	walk = func(ref *openapi3.SchemaRef) {
		if ref == nil || ref.Value == nil || seen[ref.Value] {
			return
		}
		s := ref.Value
		seen[s] = true
		visit(s)
		for _, p := range s.Properties {
			walk(p)
		}
		for _, inner := range slices.Concat(s.AllOf, s.AnyOf, s.OneOf, openapi3.SchemaRefs{s.Items, s.AdditionalProperties.Schema}) {
			walk(inner)
		}
	}
	if doc.Components != nil {
		for _, ref := range doc.Components.Schemas {
			walk(ref)
		}
	}
	for _, item := range doc.Paths.Map() {
		for _, op := range item.Operations() {
			for _, content := range bodies(op) {
				walk(content.Schema)
			}
		}
	}
}

// isIgnored reports whether OpenAPI ignores the definition of a parameter (Parameter Object, name).
func isIgnored(p *openapi3.ParameterRef) bool {
	v := p.Value
	return v != nil && v.In == "header" && slices.ContainsFunc([]string{"Accept", "Content-Type", "Authorization"},
		func(name string) bool { return strings.EqualFold(v.Name, name) })
}

// relax lets requests be without the readOnly members that a document requires: kin-openapi knows that of OpenAPI 3.0 only.
func relax(s *openapi3.Schema) {
	s.Required = slices.DeleteFunc(s.Required, func(name string) bool {
		p := s.Properties[name]
		return p != nil && p.Value != nil && p.Value.ReadOnly
	})
}

// nameStrings gives a schema of strings its type: kin-openapi reads the part of a form whose schema has none as null.
func nameStrings(s *openapi3.Schema) {
	if s.Type == nil && onlyStrings(s, 0) {
		s.Type = &openapi3.Types{openapi3.TypeString}
	}
}

func onlyStrings(s *openapi3.Schema, depth int) bool {
	if s.Type != nil || depth > 10 {
		return s.Type.Is(openapi3.TypeString)
	}
	is := func(ref *openapi3.SchemaRef) bool { return ref.Value != nil && onlyStrings(ref.Value, depth+1) }
	isNot := func(ref *openapi3.SchemaRef) bool { return !is(ref) }
	return slices.ContainsFunc(s.AllOf, is) || len(s.AnyOf) > 0 && !slices.ContainsFunc(s.AnyOf, isNot) ||
		len(s.OneOf) > 0 && !slices.ContainsFunc(s.OneOf, isNot)
}

// openWhole opens a schema that is closed against its own parts. By the letter, to which kin-openapi keeps, no object that has a member
// of a part is valid; our code takes it to close the whole, and values are chosen accordingly.
func openWhole(s *openapi3.Schema) {
	isClosed := func(s *openapi3.Schema) bool {
		return s.AdditionalProperties.Has != nil && !*s.AdditionalProperties.Has
	}
	if len(s.AllOf) == 0 {
		return
	}
	for _, part := range s.AllOf {
		if part.Value != nil && isClosed(part.Value) {
			part.Value.AdditionalProperties.Has = nil
		}
	}
	if isClosed(s) {
		s.AdditionalProperties.Has = nil
	}
}

// registerDecoder teaches kin-openapi a media type that it does not read: as JSON, or as bytes.
func registerDecoder(media string) {
	name, _, err := mime.ParseMediaType(media)
	switch {
	case err != nil || strings.Contains(name, "*"):
	case name == "application/x-www-form-urlencoded":
		openapi3filter.RegisterBodyDecoder(name, decodeForm)
	case name == "text/plain":
		openapi3filter.RegisterBodyDecoder(name, decodeText)
	case openapi3filter.RegisteredBodyDecoder(name) != nil:
	case strings.HasSuffix(name, "jsonl"), strings.HasSuffix(name, "ndjson"), strings.HasSuffix(name, "json-seq"): // a sequence is no value
	case strings.HasSuffix(name, "json"):
		openapi3filter.RegisterBodyDecoder(name, openapi3filter.JSONBodyDecoder)
	case !strings.HasSuffix(name, "xml") && !strings.HasPrefix(name, "multipart/"):
		openapi3filter.RegisterBodyDecoder(name, openapi3filter.FileBodyDecoder)
	}
}

// decodeText reads text as the scalar that its schema says.
func decodeText(body io.Reader, header http.Header, schema *openapi3.SchemaRef, encoding openapi3filter.EncodingFn) (any, error) {
	if schema != nil && schema.Value != nil && schema.Value.Type != nil && !schema.Value.Type.Is("string") && !schema.Value.Type.Includes("string") {
		return openapi3filter.JSONBodyDecoder(body, header, schema, encoding)
	}
	return openapi3filter.PlainBodyDecoder(body, header, schema, encoding)
}
