package plan

import (
	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// prepareRules finds what rules need to know of the whole document.
func (p *planner) prepareRules() {
	p.table = &ruler{p: p, names: map[ruleKey]string{}, patterns: map[string]*gomodel.Pattern{}}
	p.resources = findResources(p.doc)
	for _, s := range p.doc.Schemas {
		set := asserted(s)
		p.hasUnevaluated = p.hasUnevaluated || set.has(api.KwUnevaluatedItems) || set.has(api.KwUnevaluatedProperties)
	}
}

// planRules compiles the rule of each type that has a residue, and makes the structs that rules look at keep their members.
func (p *planner) planRules() {
	var ruled []*typ
	for t := range p.all() {
		_, isRaw := t.def.(anythingDef)
		switch {
		case isRaw && judged(t.schema):
			t.rule = p.table.named(t.schema, nil, p.table.owner(t.schema))
		case t.residue != (keywordSet{}):
			t.rule = p.table.partial(t.schema, p.wholeIfUnevaluated(t), p.table.owner(t.schema))
			ruled = append(ruled, t)
		}
	}
	for _, t := range ruled {
		k := keeper{p: p, seen: map[keepKey]bool{}}
		k.rule(p.table.rule(t.rule), use{shape: named{t}, schema: t.schema})
	}
}

// wholeIfUnevaluated returns the keywords of the rule of a type: the residue, or all where one asks what the others evaluated.
func (p *planner) wholeIfUnevaluated(t *typ) keywordSet {
	if t.residue.has(api.KwUnevaluatedItems) || t.residue.has(api.KwUnevaluatedProperties) {
		return asserted(t.schema).minus(notForRules)
	}
	return t.residue
}

// judged reports whether a schema without Go type has anything to judge.
func judged(s *api.Schema) bool {
	return s != nil && (s.Form == api.FormFalse || s.Form == api.FormObject && asserted(s).minus(notForRules) != (keywordSet{}))
}

// rawRule returns the rule of a value at a place that Go has no type for, "" if anything goes.
func (p *planner) rawRule(u use) string {
	if !judged(u.schema) {
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
