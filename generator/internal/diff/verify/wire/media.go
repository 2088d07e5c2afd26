package wire

import (
	"mime"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// Media types of forms.
const (
	FormType      = "application/x-www-form-urlencoded"
	MultipartType = "multipart/form-data"
)

// BaseType returns a media type in lower case without its parameters.
func BaseType(text string) string {
	name, _, _ := strings.Cut(text, ";")
	return strings.ToLower(strings.TrimSpace(name))
}

// mediaParams returns the parameters of a media type. UTF-8 goes without saying: JSON has no other encoding (RFC 8259, section 8.1).
func mediaParams(text string) map[string]string {
	_, params, err := mime.ParseMediaType(text)
	if err != nil {
		return nil
	}
	for name, value := range params {
		if name == "charset" && strings.EqualFold(value, "utf-8") || name == "boundary" {
			delete(params, name)
		}
	}
	return params
}

// MatchMedia returns the entry of a content map for the media type of a message: the most specific one, nil if there is none. OAS:
// Request Body Object, content.
func MatchMedia(content []api.Named[api.Use[api.MediaType]], actual string) (entry *api.Named[api.Use[api.MediaType]]) {
	best := -1
	for i := range content {
		if rank := MediaRank(content[i].Name, actual); rank > best {
			best, entry = rank, &content[i]
		}
	}
	return entry
}

// MediaRank says how specific a media type or a range is for what a message has, -1 if it is not for it. Parameters that it names must
// be those of the message.
func MediaRank(declared, actual string) int {
	want, got := BaseType(declared), BaseType(actual)
	rank := 100
	switch kind, subtype, _ := strings.Cut(want, "/"); {
	case want == "*/*" || want == "*":
		rank = 0
	case subtype == "*" && strings.HasPrefix(got, kind+"/"):
		rank = 50
	case strings.HasPrefix(subtype, "*+") && strings.HasPrefix(got, kind+"/") && strings.HasSuffix(got, subtype[1:]):
		rank = 60 // application/*+json is no range of HTTP, but documents have it
	case want != got:
		return -1
	}
	params := mediaParams(actual)
	for name, value := range mediaParams(declared) {
		if !strings.EqualFold(params[name], value) {
			return -1
		}
		rank++
	}
	return rank
}

// IsJSON reports whether a media type is JSON (RFC 6839, section 3.1, for the suffix).
func IsJSON(mediaType string) bool {
	name := BaseType(mediaType)
	return name == "application/json" || strings.HasSuffix(name, "+json") || name == "text/json"
}

// IsXML reports whether a media type is XML (RFC 7303, section 4.2).
func IsXML(mediaType string) bool {
	name := BaseType(mediaType)
	return name == "application/xml" || name == "text/xml" || strings.HasSuffix(name, "+xml")
}

// IsJSONSequence reports whether a media type is one JSON text behind the other.
func IsJSONSequence(mediaType string) bool {
	switch BaseType(mediaType) {
	case "application/jsonl", "application/x-ndjson", "application/ndjson", "application/json-seq", "application/x-jsonlines":
		return true
	}
	return false
}
