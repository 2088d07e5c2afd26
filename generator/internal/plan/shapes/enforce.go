package shapes

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
)

// enforce notes that keywords of s became a type, a check or a comment.
func (p *Planner) enforce(s *api.Schema, list ...api.Keyword) {
	p.enforced.Enforce(s, analysis.KeywordsOf(list...))
}

// vacuous notes the keywords of s that no value of its kinds can break: "maxLength" beside "type: integer".
func (p *Planner) vacuous(s *api.Schema) {
	set := analysis.Asserted(s)
	vain := set.Minus(set.Minus(p.analysis.Idle(s))).Minus(p.enforced[s.ID])
	p.enforced.Enforce(s, vain)
	for _, k := range vain.List() {
		p.ReportIdle(s, k)
	}
}

// ReportIdle reports a keyword that no value of its schema can break.
func (p *Planner) ReportIdle(s *api.Schema, k api.Keyword) {
	switch {
	case k != api.KwFormat:
		p.findings.Info(s.At(k), diag.RuleNoEffect, "%s has no effect on %s", k, analysis.KindNames(p.analysis.Kinds(s)))
	case p.classes.PlainKind(s) == gomodel.Decimal: // the format is the type
	case AsksForNothing(s.Format) || !p.analysis.AssertsFormats() || classes.FormatKind(s) != "" && p.analysis.Kinds(s)&analysis.KindString != 0:
	case gomodel.FormatFunc(gomodel.Format{Name: s.Format}) == "" && gomodel.FormatFunc(gomodel.Format{Name: s.Format, Number: true}) == "":
		if IsRegistered(s.Format) {
			p.findings.Info(s.At(k), diag.RuleNoEffect, "format %q is not checked, it only describes the value", s.Format)
			return
		}
		p.findings.Info(s.At(k), diag.RuleNoEffect, "format %q is not known, so it asks for nothing", s.Format).Hint = likeFormat(s.Format)
	default:
		p.findings.Info(s.At(k), diag.RuleNoEffect, "format %q has no effect on %s", s.Format, analysis.KindNames(p.analysis.Kinds(s)))
	}
}

// enforceWrappers notes the keywords of the wrappers of s.
func (p *Planner) enforceWrappers(s *api.Schema) {
	for w := range p.analysis.Wrappers(s) {
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
