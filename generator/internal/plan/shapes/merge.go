package shapes

import (
	"github.com/oas2go/oas2go/generator/internal/analysis"
)

// defineParts defines the types of the parts of t first: the inline types of a part are the part's, whatever the order of the
// document. Parts without type of their own are enforced by t.
func (p *Planner) defineParts(t *Type) {
	m := p.analysis.Merged(t.Schema)
	if m == nil {
		return
	}
	for _, part := range m.Parts {
		if part == t.Schema {
			continue
		}
		if p.analysis.IsTarget(part) {
			p.Use(part, p.targetPlace(part)) // a type of its own, which the reference may reach later
		}
		if owner := p.types[part]; owner != nil {
			p.defineOnce(owner)
			continue
		}
		if !p.analysis.IsTarget(part) {
			p.uses[part] = Use{Shape: Named{t}, Schema: t.Schema}
		}
		p.enforce(part, analysis.Mergeable.List()...)
	}
	for _, part := range m.Parts {
		if part.Ref != nil {
			p.enforceWrappers(part.Ref.Target)
		}
		if part.Compose != nil {
			for _, wrapper := range part.Compose.AllOf {
				p.enforceWrappers(wrapper)
			}
		}
	}
}
