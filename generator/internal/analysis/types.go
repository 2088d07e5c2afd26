package analysis

import (
	"github.com/oas2go/oas2go/generator/internal/api"
)

// Secret reports whether the values of a property stay out of messages.
func (a *Analysis) Secret(s *api.Schema) bool {
	for _, w := range a.Wrappers(s) {
		if w.Format == "password" || w.Meta != nil && w.Meta.WriteOnly {
			return true
		}
	}
	return false
}
