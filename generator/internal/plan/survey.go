package plan

import (
	"cmp"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// A Survey counts how much of a document Go types show, and names what needs a rule.
type Survey struct {
	Operations int // with a method
	Schemas    int // of the document
	Free       int // that allow anything, and are json.RawMessage
	Ruled      []Ruled
	// Components are the named schemas. OwnRule have a rule themselves, InlineRule in an inline part only.
	Components, OwnRule, InlineRule int
}

// A Ruled is a schema whose values are judged by a rule. The schemas that stand inside the rule are part of it.
type Ruled struct {
	Pos      diag.Pos
	Type     string        // the Go type
	Keywords []api.Keyword // that it does not show

	pointer string
}

// Survey looks at the types that were planned.
func (p *Planned) Survey() *Survey {
	v := &Survey{Operations: len(p.Operations.List), Schemas: len(p.Doc.Schemas), Components: len(p.Doc.Components.Schemas)}
	for t := range p.Shapes.All() {
		if p.Rules.Of(t).Name != "" {
			v.add(t.Schema, p.Names.Type(t), ruledKeywords(p.Analysis, t.Schema, t.Residue))
		}
	}
	for _, s := range p.Directions.Schemas {
		u, used := p.Shapes.Used(s)
		switch {
		case !used || u.Schema != s || !shapes.IsAnything(u):
		case !p.Analysis.Judged(s):
			v.Free++
		case !u.Judged:
			v.add(s, "json.RawMessage", ruledKeywords(p.Analysis, s, analysis.Keywords{}))
		}
	}
	slices.SortStableFunc(v.Ruled, func(a, b Ruled) int {
		return cmp.Or(cmp.Compare(a.Pos.Relative(), b.Pos.Relative()), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column), cmp.Compare(a.pointer, b.pointer))
	})
	v.Ruled = slices.CompactFunc(v.Ruled, func(a, b Ruled) bool { return a.pointer == b.pointer }) // forms by direction
	v.countComponents()
	return v
}

func (v *Survey) add(s *api.Schema, name string, keywords []api.Keyword) {
	v.Ruled = append(v.Ruled, Ruled{Pos: s.Pos, Type: name, Keywords: keywords, pointer: s.Pos.Key()})
}

// ruledKeywords returns what a type does not show. What has no Go type shows nothing.
func ruledKeywords(a *analysis.Analysis, s *api.Schema, residue analysis.Keywords) []api.Keyword {
	if residue == (analysis.Keywords{}) {
		residue = analysis.Asserted(s).Minus(a.Idle(s))
	}
	return residue.List()
}

// countComponents counts components by the places of the schemas with a rule: at /components/schemas/name or below.
func (v *Survey) countComponents() {
	own := map[string]bool{} // whether a component that has a rule has one itself
	for _, r := range v.Ruled {
		path, isComponent := strings.CutPrefix(r.pointer, "/components/schemas/")
		if name, _, below := strings.Cut(path, "/"); isComponent {
			own[name] = own[name] || !below
		}
	}
	for _, itself := range own {
		if itself {
			v.OwnRule++
		} else {
			v.InlineRule++
		}
	}
}
