package effective

import (
	"mime"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// MediaKey is a media type without what changes nothing: the case of letters, the order of parameters, and a charset, which JSON does not
// have and other texts may name or leave out.
func MediaKey(name string) string {
	base, params, err := mime.ParseMediaType(name)
	if err != nil {
		return strings.ToLower(strings.TrimSpace(name))
	}
	delete(params, "charset")
	delete(params, "boundary")
	if base == "*" {
		base = "*/*"
	}
	if text := mime.FormatMediaType(base, params); text != "" {
		return text
	}
	return base
}

// BaseType is a media type without parameters.
func BaseType(name string) string {
	base, _, _ := strings.Cut(MediaKey(name), ";")
	return base
}

// IsRange reports whether a media type is text/*, */* or, as some documents have it, application/*+json.
func IsRange(key string) bool { return strings.Contains(BaseType(key), "/*") }

// IsJSON reports whether bodies are JSON (RFC 6839).
func IsJSON(name string) bool {
	base := BaseType(name)
	return base == "application/json" || base == "text/json" || strings.HasSuffix(base, "+json")
}

// IsSequence: OAS 3.2, Sequential Media Types, those of JSON texts.
func IsSequence(name string) bool {
	base := BaseType(name)
	return slices.Contains([]string{"application/jsonl", "application/x-ndjson", "application/ndjson",
		"application/json-seq", "application/stream+json"}, base) ||
		strings.HasSuffix(base, "+json-seq") || strings.HasSuffix(base, "+jsonl")
}

// IsXML reports whether bodies are XML (RFC 7303).
func IsXML(name string) bool {
	base := BaseType(name)
	return base == "application/xml" || base == "text/xml" || strings.HasSuffix(base, "+xml")
}

// Alike reports whether bodies of two media types differ in the name only.
func Alike(a, b string) bool {
	return IsJSON(a) && IsJSON(b) || IsXML(a) && IsXML(b) || IsSequence(a) && IsSequence(b)
}

// A Media is a media type of a body.
type Media struct {
	api.Named[api.Use[api.MediaType]]
	Type *api.MediaType
	Key  string
}

// MediaOf returns the media types of a body.
func MediaOf(list []api.Named[api.Use[api.MediaType]]) (entries []Media) {
	for _, m := range list {
		if m.Value.Value != nil {
			entries = append(entries, Media{m, m.Value.Value, MediaKey(m.Name)})
		}
	}
	return entries
}

// MediaFor returns the entry that a body of a media type goes by: the most specific one. OAS: Media Type Object, content.
func MediaFor(list []Media, key string) *Media {
	kind, _, _ := strings.Cut(key, "/")
	_, suffix, _ := strings.Cut(BaseType(key), "+")
	for _, want := range []string{key, BaseType(key), kind + "/*+" + suffix, kind + "/*", "*/*"} {
		if i := slices.IndexFunc(list, func(m Media) bool { return m.Key == want }); i >= 0 {
			return &list[i]
		}
	}
	return nil
}

// MediaNames are the media types of a body, for sentences.
func MediaNames(list []Media) (names []string) {
	for _, m := range list {
		names = append(names, m.Key)
	}
	return names
}

// BodyOf returns the request body of an operation, nil for none.
func BodyOf(op *api.Operation) *api.RequestBody {
	if op.RequestBody == nil {
		return nil
	}
	return op.RequestBody.Value
}

// SchemaOf returns the schema of a parameter or a header: its own, or that of its media type.
func SchemaOf(s *api.Schema, content []api.Named[api.Use[api.MediaType]]) *api.Schema {
	if s == nil && len(content) > 0 && content[0].Value.Value != nil {
		return content[0].Value.Value.Schema
	}
	return s
}
