package plan

import (
	"mime"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A mediaKind is how a body of a media type is read and written.
type mediaKind uint8

const (
	streamMedia    mediaKind = iota // bytes
	jsonMedia                       // application/json, +json (RFC 6839)
	textMedia                       // text/*
	xmlMedia                        // application/xml, text/xml, +xml (RFC 7303)
	formMedia                       // application/x-www-form-urlencoded
	multipartMedia                  // multipart/*
	eventMedia                      // text/event-stream
	linesMedia                      // JSON texts one after the other
	anyMedia                        // a range such as */*: the schema tells more
)

// mediaKindOf returns the kind of a media type or range. One that does not parse goes by its beginning.
func mediaKindOf(name string) mediaKind {
	t := baseType(name)
	switch {
	case t == "text/event-stream":
		return eventMedia
	case t == "application/json" || t == "text/json" || strings.HasSuffix(t, "+json"):
		return jsonMedia
	case isLines(t):
		return linesMedia
	case t == "application/x-www-form-urlencoded":
		return formMedia
	case t == "application/xml" || t == "text/xml" || strings.HasSuffix(t, "+xml") && !strings.HasPrefix(t, "image/"):
		return xmlMedia
	case strings.HasPrefix(t, "multipart/"):
		return multipartMedia
	case t == "*/*" || t == "application/*" || t == "*":
		return anyMedia
	case strings.HasPrefix(t, "text/"):
		return textMedia
	}
	return streamMedia
}

// baseType returns a media type without its parameters.
func baseType(name string) string {
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

// isBinary reports whether a schema stands for bytes as they are: format binary of OpenAPI 3.0, contentMediaType without
// contentEncoding since 3.1 (OAS: Working with Binary Data).
func isBinary(s *api.Schema) bool {
	if !s.Has(api.TypeString) {
		return false
	}
	if s.Format == "binary" {
		return true
	}
	if s.Content == nil || s.Content.MediaType == "" || s.Content.Encoding != "" || s.Content.Schema != nil {
		return false
	}
	kind := mediaKindOf(s.Content.MediaType)
	return kind == streamMedia
}
