package effective

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Header is a header of a response or of a part.
type Header struct {
	Name string
	*api.Header
}

// HeadersOf returns the headers of a list. It leaves out Content-Type, which follows from the content. OAS: Response Object and Encoding
// Object, headers.
func HeadersOf(list []api.Named[api.Use[api.Header]]) (entries []Header) {
	for _, h := range list {
		if h.Value.Value != nil && !strings.EqualFold(h.Name, "Content-Type") {
			entries = append(entries, Header{h.Name, h.Value.Value})
		}
	}
	return entries
}
