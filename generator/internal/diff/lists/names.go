package lists

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// Shared counts the names of b that a has.
func Shared(a, b []string) (n int) {
	in := map[string]bool{}
	for _, name := range a {
		in[name] = true
	}
	for _, name := range b {
		if in[name] {
			n++
		}
	}
	return n
}

// ReferenceName is the component that an alternative is, "" for one that stands in place.
func ReferenceName(s *api.Schema) string {
	if s.Ref == nil {
		return ""
	}
	return s.Ref.Text[strings.LastIndexAny(s.Ref.Text, "/#")+1:]
}
