package check

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
)

// A document that nobody has read from a file can be checked. What each check finds is in findings.txt of package parse.
func TestDocument(t *testing.T) {
	pos := func(line uint32) diag.Pos { return diag.Pos{Line: line, Column: 1} }
	item := &api.PathItem{Operations: []*api.Operation{{Pos: pos(2)}}}
	d := &api.Document{Paths: []api.Named[api.Use[api.PathItem]]{{Name: "/a/{id}", Pos: pos(1), Value: api.Use[api.PathItem]{Value: item}}}}
	count, a, b := d.NewSchema(pos(3)), d.NewSchema(pos(5)), d.NewSchema(pos(7))
	count.Types, count.Marks = []api.Type{api.TypeInteger}, []api.Mark{{Keyword: api.KwDefault}}
	count.Meta = &api.Annotations{Default: &api.Literal{Pos: pos(4), Value: api.String("5")}}
	a.Ref, b.Ref = &api.Ref{Pos: pos(6), Text: "b", Target: b}, &api.Ref{Pos: pos(8), Text: "a", Target: a}

	var findings diag.List
	Document(Input{Document: d, PathItems: []*api.PathItem{item}}, &report.Reporter{List: &findings})
	rules := map[uint32]diag.Rule{}
	for _, f := range findings.All() {
		rules[f.Pos.Line] = f.Rule
	}
	assert.Equal(t, map[uint32]diag.Rule{2: diag.RulePathParameter, 4: diag.RuleDefault, 8: diag.RuleRef}, rules)
	assert.Nil(t, count.Meta.Default)
	assert.Same(t, b, a.Ref.Target)
	assert.Nil(t, b.Ref.Target, "the circle is cut")
}
