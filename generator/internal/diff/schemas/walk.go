// Package schemas compares the schemas of two documents: it walks both side by side from the places where operations use them, names
// each edit once, and proves what it does to the values that are allowed there. What a schema allows is a question for package
// sets; whether a witness really shows a difference is for those who gave the place, see [Root.Check].
package schemas

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/decided"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
	"github.com/oas2go/oas2go/generator/internal/diff/loose"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
	"github.com/oas2go/oas2go/generator/internal/diff/ways"
)

// A Root is a place where an operation uses a schema, in both documents.
type Root struct {
	Old, New  *api.Schema      // in the form that the direction has; nil is any value
	Direction change.Direction // "" for a place that no message has
	Operation string           // its name in reports
	Subject   string           // what people call the place: listOrders, query limit
	Rank      int              // of the operation in the new document
	Text      bool             // values are read from text
	Filled    bool             // no value is the empty text
	Scalar    bool             // no value is a list or an object
	// OldHolder and NewHolder are what would hold a schema that is nil.
	OldHolder, NewHolder diag.Pos
	// Check judges a value at this place by both documents.
	Check func(value api.Value) Proof
}

// A Proof is what a judge of whole messages says about a value at a root.
type Proof struct {
	Old, New bool     // the side accepts it
	Places   []string // JSON pointers into the value, of what is wrong on the side that rejects it
	Problem  string   // why it could not be judged, "" if it was
	Witness  change.Witness
}

// Settings say what counts.
type Settings struct {
	Strict bool // members that are added to open objects are breaking, and those that are removed
	// Origin returns what a form of a schema was made of, nil for schemas of the document.
	Origin func(*api.Schema) *api.Schema
	// Decided knows what discriminators decide; nil: nothing.
	Decided *decided.Reader
}

func lit(s *api.Schema) sets.Lit { return sets.Lit{Schema: s} }

func not(s *api.Schema) sets.Lit { return sets.Lit{Schema: s, Not: true} }

// A Solver answers questions about sets of values: [sets.Solver].
type Solver interface {
	Find(...sets.Lit) sets.Answer
	Same(a, b *api.Schema) bool
}

// A walker is one comparison.
type walker struct {
	solver   Solver
	settings Settings
	anything *api.Schema
	anyAt    map[string]*api.Schema // where nothing is said about a value, by the address of what would say it
	reader   *reader
	nodes    map[pair]*node
	byID     []*node
	ways     *ways.Graph // of the nodes, once all are known
	todo     []*node
	joins    map[*api.Schema][]*api.Schema
	loose    loose.Members // members that the rule for open objects passes over
	groups   []*group
	room     [2][]known // for what one comparison knows of members, of both sides
}

// A group is all roots with one pair of schemas, one direction, and the same kind of values.
type group struct {
	root  *node
	plain *node // the same pair without regard to text: what is equal there is equal in text too
	dir   change.Direction
	roots []Root
	whole [2]*claim // that the whole breaks, and that more is allowed than before; nil: nobody has asked
}

// Found is what a comparison found, in the order in which places were met.
type Found struct {
	Changes []Ranked // with a verdict per direction, without class and advice
	Quiet   []Ranked // edits of no consequence for messages, of which Go code may be affected
	Unused  []Ranked // edits that matter, at places that no message has
}

// Ranked is a change with the rank of the first operation that it reaches.
type Ranked struct {
	change.Change
	Rank int
	At   *api.Schema // of the new document, for annotations
}

// Compare compares the schemas of all roots.
func Compare(roots []Root, solver Solver, settings Settings) Found {
	w := &walker{
		solver: solver, settings: settings, anything: &api.Schema{Form: api.FormTrue}, nodes: map[pair]*node{}, joins: map[*api.Schema][]*api.Schema{},
		loose: loose.Members{}, anyAt: map[string]*api.Schema{},
	}
	w.reader = &reader{w, map[*api.Schema]*api.Schema{}, map[*api.Schema]*api.Schema{}}
	w.gather(roots)
	w.settle()
	w.byID, w.ways = w.graph()
	w.compose()
	return w.found()
}

// gather makes the groups, in the order of the roots.
func (w *walker) gather(roots []Root) {
	type key struct {
		pair
		dir            change.Direction
		filled, scalar bool
	}
	byKey := map[key]*group{}
	for _, r := range roots {
		old, new := w.orAnything(r.Old, r.OldHolder), w.orAnything(r.New, r.NewHolder)
		if w.solver.Same(old, new) {
			continue
		}
		p := pair{old: old, new: new, text: r.Text}
		k := key{p, r.Direction, r.Filled, r.Scalar}
		g := byKey[k]
		if g == nil {
			g = &group{root: w.node(p), dir: r.Direction}
			g.plain = w.node(pair{old: old, new: new})
			byKey[k] = g
			w.groups = append(w.groups, g)
		}
		g.roots = append(g.roots, r)
	}
}

func (w *walker) orAnything(s *api.Schema, holder diag.Pos) *api.Schema {
	if s == nil {
		return w.unsaid(holder)
	}
	return s
}

// unsaid is any value, at a place that nobody describes: what would hold the schema is the position that people look at.
func (w *walker) unsaid(holder diag.Pos) *api.Schema {
	if holder.File == nil {
		return w.anything
	}
	key := holder.Address()
	if w.anyAt[key] == nil {
		w.anyAt[key] = &api.Schema{Form: api.FormTrue, Pos: holder}
	}
	return w.anyAt[key]
}

// positive and negative are the schemas that a witness of the direction satisfies and breaks.
func (g *group) positive() *api.Schema {
	if g.dir == change.Request {
		return g.root.old
	}
	return g.root.new
}

func (g *group) negative() *api.Schema {
	if g.dir == change.Request {
		return g.root.new
	}
	return g.root.old
}

// breaks is the claim that the whole of a group breaks, beyond the rule for open objects.
func (w *walker) breaks(g *group) claim {
	if g.whole[0] != nil {
		return *g.whole[0]
	}
	c := w.claim(g.root.pair, g.positive(), g.negative(), w.domain(g))
	if c.is() && !w.settings.Strict {
		if loosened := w.loosened(g.negative()); loosened != g.negative() {
			c = w.claim(g.root.pair, g.positive(), loosened, w.domain(g))
		}
	}
	g.whole[0] = &c
	return c
}

// differs is the claim that more is allowed than before.
func (w *walker) differs(g *group) claim {
	if g.whole[1] == nil {
		c := w.claim(g.root.pair, g.negative(), g.positive(), w.domain(g))
		g.whole[1] = &c
	}
	return *g.whole[1]
}

// domain is what all values of a group are, nil for anything.
func (w *walker) domain(g *group) *api.Schema {
	var parts []*api.Schema
	if g.roots[0].Filled {
		parts = append(parts, &api.Schema{Compose: &api.Composition{Not: lists.Constant(api.String(""))}})
	}
	if g.roots[0].Scalar || g.root.text && (w.isAnything(g.root.old) || w.isAnything(g.root.new)) {
		parts = append(parts, lists.NotTypes(api.TypeArray, api.TypeObject)) // a text of which nothing is said is one value
	}
	if parts == nil {
		return nil
	}
	return lists.Join(parts)
}

// whole asks for a value of one side as a whole.
func (w *walker) whole(g *group, s *api.Schema, lits ...sets.Lit) sets.Answer {
	lits = append(lits, lit(w.reading(s, g.root.text)))
	if domain := w.domain(g); domain != nil {
		lits = append(lits, lit(domain))
	}
	if g.root.text { // plainer than another reading of its text
		if plain := w.solver.Find(append(slices.Clone(lits), lit(s))...); plain.Status == sets.Inhabited {
			return plain
		}
	}
	return w.solver.Find(lits...)
}
