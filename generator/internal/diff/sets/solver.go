package sets

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/classes"
	"github.com/oas2go/oas2go/generator/internal/diff/decided"
	"github.com/oas2go/oas2go/generator/internal/diff/judge"
	"github.com/oas2go/oas2go/generator/internal/diff/language"
)

// A Lit is a schema whose values are meant, or those outside of it.
type Lit struct {
	Schema *api.Schema
	Not    bool
}

// A Status is what is known about a set.
type Status = judge.Status

// The statuses.
const (
	Unknown   = judge.Unknown
	Empty     = judge.No  // proved: no value
	Inhabited = judge.Yes // by a value
)

// An Answer says whether there is a value.
type Answer struct {
	Status Status
	Value  api.Value // if Inhabited
	Why    string    // if Unknown: the keyword or the limit
}

// A Solver answers questions about schemas. What it found out is kept for the next questions. It is not for use by several goroutines.
type Solver struct {
	judge    *judge.Judge
	classes  *classes.Classes
	memo     map[string]Answer
	truths   map[truthKey]Status
	products map[string]*language.Language // of patterns and formats
	limit    int                           // steps of a question
	decided  *decided.Reader               // what discriminators make of schemas; nil: nothing
}

// The steps of a question: a first try, one that learns, and the last one, some seconds at most.
const (
	fewSteps   = 3_000
	learnSteps = 40_000 // of all questions that learn
	allSteps   = 60_000
)

// New returns a solver. asserts says which formats are constraints, of strings or of numbers; nil means that none is. documents are the
// schemas of the documents, for the targets of $dynamicRef.
func New(asserts func(name string, number bool) bool, documents ...[]*api.Schema) *Solver {
	if asserts == nil {
		asserts = func(string, bool) bool { return false }
	}
	c := classes.New()
	for _, d := range documents {
		c.AddAnchors(d)
	}
	return &Solver{
		judge: judge.New(asserts, c), classes: c, memo: map[string]Answer{}, truths: map[truthKey]Status{},
		products: map[string]*language.Language{}, limit: allSteps,
	}
}

// JudgeFormats sets what judges strings that not all validators judge alike. Without it, whether they are of a format is unknown.
func (s *Solver) JudgeFormats(formats func(name, text string) (valid, known bool)) {
	s.judge.Formats = formats
}

// Decide makes discriminators decide which alternative a value is. Without it they say nothing.
func (s *Solver) Decide(r *decided.Reader) { s.decided = r }

// meant returns what a schema says with the decisions of its discriminators.
func (s *Solver) meant(schema *api.Schema) *api.Schema {
	if s.decided == nil {
		return schema
	}
	return s.decided.Of(schema)
}

// Has reports whether a value is in a schema; known is false where nobody can say, such as for a format that is not known exactly.
func (s *Solver) Has(schema *api.Schema, v api.Value) (is, known bool) {
	status := s.judge.Check(s.meant(schema), v)
	return status == Inhabited, status != Unknown
}

// Same reports whether two schemas have the same keywords all the way down, and so the same values.
func (s *Solver) Same(a, b *api.Schema) bool { return s.classes.Same(s.meant(a), s.meant(b)) }

// Subset asks for a value of a that is not in b: Empty proves that a is a subset of b.
func (s *Solver) Subset(a, b *api.Schema) Answer {
	return s.Find(Lit{Schema: a}, Lit{Schema: b, Not: true})
}

// Find asks for a value that is in all schemas, and outside of those that are negated.
func (s *Solver) Find(lits ...Lit) Answer {
	lits = slices.Clone(lits)
	for i := range lits {
		lits[i].Schema = s.meant(lits[i].Schema)
	}
	if s.opposed(lits) {
		return Answer{Status: Empty}
	}
	answer, _ := s.ask(lits, min(fewSteps, s.limit))
	if answer.Status == Unknown && answer.Why == tooMany && fewSteps < s.limit {
		s.learn(lits)
		if s.opposed(lits) {
			return Answer{Status: Empty}
		}
		answer, _ = s.ask(lits, s.limit)
	}
	if answer.Status != Inhabited {
		return answer
	}
	for _, l := range lits { // what is handed out is checked by the meaning of keywords alone
		if is := s.judge.Check(l.Schema, answer.Value); is == judge.Truth(l.Not) {
			return Answer{Why: "internal: " + api.JSON(answer.Value) + " is no witness"}
		}
	}
	return answer
}

// ask searches in so many steps, and returns how many it took.
func (s *Solver) ask(lits []Lit, limit int) (Answer, int) {
	terms := make([]term, len(lits))
	for i, l := range lits {
		terms[i] = s.lit(l.Schema, l.Not)
	}
	r := &run{s: s, limit: limit, busy: map[string]int{}, provisional: map[string]provisional{}}
	return r.find(terms), r.steps
}

// opposed reports whether a schema and its negation are among lits. A $dynamicRef in them is entered from the same place.
func (s *Solver) opposed(lits []Lit) bool {
	for _, a := range lits {
		for _, b := range lits {
			if a.Not && !b.Not && s.classes.Same(a.Schema, b.Schema) {
				return true
			}
		}
	}
	return false
}
