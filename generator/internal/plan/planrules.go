package plan

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// prepareRules finds what rules need to know of the whole document.
func (p *planner) prepareRules() {
	p.table = newRuleTable(len(p.schemas))
	p.ruler = &ruler{p: p, table: p.table, names: map[ruleKey]string{}, patterns: map[string]*gomodel.Pattern{}}
	for _, s := range p.schemas {
		set := asserted(s)
		p.hasUnevaluated = p.hasUnevaluated || set.has(api.KwUnevaluatedItems) || set.has(api.KwUnevaluatedProperties)
	}
}

// planRules compiles the rule of each type that has a residue, and makes the structs that rules look at keep their members.
func (p *planner) planRules() {
	var ruled []*typ
	for t := range p.all() {
		def, isUnion := t.def.(*unionDef)
		_, isRaw := t.def.(anythingDef)
		switch {
		case isRaw && p.judged(t.schema):
			p.table.types[t] = TypeRule{Name: p.ruler.wholeRule(t.schema)}
		case isUnion && def.plan.ruled:
			p.ruleLeaves(def)
			p.table.types[t] = TypeRule{p.ruler.wholeRule(t.schema), true}
			ruled = append(ruled, t)
		case t.residue != (keywordSet{}):
			ruled = append(ruled, t)
		}
	}
	covering := covering(ruled)
	for _, t := range ruled {
		switch {
		case p.table.Of(t).Whole:
		case covering[t]:
			p.table.types[t] = TypeRule{p.ruler.wholeRule(t.schema), true}
		default:
			p.table.types[t] = TypeRule{Name: p.ruler.partial(t.schema, wholeIfUnevaluated(t), p.ruler.owner(t.schema))}
		}
	}
	k := keeper{table: p.table, seen: map[keepKey]bool{}}
	for _, t := range ruled {
		k.rule(p.table.rule(p.table.Of(t).Name), use{shape: named{t}, schema: t.schema})
	}
	p.planRaw()
}

// ruleLeaves compiles the rules by which a reader tells objects apart.
func (p *planner) ruleLeaves(def *unionDef) {
	for _, l := range def.plan.leaves {
		if def.plan.byRule && l.kind == kindObject {
			p.table.leaves[l] = p.ruler.wholeRule(l.schema)
		}
	}
}

// covering returns the types with a rule that may hold a type with a rule. Such a rule is that of the whole schema, so that a
// value is encoded once and not again at each level.
func covering(ruled []*typ) map[*typ]bool {
	covers := map[*typ]bool{}
	for _, t := range ruled {
		w := reach{seen: map[*typ]bool{}}
		w.inside(t)
		covers[t] = w.found
	}
	return covers
}

// A reach looks for a type with a rule inside another.
type reach struct {
	seen  map[*typ]bool
	found bool
}

func (w *reach) use(u use) {
	switch s := u.shape.(type) {
	case list:
		w.use(s.elem)
	case dict:
		w.use(s.elem)
	case named:
		_, raw := s.typ.def.(anythingDef)
		w.found = w.found || !raw && (s.typ.residue != (keywordSet{}) || s.typ.isRuledUnion())
		if !w.found && !w.seen[s.typ] {
			w.seen[s.typ] = true
			w.inside(s.typ)
		}
	}
}

func (t *typ) isRuledUnion() bool {
	def, ok := t.def.(*unionDef)
	return ok && def.plan.ruled
}

func (w *reach) inside(t *typ) {
	switch def := t.def.(type) {
	case *structDef:
		for _, m := range def.members {
			w.use(m.use)
		}
		if def.extra != nil {
			w.use(*def.extra)
		}
	case listDef:
		w.use(def.elem)
	case dictDef:
		w.use(def.elem)
	case *unionDef:
		for _, v := range def.variants {
			w.use(use{shape: named{v.typ}})
		}
	}
}

// wholeIfUnevaluated returns the keywords of the rule of a type: the residue, or all where one asks what the others evaluated.
func wholeIfUnevaluated(t *typ) keywordSet {
	if t.residue.has(api.KwUnevaluatedItems) || t.residue.has(api.KwUnevaluatedProperties) {
		return asserted(t.schema)
	}
	return t.residue
}

// judged reports whether a schema without Go type has anything to judge.
func (p *planner) judged(s *api.Schema) bool {
	return s != nil && (s.Form == api.FormFalse || s.Form == api.FormObject && asserted(s).minus(p.idle(s)) != (keywordSet{}))
}
