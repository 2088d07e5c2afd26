package classes

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis/pattern"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Pattern is the regular expression of a schema, made ready for Go.
type Pattern struct {
	Decl gomodel.Pattern // without name until it is used
}

// planPattern translates the pattern of s, and reports whether that was possible. What is no expression of ECMA-262 is a finding.
func (p *Classes) planPattern(s *api.Schema) bool {
	x, known := p.patterns[s]
	if known {
		return x != nil
	}
	decl, err := pattern.Decl(*s.String.Pattern, s.At(api.KwPattern))
	if err != nil {
		p.findings.Warn(s.At(api.KwPattern), diag.RuleNotEnforced, "pattern %s is not enforced: %v", *s.String.Pattern, err)
		p.patterns[s] = nil
		return false
	}
	p.patterns[s] = &Pattern{Decl: decl}
	return true
}

// PatternOf returns the pattern that checks the strings of a schema, nil for none.
func (p *Classes) PatternOf(s *api.Schema) *Pattern { return p.patterns[s] }
