package parse

import (
	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
)

// checkExamples compares the examples of schemas, parameters, headers and bodies with their schemas. Nothing depends on them, so one
// that does not fit is only worth knowing.
func (p *parser) checkExamples() {
	for _, s := range p.doc.Schemas {
		if s.Meta != nil {
			for _, e := range s.Meta.Examples {
				p.checkExample(s, e.Value, e.Pos)
			}
		}
	}
	for _, x := range p.exampled {
		schema, examples := x()
		for _, e := range examples {
			if v := e.Value.Value; schema != nil && v != nil && v.Value != nil && e.Value.Ref == nil {
				p.checkExample(schema, v.Value, e.Pos)
			}
		}
	}
}

func (p *parser) checkExample(s *api.Schema, v api.Value, pos diag.Pos) {
	j := judge{p: p}
	bad := j.misfit(s, v, 0)
	if bad == nil {
		return
	}
	f := p.findings.Info(pos, diag.RuleExample, "the example %s %s", show(v), bad.reason)
	f.Hint = bad.hint
	if bad.rule.Line > 0 {
		f.Related = []diag.Related{{Pos: bad.rule, Message: "the rule is here"}}
	}
}

// remember keeps something with examples until all references are followed.
func (p *parser) remember(get func() (*api.Schema, []api.Named[api.Use[api.Example]])) {
	p.exampled = append(p.exampled, get)
}
