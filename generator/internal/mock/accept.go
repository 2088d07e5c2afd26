package mock

import (
	"mime"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
	"github.com/oas2go/oas2go/generator/internal/diff/verify/wire"
)

// negotiate chooses a media type that a response has: the one that the client likes best, of those the first of the document. Without
// Accept it is the first one. entry is its index in content, -1 if the client takes none (RFC 9110, section 12.5.1).
func negotiate(content []api.Named[api.Use[api.MediaType]], accept []string) (mediaType string, entry int) {
	if len(content) == 0 {
		return "", -1
	}
	text := strings.Join(accept, ",")
	if strings.TrimSpace(text) == "" {
		return messages.Concrete(content[0].Name), 0
	}
	best, entry := 0.0, -1
	for i := range content {
		for _, name := range concrete(content[i].Name, text) {
			if q := quality(text, name); q > best {
				best, entry, mediaType = q, i, name
			}
		}
	}
	return mediaType, entry
}

// concrete returns the media types that an entry of the document can be: itself, or of a range what the client names of it.
func concrete(name, accept string) []string {
	list := []string{messages.Concrete(name)}
	if !strings.Contains(name, "*") {
		return list
	}
	for wanted := range strings.SplitSeq(accept, ",") {
		base := wire.BaseType(wanted)
		if _, _, err := mime.ParseMediaType(base); err == nil && !strings.Contains(base, "*") && strings.Contains(base, "/") && wire.MediaRank(name, base) >= 0 {
			list = append(list, base)
		}
	}
	return list
}

// quality says how much a client wants a media type. The closest range counts.
func quality(accept, mediaType string) float64 {
	q, closest := 0.0, -1
	for _, wanted := range splitQuoted(accept, ',') {
		parts := splitQuoted(wanted, ';')
		weight, params := 1.0, ""
		for _, param := range parts[1:] {
			name, value, _ := strings.Cut(strings.TrimSpace(param), "=")
			if !strings.EqualFold(strings.TrimSpace(name), "q") {
				params += ";" + param
			} else if number, err := strconv.ParseFloat(strings.TrimSpace(value), 64); err == nil && number >= 0 && number <= 1 {
				weight = number
			}
		}
		if near := wire.MediaRank(parts[0]+params, mediaType); near > closest {
			closest, q = near, weight
		}
	}
	return q
}
