package parse

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
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
	f := p.findings.Info(p.within(pos, bad.at), diag.RuleExample, "the example %s %s", show(v), bad.reason)
	f.Hint = bad.hint
	if bad.rule.Line > 0 {
		f.Related = []diag.Related{{Pos: bad.rule, Message: "the rule is here"}}
	}
}

// within returns the position of a part of the value at pos, or pos if the value does not stand there as it is.
func (p *parser) within(pos diag.Pos, tokens []string) diag.Pos {
	document := p.documentOf(pos.File)
	if len(tokens) == 0 || document == nil {
		return pos
	}
	path := pos.Path.Original()
	if n, _, ok := document.Find(path.Pointer()); !ok || n.Line != pos.Line || n.Column != pos.Column {
		return pos
	}
	for _, token := range slices.Backward(tokens) {
		path = path.Child(token)
	}
	if n, _, ok := document.Find(path.Pointer()); ok {
		return document.Pos(n, path)
	}
	return pos
}

func (p *parser) documentOf(file *diag.File) *source.Document {
	if p.entry.source.File == file {
		return p.entry.source
	}
	for _, f := range p.files {
		if f.source != nil && f.source.File == file {
			return f.source
		}
	}
	return nil
}

// remember keeps something with examples until all references are followed.
func (p *parser) remember(get func() (*api.Schema, []api.Named[api.Use[api.Example]])) {
	p.exampled = append(p.exampled, get)
}
