package rules

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// prepareRules finds what rules need to know of the whole document.
func (p *Planner) prepareRules() {
	p.table = newRuleTable(len(p.schemas))
	p.ruler = &ruler{p: p, table: p.table, names: map[ruleKey]string{}, patterns: map[string]*gomodel.Pattern{}, targets: map[string]*api.Schema{}, tolds: map[toldKey]string{}}
	for _, s := range p.schemas {
		set := analysis.Asserted(s)
		p.hasUnevaluated = p.hasUnevaluated || set.Has(api.KwUnevaluatedItems) || set.Has(api.KwUnevaluatedProperties)
	}
}

// planRules compiles the rule of each type that has a residue, and makes the structs that rules look at keep their members.
func (p *Planner) planRules() {
	var ruled []*shapes.Type
	for t := range p.shapes.All() {
		def, isUnion := t.Def.(*shapes.UnionDef)
		_, isRaw := t.Def.(shapes.AnythingDef)
		switch {
		case isRaw && p.analysis.Judged(t.Schema):
			p.table.types[t] = TypeRule{Name: p.ruler.wholeRule(t.Schema)}
		case isUnion && t.IsRuledUnion():
			p.ruleLeaves(def.Plan)
			p.table.types[t] = TypeRule{p.ruler.wholeRule(t.Schema), true}
			ruled = append(ruled, t)
		case t.Residue != (analysis.Keywords{}):
			ruled = append(ruled, t)
		}
	}
	covering := covering(ruled)
	for _, t := range ruled {
		switch {
		case p.table.Of(t).Whole:
		case covering[t]:
			p.table.types[t] = TypeRule{p.ruler.wholeRule(t.Schema), true}
		default:
			p.table.types[t] = TypeRule{Name: p.ruler.partial(t.Schema, wholeIfUnevaluated(t), p.ruler.owner(t.Schema))}
		}
	}
	for _, t := range ruled {
		if p.table.Of(t).Whole {
			p.table.cover(shapes.Use{Shape: shapes.Named{Type: t}})
		}
	}
	k := keeper{table: p.table, targets: p.ruler.targets, seen: map[keepKey]bool{}, unions: map[*shapes.UnionDef]*variants{}}
	for _, t := range ruled {
		k.rule(p.table.rule(p.table.Of(t).Name), shapes.Use{Shape: shapes.Named{Type: t}, Schema: t.Schema})
	}
	p.planRaw()
}

// ruleLeaves compiles the rules by which a reader tells objects apart, and those of unions inside that a tag leads to.
func (p *Planner) ruleLeaves(c *analysis.ChoicePlan) {
	for _, l := range c.Leaves {
		if (c.ByRule || c.Tags != nil && !c.Tags.Decides()) && l.Kind == analysis.KindObject {
			if p.table.leaves[l] = p.ruler.wholeRule(l.Schema); l.Told != nil && l.Told != c.Tags {
				p.table.leaves[l] = p.ruler.told(l)
			}
		}
	}
	if c.Tags == nil {
		return
	}
	for _, target := range c.Tags.Cases {
		if slices.ContainsFunc(c.Leaves, func(l *analysis.Leaf) bool { return l.Schema == target.Target }) {
			continue
		}
		if inner := p.analysis.Choice(target.Target); inner.Ruled {
			p.table.inner[target.Target] = p.ruler.wholeRule(target.Target)
			p.ruleLeaves(inner)
		}
	}
}

// covering returns the types with a rule that may hold a type with a rule. Such a rule is that of the whole schema, so that a
// value is encoded once and not again at each level.
func covering(ruled []*shapes.Type) map[*shapes.Type]bool {
	covers := map[*shapes.Type]bool{}
	for _, t := range ruled {
		w := reach{seen: map[*shapes.Type]bool{}}
		w.inside(t)
		covers[t] = w.found
	}
	return covers
}

// A reach looks for a type with a rule inside another.
type reach struct {
	seen  map[*shapes.Type]bool
	found bool
}

func (w *reach) use(u shapes.Use) {
	switch s := u.Shape.(type) {
	case shapes.List:
		w.use(s.Elem)
	case shapes.Map:
		w.use(s.Elem)
	case shapes.Named:
		_, raw := s.Type.Def.(shapes.AnythingDef)
		w.found = w.found || !raw && (s.Type.Residue != (analysis.Keywords{}) || s.Type.IsRuledUnion())
		if !w.found && !w.seen[s.Type] {
			w.seen[s.Type] = true
			w.inside(s.Type)
		}
	}
}

func (w *reach) inside(t *shapes.Type) { inside(t, w.use) }

// wholeIfUnevaluated returns the keywords of the rule of a type: the residue, or all where one asks what the others evaluated.
func wholeIfUnevaluated(t *shapes.Type) analysis.Keywords {
	if t.Residue.Has(api.KwUnevaluatedItems) || t.Residue.Has(api.KwUnevaluatedProperties) {
		return analysis.Asserted(t.Schema)
	}
	return t.Residue
}
