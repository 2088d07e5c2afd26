package shapes

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// reportImpossible reports the values of an enum that a keyword beside it forbids.
func (p *Planner) reportImpossible(s *api.Schema) {
	for _, e := range p.analysis.Entries(s) {
		if k := p.analysis.Forbids(s, e.Value); k != api.KwUnknown {
			f := p.findings.Warn(e.Pos, diag.RuleEnum, "the value %s can never be used: %s forbids it", words.Brief(e.Value), k)
			f.Related = []diag.Related{{Pos: s.At(k), Message: "here"}}
		}
	}
}
