package media

import (
	"mime"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Kind is how a body of a media type is read and written.
type Kind uint8

const (
	Stream    Kind = iota // bytes
	JSON                  // application/json, +json (RFC 6839)
	Text                  // text/*
	XML                   // application/xml, text/xml, +xml (RFC 7303)
	Form                  // application/x-www-form-urlencoded
	Multipart             // multipart/*
	Events                // text/event-stream
	Lines                 // JSON texts one after the other
	Any                   // a range such as */*: the schema tells more
)

// KindOf returns the kind of a media type or range. One that does not parse goes by its beginning.
func KindOf(name string) Kind {
	t := BaseType(name)
	switch {
	case t == "text/event-stream":
		return Events
	case t == "application/json" || t == "text/json" || strings.HasSuffix(t, "+json"):
		return JSON
	case isLines(t):
		return Lines
	case t == "application/x-www-form-urlencoded":
		return Form
	case t == "application/xml" || t == "text/xml" || strings.HasSuffix(t, "+xml") && !strings.HasPrefix(t, "image/"):
		return XML
	case strings.HasPrefix(t, "multipart/"):
		return Multipart
	case t == "*/*" || t == "application/*" || t == "*":
		return Any
	case strings.HasPrefix(t, "text/"):
		return Text
	}
	return Stream
}

// BaseType returns a media type without its parameters.
func BaseType(name string) string {
	t, _, err := mime.ParseMediaType(name)
	if err != nil {
		t, _, _ = strings.Cut(name, ";")
		t = strings.ToLower(strings.TrimSpace(t))
	}
	return t
}

// isLines reports whether a media type is a sequence of JSON texts (OAS 3.2, Sequential Media Types).
func isLines(t string) bool {
	switch t {
	case "application/jsonl", "application/x-ndjson", "application/ndjson", "application/json-seq", "application/jsonlines", "application/x-jsonlines",
		"application/json-lines", "application/x-json-stream", "application/stream+json":
		return true
	}
	return strings.HasSuffix(t, "+json-seq") || strings.HasSuffix(t, "+jsonl")
}

// IsBinary reports whether a schema stands for bytes as they are: format binary of OpenAPI 3.0, contentMediaType without
// contentEncoding since 3.1 (OAS: Working with Binary Data).
func IsBinary(s *api.Schema) bool {
	if !s.Has(api.TypeString) {
		return false
	}
	if s.Format == "binary" {
		return true
	}
	if s.Content == nil || s.Content.MediaType == "" || s.Content.Encoding != "" || s.Content.Schema != nil {
		return false
	}
	kind := KindOf(s.Content.MediaType)
	return kind == Stream
}
