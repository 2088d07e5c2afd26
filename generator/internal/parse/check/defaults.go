package check

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
)

// checkDefault compares a default with its own schema. Validation 9.2 recommends that it fits. One that does not is left out: no
// code should send it.
func (c *checker) checkDefault(s *api.Schema) {
	if s.Meta == nil || s.Meta.Default == nil {
		return
	}
	at := s.Meta.Default
	j := judge{hints: c.Reporter}
	bad := j.misfit(s, at.Value, 0)
	if bad == nil {
		return
	}
	s.Meta.Default = nil
	s.Written(api.KwDefault).Fate = api.Invalid
	f := c.Warn(at.Pos, diag.RuleDefault, "the default %s %s", report.Show(at.Value), bad.reason)
	f.Hint = bad.hint
	if bad.rule.Line > 0 {
		f.Related = []diag.Related{{Pos: bad.rule, Message: "the rule is here"}}
	}
}
