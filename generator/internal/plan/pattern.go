package plan

import (
	"regexp"
	"time"

	"github.com/dlclark/regexp2/v2"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A pattern is the regular expression of a schema, made ready for Go.
type pattern struct {
	decl gomodel.Pattern // without name until it is used
}

// planPattern translates the pattern of s, and reports whether that was possible. What is no expression of ECMA-262 is a finding.
func (p *planner) planPattern(s *api.Schema) bool {
	x, known := p.patterns[s]
	if known {
		return x != nil
	}
	decl, err := patternDecl(*s.String.Pattern, s.At(api.KwPattern))
	if err != nil {
		p.findings.Warn(s.At(api.KwPattern), diag.RuleNotEnforced, "pattern %s is not enforced: %v", *s.String.Pattern, err)
		p.patterns[s] = nil
		return false
	}
	p.patterns[s] = &pattern{decl: decl}
	return true
}

// patternDecl makes a pattern ready for Go: runs of classes if that is what it is, else an expression for package regexp, else
// one that is matched by trying.
func patternDecl(source string, pos diag.Pos) (gomodel.Pattern, error) {
	decl := gomodel.Pattern{Head: gomodel.Head{From: pos}, Source: source}
	if runs, empty, ok := classRuns(source); ok {
		decl.Engine, decl.Runs, decl.Empty = gomodel.RunsEngine, runs, empty
		return decl, nil
	}
	expression, err := translate(source)
	if err == nil {
		if _, err = regexp.Compile(expression); err == nil {
			decl.Engine, decl.Go = gomodel.RE2Engine, expression
			return decl, nil
		}
	}
	decl.Engine = gomodel.BacktrackingEngine
	for _, mode := range []regexp2.RegexOptions{regexp2.ECMAScript | regexp2.Unicode, regexp2.ECMAScript} {
		if _, backtracking := regexp2.Compile(source, mode); backtracking == nil {
			decl.Legacy = mode == regexp2.ECMAScript
			return decl, nil
		}
	}
	return decl, err
}

// matching returns a function that matches a pattern as generated code does, nil if it has no translation. After a match that takes
// too long, everything is one.
func matching(source string) func(text string) bool {
	decl, err := patternDecl(source, diag.Pos{})
	if err != nil {
		return nil
	}
	if decl.Engine != gomodel.BacktrackingEngine {
		expression, err := translate(source)
		if err != nil {
			return nil
		}
		re, err := regexp.Compile(expression)
		if err != nil {
			return nil
		}
		return re.MatchString
	}
	mode := regexp2.ECMAScript | regexp2.Unicode
	if decl.Legacy {
		mode = regexp2.ECMAScript
	}
	re := regexp2.MustCompile(source, mode)
	re.MatchTimeout = time.Second
	tooSlow := false
	return func(text string) bool {
		if tooSlow {
			return true
		}
		ok, err := re.MatchString(text)
		tooSlow = err != nil
		return ok || tooSlow
	}
}

// patternOf returns the pattern that checks the strings of a schema, nil for none.
func (p *planner) patternOf(s *api.Schema) *pattern { return p.patterns[s] }
