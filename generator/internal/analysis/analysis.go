package analysis

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A memo has what was found out about schemas; nil where there is no such thing.
type memo struct {
	wrapped      map[*api.Schema]wrapping
	kinds        map[*api.Schema]KindSet
	nulls        map[*api.Schema]bool // whether null is valid
	views        map[*api.Schema]*View
	choices      map[*api.Schema]*ChoicePlan
	enumerations map[*api.Schema]*Enumeration
	values       map[*api.Schema][]int        // of an enum, that a value can have
	merges       map[*api.Schema]*Merger      // of allOf
	matchers     map[string]func(string) bool // by pattern
	joined       map[*api.Schema]bool         // made of several descriptions of one member
	tags         map[*api.Schema]*TagTable    // of discriminators
}

// newMemo returns a memory of so many schemas.
func newMemo(n int) memo {
	return memo{
		wrapped: make(map[*api.Schema]wrapping, n), kinds: make(map[*api.Schema]KindSet, n), nulls: make(map[*api.Schema]bool, n),
		views: map[*api.Schema]*View{}, choices: make(map[*api.Schema]*ChoicePlan, n), enumerations: make(map[*api.Schema]*Enumeration, n), values: map[*api.Schema][]int{},
		merges: map[*api.Schema]*Merger{}, matchers: map[string]func(string) bool{}, joined: map[*api.Schema]bool{}, tags: map[*api.Schema]*TagTable{},
	}
}

// An Analysis answers what the schemas of a document mean.
type Analysis struct {
	schemas   []*api.Schema
	resources resources
	asserts   func(Format) bool // which formats are constraints; nil: none
	memo      memo
	targets   map[*api.Schema]bool // of references
	sums      api.Summer
	budget    budget
	letter    bool // discriminators say nothing about what is valid
	findings  diag.List
}

// New returns the analysis of a document. schemas are those of the document and what was made of them, by ID; origin returns what a
// schema was made of. asserts says which formats are constraints; nil means that none is.
func New(d *api.Document, schemas []*api.Schema, origin func(*api.Schema) *api.Schema, asserts func(Format) bool) *Analysis {
	return &Analysis{
		schemas: schemas, resources: findResources(d, schemas[len(d.Schemas):], origin), asserts: asserts,
		memo: newMemo(len(schemas)), budget: newBudget(len(d.Schemas)),
	}
}

// Annotate makes discriminators say nothing about what is valid, as the letter of OpenAPI has it.
func (a *Analysis) Annotate() { a.letter = true }

// Annotates reports whether discriminators say nothing about what is valid.
func (a *Analysis) Annotates() bool { return a.letter }

// Findings returns what was found while answering: that a document has more parts of schemas than Go types are made of.
func (a *Analysis) Findings() []diag.Finding { return a.findings.All() }

// StringList returns the strings of an array, such as the value of an extension.
func StringList(v api.Value) (list []string) {
	values, _ := v.(api.Array)
	for _, e := range values {
		if s, ok := e.(api.String); ok {
			list = append(list, string(s))
		}
	}
	return list
}

// Judged reports whether a schema without Go type has anything to judge.
func (a *Analysis) Judged(s *api.Schema) bool {
	return s != nil && (s.Form == api.FormFalse || s.Form == api.FormObject && Asserted(s).Minus(a.Idle(s)) != (Keywords{}))
}

// Known returns what was found out about the alternatives of s, nil if nobody asked or there are none.
func (a *Analysis) Known(s *api.Schema) (*Enumeration, *ChoicePlan) {
	return a.memo.enumerations[s], a.memo.choices[s]
}
