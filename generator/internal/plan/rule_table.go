package plan

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A RuleTable has the rules of a package, and says what they judge.
type RuleTable struct {
	List     []gomodel.NamedRule
	Patterns []gomodel.Decl // of the rules, as they were met
	index    map[string]int // in List, by name
	types    map[*typ]TypeRule
	leaves   map[*leaf]string // of unions whose objects are told apart by rules
	raw      map[*api.Schema]string
	keeps    map[*structDef]bool
	judging  map[*api.Schema][]Judgement
	ruled    map[*api.Schema]bool
	enforced ledger
}

// A TypeRule is the rule of a type: its constant, "" for none. Whole: it is that of the whole schema, and nothing else is checked.
type TypeRule struct {
	Name  string
	Whole bool
}

// A Judgement is that a rule judges some keywords of a schema.
type Judgement struct {
	rule     string
	keywords keywordSet
}

func newRuleTable(schemas int) *RuleTable {
	return &RuleTable{
		index: map[string]int{}, types: map[*typ]TypeRule{}, leaves: map[*leaf]string{}, raw: map[*api.Schema]string{}, keeps: map[*structDef]bool{},
		judging: map[*api.Schema][]Judgement{}, ruled: map[*api.Schema]bool{}, enforced: make(ledger, schemas),
	}
}

// Of returns the rule of a type.
func (t *RuleTable) Of(it *typ) TypeRule { return t.types[it] }

// Leaf returns the rule by which a reader knows an object of a union.
func (t *RuleTable) Leaf(l *leaf) string { return t.leaves[l] }

// Raw returns the rule of a value that Go has no type for, "" if anything goes.
func (t *RuleTable) Raw(s *api.Schema) string { return t.raw[s] }

// Judging returns which rules judge which keywords of a schema.
func (t *RuleTable) Judging(s *api.Schema) []Judgement { return t.judging[s] }

// Ruled reports whether a schema is part of a rule.
func (t *RuleTable) Ruled(s *api.Schema) bool { return t.ruled[s] }

// enforcedOf returns the keywords of a schema that rules judge.
func (t *RuleTable) enforcedOf(s *api.Schema) keywordSet { return t.enforced[s.ID] }

// Extra returns the type of the members of a struct that have no field: nil if they are ignored. Where a rule looks at them, they are kept.
func (t *RuleTable) Extra(def *structDef) *use {
	if def.extra == nil && t.keeps[def] {
		return &use{shape: anything{}}
	}
	return def.extra
}

// keep makes a struct hold the members that it has no field for.
func (t *RuleTable) keep(def *structDef) {
	if !def.closed && !def.tuple {
		t.keeps[def] = true
	}
}

// rule returns an entry of the table.
func (t *RuleTable) rule(name string) gomodel.Rule { return t.List[t.index[name]].Rule }
