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
	decl, err := PatternDecl(*s.String.Pattern, s.At(api.KwPattern))
	if err != nil {
		p.findings.Warn(s.At(api.KwPattern), diag.RuleNotEnforced, "pattern %s is not enforced: %v", *s.String.Pattern, err)
		p.patterns[s] = nil
		return false
	}
	ReportSlow(decl, p.findings)
	p.patterns[s] = &Pattern{Decl: decl}
	return true
}

// ReportSlow reports a pattern that may take exponential time.
func ReportSlow(p gomodel.Pattern, findings *diag.List) {
	if p.Engine == gomodel.BacktrackingEngine && pattern.Endless(p.Source) {
		findings.Warn(p.From, diag.RuleSlowPattern, "matching the pattern %s can take exponential time: texts that take too long are refused", p.Source)
	}
}

// PatternDecl returns the declaration of a pattern without a name. The error says why it is no expression of ECMA-262.
func PatternDecl(source string, pos diag.Pos) (gomodel.Pattern, error) {
	x, err := pattern.Compile(source)
	decl := gomodel.Pattern{Head: gomodel.Head{From: pos}, Source: source, Go: x.Go, Empty: x.Empty, All: x.Look.All, None: x.Look.None, Legacy: x.Legacy}
	switch x.Engine {
	case pattern.Runs:
		decl.Engine = gomodel.RunsEngine
	case pattern.RE2:
		decl.Engine = gomodel.RE2Engine
	case pattern.Several:
		decl.Engine = gomodel.SeveralEngine
	case pattern.Backtracking:
		decl.Engine = gomodel.BacktrackingEngine
	}
	for _, run := range x.Runs {
		decl.Runs = append(decl.Runs, gomodel.ClassRun(run))
	}
	return decl, err
}

// PatternOf returns the pattern that checks the strings of a schema, nil if there is none or it has no translation. It is known once
// [Classes.Static] was asked.
func (p *Classes) PatternOf(s *api.Schema) *Pattern { return p.patterns[s] }
