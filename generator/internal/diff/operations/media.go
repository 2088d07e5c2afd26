package operations

import (
	"mime"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// mediaKey is a media type without what changes nothing: the case of letters, the order of parameters, and a charset, which JSON does not
// have and other texts may name or leave out.
func mediaKey(name string) string {
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

// baseOf is a media type without parameters.
func baseOf(name string) string {
	base, _, _ := strings.Cut(mediaKey(name), ";")
	return base
}

func isRange(key string) bool { return strings.HasSuffix(baseOf(key), "/*") }

func isJSON(name string) bool {
	base := baseOf(name)
	return base == "application/json" || base == "text/json" || strings.HasSuffix(base, "+json")
}

// isSequence: OAS 3.2, Sequential Media Types, those of JSON texts.
func isSequence(name string) bool {
	base := baseOf(name)
	return slices.Contains([]string{"application/jsonl", "application/x-ndjson", "application/ndjson", "application/json-seq", "application/stream+json"}, base) ||
		strings.HasSuffix(base, "+json-seq") || strings.HasSuffix(base, "+jsonl")
}

func isXML(name string) bool {
	base := baseOf(name)
	return base == "application/xml" || base == "text/xml" || strings.HasSuffix(base, "+xml")
}

// alike reports whether bodies of two media types differ in the name only.
func alike(a, b string) bool {
	return isJSON(a) && isJSON(b) || isXML(a) && isXML(b) || isSequence(a) && isSequence(b)
}

// A mediaEntry is a media type of a body.
type mediaEntry struct {
	api.Named[api.Use[api.MediaType]]
	media *api.MediaType
	key   string
}

func mediaEntries(list []api.Named[api.Use[api.MediaType]]) (entries []mediaEntry) {
	for _, m := range list {
		if m.Value.Value != nil {
			entries = append(entries, mediaEntry{m, m.Value.Value, mediaKey(m.Name)})
		}
	}
	return entries
}

// effective returns the entry that a body of a media type goes by: the most specific one. OAS: Media Type Object, content.
func effective(list []mediaEntry, key string) *mediaEntry {
	kind, _, _ := strings.Cut(key, "/")
	for _, want := range []string{key, baseOf(key), kind + "/*", "*/*"} {
		if i := slices.IndexFunc(list, func(m mediaEntry) bool { return m.key == want }); i >= 0 {
			return &list[i]
		}
	}
	return nil
}

// mediaNames are the media types of a body, for sentences.
func mediaNames(list []mediaEntry) (names []string) {
	for _, m := range list {
		names = append(names, m.key)
	}
	return names
}
