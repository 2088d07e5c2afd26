package shapes

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
)

// LookedAt notes that the members of a schema, and of those that it applies, are fields.
func (p *Planner) LookedAt(s *api.Schema) {
	for _, source := range append(analysis.Sources(s), s) {
		p.enforce(source, api.KwType, api.KwProperties, api.KwRequired, api.KwAllOf, api.KwRef)
		if _, seen := p.uses[source]; !seen && p.types[source] == nil {
			p.uses[source] = Use{Shape: Anything{}} // what else it says is a finding
		}
	}
}

// ReportStream reports what a schema demands of bytes that are read while they are sent or received. The schema may be one of
// another place too, where a type enforces the same.
func (p *Planner) ReportStream(s *api.Schema) {
	for _, source := range append(analysis.Sources(s), s) {
		if p.streams[source] {
			continue
		}
		p.streams[source] = true
		kept := p.analysis.Idle(source)
		kept.Add(api.KwType, api.KwItems, api.KwMinItems, api.KwMaxItems, api.KwAllOf, api.KwRef)
		if media.IsBinary(source) || source.Format == "byte" { // which many write for bytes as they are
			kept.Add(api.KwFormat)
		}
		if inner, _ := p.analysis.Unwrap(source); inner != nil { // bytes or null
			kept.Add(api.KwAnyOf, api.KwOneOf)
		}
		p.enforced.Enforce(source, kept)
		for _, k := range analysis.Asserted(source).Minus(kept).List() {
			p.findings.Warn(source.At(k), diag.RuleNotEnforced, "%s is not enforced on a stream of bytes", k)
		}
		if source.Array != nil && source.Array.Items != nil {
			p.ReportStream(source.Array.Items)
		}
	}
}
