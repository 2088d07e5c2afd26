package rules

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
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
	covered  map[*shapes.Type]bool // stand in a type whose rule is that of the whole schema
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
		index: map[string]int{}, types: map[*shapes.Type]TypeRule{}, leaves: map[*analysis.Leaf]string{}, inner: map[*api.Schema]string{},
		raw: map[*api.Schema]string{}, keeps: map[*shapes.StructDef]bool{}, covered: map[*shapes.Type]bool{}, judging: map[*api.Schema][]Judgement{}, ruled: map[*api.Schema]bool{}, enforced: make(analysis.Ledger, schemas),
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

// Covered reports whether a type stands in another one whose rule is that of the whole schema, so that nothing else checks it there.
func (t *Table) Covered(it *shapes.Type) bool { return t.covered[it] }

// cover notes what stands in a type with such a rule.
func (t *Table) cover(u shapes.Use) {
	each(u, func(inner shapes.Use) {
		if n, ok := inner.Shape.(shapes.Named); ok {
			if t.covered[n.Type] {
				return
			}
			t.covered[n.Type] = true
		}
		t.cover(inner)
	})
}

// each calls visit with what stands directly in a value.
func each(u shapes.Use, visit func(shapes.Use)) {
	switch s := u.Shape.(type) {
	case shapes.List:
		visit(s.Elem)
	case shapes.Map:
		visit(s.Elem)
	case shapes.Named:
		inside(s.Type, visit)
	}
}

// inside calls visit with what stands directly in a value of a type.
func inside(it *shapes.Type, visit func(shapes.Use)) {
	switch def := it.Def.(type) {
	case *shapes.StructDef:
		for _, m := range def.Members {
			visit(m.Use)
		}
		if def.Extra != nil {
			visit(*def.Extra)
		}
	case shapes.ListDef:
		visit(def.Elem)
	case shapes.MapDef:
		visit(def.Elem)
	case *shapes.UnionDef:
		for _, v := range def.Variants {
			visit(shapes.Use{Shape: shapes.Named{Type: v.Type}})
		}
	}
}

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

// KeepAll makes all structs hold the members that they have no field for. Those that encoding/xml writes have no place for them.
func (t *Table) KeepAll(all *shapes.Planner, ops *operations.Operations) {
	for it := range all.All() {
		if def, ok := it.Def.(*shapes.StructDef); ok && !ops.XML[it] {
			t.keep(def)
		}
	}
}

// rule returns an entry of the table.
func (t *Table) rule(name string) gomodel.Rule { return t.List[t.index[name]].Rule }
