package plan

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// prepareRules finds what rules need to know of the whole document.
func (p *planner) prepareRules() {
	p.table = &ruler{p: p, names: map[ruleKey]string{}, index: map[string]int{}, patterns: map[string]*gomodel.Pattern{}, judging: map[*api.Schema][]judgement{}}
	p.resources = p.findResources()
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
			t.rule = p.table.named(t.schema, nil, p.table.owner(t.schema))
		case isUnion && def.plan.ruled:
			t.whole = true
			p.ruleLeaves(def)
			t.rule = p.table.named(t.schema, nil, p.table.owner(t.schema))
			ruled = append(ruled, t)
		case t.residue != (keywordSet{}):
			ruled = append(ruled, t)
		}
	}
	covering := p.covering(ruled)
	for _, t := range ruled {
		switch {
		case t.whole:
		case covering[t]:
			t.whole = true
			t.rule = p.table.named(t.schema, nil, p.table.owner(t.schema))
		default:
			t.rule = p.table.partial(t.schema, p.wholeIfUnevaluated(t), p.table.owner(t.schema))
		}
	}
	k := keeper{p: p, seen: map[keepKey]bool{}}
	for _, t := range ruled {
		k.rule(p.table.rule(t.rule), use{shape: named{t}, schema: t.schema})
	}
}

// ruleLeaves compiles the rules by which a reader tells objects apart.
func (p *planner) ruleLeaves(def *unionDef) {
	for _, l := range def.plan.leaves {
		if def.plan.byRule && l.kind == gomodel.KindObject {
			l.rule = p.table.named(l.schema, nil, p.table.owner(l.schema))
		}
	}
}

// covering returns the types with a rule that may hold a type with a rule. Such a rule is that of the whole schema, so that a
// value is encoded once and not again at each level.
func (p *planner) covering(ruled []*typ) map[*typ]bool {
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
func (p *planner) wholeIfUnevaluated(t *typ) keywordSet {
	if t.residue.has(api.KwUnevaluatedItems) || t.residue.has(api.KwUnevaluatedProperties) {
		return asserted(t.schema)
	}
	return t.residue
}

// judged reports whether a schema without Go type has anything to judge.
func (p *planner) judged(s *api.Schema) bool {
	return s != nil && (s.Form == api.FormFalse || s.Form == api.FormObject && asserted(s).minus(p.idle(s)) != (keywordSet{}))
}

// rawRule returns the rule of a value at a place that Go has no type for, "" if anything goes.
func (p *planner) rawRule(u use) string {
	if !p.judged(u.schema) {
		return ""
	}
	return p.table.named(u.schema, nil, p.table.owner(u.schema))
}

// ruleDecls returns the table of rules and the patterns in it.
func (p *planner) ruleDecls() (decls []gomodel.Decl) {
	if len(p.table.list) == 0 {
		return nil
	}
	table := &gomodel.Rules{List: p.table.list}
	table.Name = "rules"
	return append(append(decls, table), p.table.order...)
}
