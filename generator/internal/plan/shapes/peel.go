package shapes

import (
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// enforceWrappers notes the keywords of the wrappers of s.
func (p *Planner) enforceWrappers(s *api.Schema) {
	for _, w := range p.analysis.Wrappers(s) {
		if inner, orNull := p.analysis.Unwrap(w); inner != nil {
			p.enforce(w, api.KwType, api.KwRef, api.KwAllOf, api.KwAnyOf, api.KwOneOf)
			if orNull {
				for _, part := range append(w.Compose.AnyOf, w.Compose.OneOf...) {
					if analysis.OnlyNull(part) {
						p.enforce(part, api.KwType)
					}
				}
			}
		}
	}
}
