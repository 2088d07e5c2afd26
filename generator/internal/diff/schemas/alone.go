package schemas

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
)

// maxOthers is how many other edits a witness keeps clear of.
const maxOthers = 12

// liftAlone looks for a whole value that breaks the constraint of one edit and of no other one, so that its message fails for one reason.
func liftAlone(w *walker, g *group, e *edit, c claim) sets.Answer {
	others := w.others(g, e)
	if others == nil {
		return sets.Answer{Status: sets.Unknown}
	}
	broken := &api.Schema{Compose: &api.Composition{Not: c.breaks}}
	if c.also != nil {
		broken = lists.Join([]*api.Schema{broken, c.also})
	}
	return w.whole(g, g.positive(), append(others, lit(w.pin(g, e.at, broken, g.dir == change.Request)))...)
}

// others returns what the other edits of a body that break in its direction ask for.
func (w *walker) others(g *group, e *edit) (lits []sets.Lit) {
	for _, n := range nodesOf(g) {
		for _, other := range n.edits {
			decides, _ := other.asks(g.dir)
			if other == e || other.open || !decides.is() || len(lits) == maxOthers {
				continue
			}
			if holds := w.hold(g, n, decides.breaks); holds != nil {
				lits = append(lits, lit(holds))
			}
		}
	}
	return lits
}

// hold is a schema of whole values that have a kind of value at a place, if they have one there. It is nil for places in alternatives.
func (w *walker) hold(g *group, n *node, inner *api.Schema) *api.Schema {
	steps := w.path(g.root, n)
	for i := len(steps) - 1; i >= 0; i-- {
		switch s := steps[i]; s.kind {
		case toMember:
			inner = lists.OnlyMember(s.name, inner)
		case toItem:
			inner = &api.Schema{Array: &api.ArrayRules{Items: inner}}
		default:
			return nil
		}
	}
	return inner
}

// maxNodes is how many places of a body are looked at for other edits.
const maxNodes = 200

// nodesOf returns the nodes that a group leads to, the nearest first.
func nodesOf(g *group) []*node {
	list, seen := []*node{g.root}, map[*node]bool{g.root: true}
	for i := 0; i < len(list) && len(list) < maxNodes; i++ {
		for _, e := range list[i].edges {
			if !seen[e.to] {
				seen[e.to] = true
				list = append(list, e.to)
			}
		}
	}
	return list
}
