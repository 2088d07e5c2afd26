package shapes

import (
	"slices"

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

// ReportText reports what a schema demands of a response that is text and is given as it came, because Go has no better type for it.
func (p *Planner) ReportText(s *api.Schema) {
	if p.streams[s] {
		return
	}
	p.streams[s] = true
	asserted, kept := analysis.Asserted(s), p.analysis.Idle(s)
	kept.Add(api.KwType, api.KwAllOf, api.KwRef)
	if media.IsBinary(s) {
		kept.Add(api.KwFormat)
	}
	if inner, _ := p.analysis.Unwrap(s); inner != nil || takesText(p, s) {
		kept.Add(api.KwAnyOf, api.KwOneOf)
	}
	for _, k := range asserted.Minus(kept).List() {
		p.findings.Warn(s.At(k), diag.RuleNotEnforced, "%s is not enforced on text that is given as it is", k)
	}
	p.enforced.Enforce(s, asserted)
	reportTextInside(p, s)
}

// reportTextInside is ReportText for the schemas that must hold too: the target of a reference, parts, what may be null.
func reportTextInside(p *Planner, s *api.Schema) {
	if s.Ref != nil && s.Ref.Target != nil {
		p.ReportText(s.Ref.Target)
	}
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			p.ReportText(part)
		}
	}
	if inner, _ := p.analysis.Unwrap(s); inner != nil {
		p.ReportText(inner)
	}
}

// takesText reports whether an alternative of s takes every text.
func takesText(p *Planner, s *api.Schema) bool {
	if s.Compose == nil {
		return false
	}
	return slices.ContainsFunc(slices.Concat(s.Compose.AnyOf, s.Compose.OneOf), func(alternative *api.Schema) bool {
		asked := analysis.Asserted(alternative).Minus(analysis.KeywordsOf(api.KwType)).Minus(p.analysis.Idle(alternative))
		return p.analysis.Kinds(alternative)&analysis.KindString != 0 && len(asked.List()) == 0
	})
}
