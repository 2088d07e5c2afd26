package rules

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// A Table has the rules of a package, and says what they judge.
type Table struct {
	List     []gomodel.NamedRule
	Patterns []gomodel.Decl // of the rules, as they were met
	index    map[string]int // in List, by name
	types    map[*shapes.Type]TypeRule
	leaves   map[*analysis.Leaf]string // of unions whose objects are told apart by rules
	inner    map[*api.Schema]string    // of unions inside that a tag leads to
	raw      map[*api.Schema]string
	keeps    map[*shapes.StructDef]bool
	judging  map[*api.Schema][]Judgement
	ruled    map[*api.Schema]bool
	enforced analysis.Ledger
}

// A TypeRule is the rule of a type: its constant, "" for none. Whole: it is that of the whole schema, and nothing else is checked.
type TypeRule struct {
	Name  string
	Whole bool
}

// A Judgement is that a rule judges some keywords of a schema.
type Judgement struct {
	Rule     string
	Keywords analysis.Keywords
}

func newRuleTable(schemas int) *Table {
	return &Table{
		index: map[string]int{}, types: map[*shapes.Type]TypeRule{}, leaves: map[*analysis.Leaf]string{}, inner: map[*api.Schema]string{}, raw: map[*api.Schema]string{}, keeps: map[*shapes.StructDef]bool{},
		judging: map[*api.Schema][]Judgement{}, ruled: map[*api.Schema]bool{}, enforced: make(analysis.Ledger, schemas),
	}
}

// Of returns the rule of a type.
func (t *Table) Of(it *shapes.Type) TypeRule { return t.types[it] }

// Leaf returns the rule by which a reader knows an object of a union.
func (t *Table) Leaf(l *analysis.Leaf) string { return t.leaves[l] }

// Inner returns the rule of a union inside that a tag leads to.
func (t *Table) Inner(s *api.Schema) string { return t.inner[s] }

// Raw returns the rule of a value that Go has no type for, "" if anything goes.
func (t *Table) Raw(s *api.Schema) string { return t.raw[s] }

// Judging returns which rules judge which keywords of a schema.
func (t *Table) Judging(s *api.Schema) []Judgement { return t.judging[s] }

// Ruled reports whether a schema is part of a rule.
func (t *Table) Ruled(s *api.Schema) bool { return t.ruled[s] }

// Enforced returns the keywords of a schema that rules judge.
func (t *Table) Enforced(s *api.Schema) analysis.Keywords { return t.enforced[s.ID] }

// Extra returns the type of the members of a struct that have no field: nil if they are ignored. Where a rule looks at them, they are kept.
func (t *Table) Extra(def *shapes.StructDef) *shapes.Use {
	if def.Extra == nil && t.keeps[def] {
		return &shapes.Use{Shape: shapes.Anything{}}
	}
	return def.Extra
}

// keep makes a struct hold the members that it has no field for.
func (t *Table) keep(def *shapes.StructDef) {
	if !def.Closed && !def.Tuple {
		t.keeps[def] = true
	}
}

// rule returns an entry of the table.
func (t *Table) rule(name string) gomodel.Rule { return t.List[t.index[name]].Rule }
