package check

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
	"github.com/oas2go/oas2go/generator/internal/source"
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
	bad.explain(c.Warn(at.Pos, diag.RuleDefault, "the default %s %s", report.Show(at.Value), bad.reason))
}

// checkExamples compares the examples of schemas, parameters, headers and bodies with their schemas. Nothing depends on them, so one
// that does not fit is only worth knowing.
func (c *checker) checkExamples() {
	for _, s := range c.Document.Schemas {
		if s.Meta != nil {
			for _, e := range s.Meta.Examples {
				c.checkExample(s, e.Value, e.Pos)
			}
		}
	}
	for _, x := range c.Examples {
		for _, e := range x.List {
			if v := e.Value.Value; x.Schema != nil && v != nil && v.Value != nil && e.Value.Ref == nil {
				c.checkExample(x.Schema, v.Value, e.Pos)
			}
		}
	}
}

func (c *checker) checkExample(s *api.Schema, v api.Value, pos diag.Pos) {
	j := judge{hints: c.Reporter}
	bad := j.misfit(s, v, 0)
	if bad == nil {
		return
	}
	bad.explain(c.Info(c.within(pos, bad.at), diag.RuleExample, "the example %s %s", report.Show(v), bad.reason))
}

// within returns the position of a part of the value at pos, or pos if the value does not stand there as it is.
func (c *checker) within(pos diag.Pos, tokens []string) diag.Pos {
	document := c.documentOf(pos.File)
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

func (c *checker) documentOf(file *diag.File) *source.Document {
	for _, d := range c.Sources {
		if d.File == file {
			return d
		}
	}
	return nil
}
