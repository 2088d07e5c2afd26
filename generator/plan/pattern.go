package plan

import (
	"regexp"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// A pattern is the regular expression of a schema, made ready for Go.
type pattern struct {
	decl gomodel.Pattern // without name until it is used
}

// planPattern translates the pattern of s, and reports whether that was possible. Look-around, back-references and what else RE2
// cannot say is a finding.
func (p *planner) planPattern(s *api.Schema) bool {
	x, known := p.patterns[s]
	if known {
		return x != nil
	}
	decl, err := patternDecl(*s.String.Pattern, s.At(api.KwPattern))
	if err != nil {
		p.enforce(s, api.KwPattern) // this finding stands for the general one
		p.findings.Warn(s.At(api.KwPattern), diag.RuleNotEnforced, "pattern %s is not enforced: %v", *s.String.Pattern, err)
		p.patterns[s] = nil
		return false
	}
	p.patterns[s] = &pattern{decl: decl}
	return true
}

// patternDecl makes a pattern ready for Go: runs of classes if that is what it is, else an expression for package regexp.
func patternDecl(source string, pos diag.Pos) (gomodel.Pattern, error) {
	decl := gomodel.Pattern{Head: gomodel.Head{From: pos}, Source: source}
	if runs, empty, ok := classRuns(source); ok {
		decl.Engine, decl.Runs, decl.Empty = gomodel.RunsEngine, runs, empty
		return decl, nil
	}
	expression, err := translate(source)
	if err == nil {
		_, err = regexp.Compile(expression)
	}
	decl.Engine, decl.Go = gomodel.RE2Engine, expression
	return decl, err
}

// patternName names the variable of a pattern when it is first used: after the type and the field.
func (p *planner) patternName(x *pattern, owner string) string {
	if x.decl.Name == "" && owner != "" {
		x.decl.Name = p.private("pattern"+owner, x.decl.From.Address())
		p.pending = append(p.pending, &x.decl)
	}
	return x.decl.Name
}
