package schemas

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
)

// A pair is a schema of each document that stand at the same place.
type pair struct {
	old, new *api.Schema
	text     bool // values are read from text
}

// A node is a pair with what differs in it. Nodes are made once, however often schemas are used.
type node struct {
	pair
	id    int
	edits []*edit
	edges []edge
}

// An edge leads to a place inside the value.
type edge struct {
	step step
	to   *node
}

// A step is the way to a part of a value, or to one alternative of it.
type step struct {
	kind  stepKind
	name  string // of a member
	index int    // of an item
	// of an alternative: what the value also is, on each side
	old, new *api.Schema
}

type stepKind uint8

const (
	toMember stepKind = iota
	toItem
	toAlternative
)

// An edit is one difference of a pair.
type edit struct {
	rule     string
	at       *node
	subject  string      // the member that it is about, "" for the value itself
	member   *api.Schema // of one that came or went
	with     *edit       // a second edit that is told with this one
	sentence string
	old, new change.Side
	facts    change.Facts
	narrow   claim // what the old schema allows and the new one does not
	widen    claim // what the new schema allows and the old one does not
	open     bool  // compatible by the rule for open objects
	alike    []string
}

// A claim is that a value exists which one schema allows, and which breaks one constraint of the other.
type claim struct {
	answer sets.Answer
	breaks *api.Schema // the constraint that a value breaks
	also   *api.Schema // what the value is too, nil for nothing
}

// claims asks both questions about a constraint that each side has in its own way; nil is no constraint.
func (w *walker) claims(p pair, old, new *api.Schema) (narrow, widen claim) {
	return w.claim(p, p.old, new, nil), w.claim(p, p.new, old, nil)
}

// claim asks whether a value of s breaks a constraint. also says what the value must be too.
func (w *walker) claim(p pair, s, constraint, also *api.Schema) claim {
	c := nothing()
	if constraint == nil {
		return c
	}
	if p.text { // what text can be read as depends on the types
		other := p.new
		if s == p.new {
			other = p.old
		}
		if types := lists.OnlyTypes(typesOf(shapeOf(other)), true); types != nil {
			constraint = lists.Join([]*api.Schema{constraint, types})
		}
	}
	c.breaks, c.also = w.reading(constraint, p.text), w.reading(also, p.text)
	lits := []sets.Lit{lit(w.reading(s, p.text)), not(c.breaks)}
	if also != nil {
		lits = append(lits, lit(c.also))
	}
	if p.text { // a value of the type that the document has is plainer than another reading of its text
		if plain := w.solver.Find(append(slices.Clone(lits), lit(s))...); plain.Status == sets.Inhabited {
			c.answer = plain
			return c
		}
	}
	c.answer = w.solver.Find(lits...)
	return c
}

// nothing is the claim that no value exists.
func nothing() claim { return claim{answer: sets.Answer{Status: sets.Empty}} }

// is reports that such a value exists.
func (c claim) is() bool { return c.answer.Status == sets.Inhabited }

// quiet reports that no message differs.
func (e *edit) quiet() bool {
	return e.narrow.answer.Status == sets.Empty && e.widen.answer.Status == sets.Empty
}

// node returns the node of a pair. What it leads to is compared later, so that deep documents need no deep stack.
func (w *walker) node(p pair) *node {
	n, ok := w.nodes[p]
	if !ok {
		n = &node{pair: p, id: len(w.nodes)}
		w.nodes[p] = n
		w.todo = append(w.todo, n)
	}
	return n
}

// settle compares all pairs that were met.
func (w *walker) settle() {
	for len(w.todo) > 0 {
		n := w.todo[len(w.todo)-1]
		w.todo = w.todo[:len(w.todo)-1]
		w.compare(n)
	}
}

// lead adds an edge if the schemas differ in meaning.
func (w *walker) lead(n *node, s step, old, new *api.Schema) {
	if !w.solver.Same(old, new) {
		n.edges = append(n.edges, edge{s, w.node(pair{old: old, new: new, text: n.text})})
	}
}
