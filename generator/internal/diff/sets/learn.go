package sets

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/classes"
)

// learn compares the parts of a schema and of a negated one that stand at the same places, those deep down first. Parts that have the same
// values become one class, which spares the search of the whole most of its work: two documents mostly differ in few places.
func (s *Solver) learn(lits []Lit) {
	l := learner{s: s, left: learnSteps, seen: map[[2]classes.ID]bool{}}
	for _, a := range lits {
		for _, b := range lits {
			if b.Not && !a.Not {
				l.compare(a.Schema, b.Schema, 0)
			}
		}
	}
}

type learner struct {
	s    *Solver
	left int // steps
	seen map[[2]classes.ID]bool
}

// compare proves that two schemas are the same, if they are.
func (l *learner) compare(a, b *api.Schema, depth int) {
	a, b = classes.Look(a), classes.Look(b)
	c := l.s.classes
	pair := [2]classes.ID{c.Of(a), c.Of(b)}
	if pair[0] == pair[1] || l.seen[pair] || depth > maxDepth || l.left < 0 {
		return
	}
	l.seen[pair] = true
	for x, y := range aligned(a, b) {
		l.compare(x, y, depth+1)
	}
	if c.Moving(pair[0]) || c.Moving(pair[1]) {
		return
	}
	if c.Alike(a, b) || l.within(a, b) && l.within(b, a) {
		c.Merge(pair[0], pair[1])
	}
}

// within reports whether it is proved in a few steps that a is a subset of b.
func (l *learner) within(a, b *api.Schema) bool {
	answer, steps := l.s.ask([]Lit{{Schema: a}, {Schema: b, Not: true}}, min(fewSteps, l.left))
	l.left -= steps
	return answer.Status == Empty
}

// aligned yields the parts of two schemas at the same places: the same keyword and name, and in lists the same reference or index.
func aligned(a, b *api.Schema) func(yield func(x, y *api.Schema) bool) {
	type place struct {
		keyword api.Keyword
		name    string
		index   int
	}
	at := func(c api.Child) place {
		if c.Schema.Ref != nil && c.Name == "" {
			return place{c.Keyword, c.Schema.Ref.Text, -1}
		}
		return place{c.Keyword, c.Name, c.Index}
	}
	return func(yield func(x, y *api.Schema) bool) {
		there := map[place]*api.Schema{}
		for c := range b.Children() {
			there[at(c)] = c.Schema
		}
		for c := range a.Children() {
			other, ok := there[at(c)]
			if ok && c.Keyword != api.KwDefs && !yield(c.Schema, other) {
				return
			}
		}
		if a.Ref != nil && b.Ref != nil && a.Ref.Target != nil && b.Ref.Target != nil {
			yield(a.Ref.Target, b.Ref.Target)
		}
	}
}
