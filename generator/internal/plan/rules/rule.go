package rules

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// A ruler compiles schemas to rules: what no Go type shows is judged on JSON. References become entries of one table, so that
// recursion is no case of its own.
type ruler struct {
	p        *Planner
	table    *Table
	scope    ident.Scope // of the constants of rules and the variables of patterns
	names    map[ruleKey]string
	depth    int                         // of the rule that is being compiled, inside its entry
	current  string                      // that entry
	patterns map[string]*gomodel.Pattern // by source
	targets  map[string]*api.Schema      // of tags, by the names of their rules
	tolds    map[toldKey]string          // the rules by which readers know objects of unions inside
}

// A toldKey is an object of a union inside, and the table that tells it from the others.
type toldKey struct {
	object *api.Schema
	by     *analysis.TagTable
}

// A ruleKey is a schema in a dynamic scope: $dynamicRef is resolved when rules are compiled, once for each scope that reaches it.
type ruleKey struct {
	schema *api.Schema
	scope  string
}

// named returns the constant of the rule for all of s, and compiles it when it is first asked for.
func (r *ruler) named(s *api.Schema, in scope, owner string) string {
	in = r.enter(s, in)
	key := ruleKey{s, in.key()}
	if name := r.names[key]; name != "" {
		return name
	}
	name := r.private("rule"+owner, r.p.shapes.Pointer(s)+" "+key.scope)
	r.names[key] = name
	return r.entry(name, s, func() gomodel.Rule { return r.whole(s, in) })
}

// wholeRule returns the constant of the rule for all of s, outside of any dynamic scope.
func (r *ruler) wholeRule(s *api.Schema) string { return r.named(s, nil, r.owner(s)) }

// partial returns the constant of the rule for some keywords of s: what its Go type does not show.
func (r *ruler) partial(s *api.Schema, only analysis.Keywords, owner string) string {
	name := r.private("rule"+owner, r.p.shapes.Pointer(s)+" residue")
	return r.entry(name, s, func() gomodel.Rule { return r.keywords(s, only, r.enter(s, nil)) })
}

// entry adds a rule to the table, in front of those that it needs itself.
func (r *ruler) entry(name string, s *api.Schema, rule func() gomodel.Rule) string {
	i := len(r.table.List)
	r.table.index[name] = i
	r.table.List = append(r.table.List, gomodel.NamedRule{Name: name, From: s.Pos})
	depth, current := r.depth, r.current
	r.depth, r.current = 0, name
	made := rule() // which may add entries, so that the list moves
	r.table.List[i].Rule = made
	r.depth, r.current = depth, current
	return name
}

// private returns a name that no other rule or pattern has.
func (r *ruler) private(name, key string) string {
	return r.scope.Assign([]ident.Claim{{Ladder: []string{ident.Within(name), name}, Key: key}})[0]
}

// owner names a schema that has no type: by its place in the document.
func (r *ruler) owner(s *api.Schema) string { return r.p.shapes.PointerPlace(s).Owner }

// compile returns the rule of a whole schema. One that is in the table already is referred to.
func (r *ruler) compile(s *api.Schema, in scope) gomodel.Rule {
	if name := r.names[ruleKey{s, r.enter(s, in).key()}]; name != "" {
		return gomodel.Rule{gomodel.RuleRef{Name: name}}
	}
	if r.depth == maxRuleDepth {
		return gomodel.Rule{gomodel.RuleRef{Name: r.named(s, in, r.owner(s))}}
	}
	r.depth++
	rule := r.whole(s, in)
	r.depth--
	return rule
}

// maxRuleDepth is how deep rules stand inside each other; deeper ones are entries of their own.
const maxRuleDepth = 20

func (r *ruler) whole(s *api.Schema, in scope) gomodel.Rule {
	r.table.ruled[s] = true
	switch s.Form {
	case api.FormTrue:
		return gomodel.Rule{}
	case api.FormFalse:
		return gomodel.Rule{gomodel.RuleNever{}}
	}
	return r.keywords(s, analysis.Asserted(s), r.enter(s, in))
}

// keywords compiles the keywords of s that are in only. unevaluated… look at what all the others did, so they enclose them.
func (r *ruler) keywords(s *api.Schema, only analysis.Keywords, in scope) gomodel.Rule {
	r.table.enforced.Enforce(s, only)
	r.table.judging[s] = append(r.table.judging[s], Judgement{r.current, only})
	c := compiler{ruler: r, s: s, only: only, in: in, rule: gomodel.Rule{}}
	c.values()
	c.numbers()
	c.strings()
	c.formats()
	c.arrays()
	c.objects()
	c.references()
	c.choices()
	if !only.Has(api.KwUnevaluatedItems) && !only.Has(api.KwUnevaluatedProperties) {
		return c.rule
	}
	enclosing := gomodel.RuleUnevaluated{Of: c.rule}
	if only.Has(api.KwUnevaluatedItems) {
		enclosing.Items = r.compile(s.Array.UnevaluatedItems, in)
	}
	if only.Has(api.KwUnevaluatedProperties) {
		enclosing.Properties = r.compile(s.Object.UnevaluatedProperties, in)
	}
	return gomodel.Rule{enclosing}
}
