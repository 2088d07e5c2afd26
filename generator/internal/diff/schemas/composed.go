package schemas

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/sets"
)

// compose finds the groups of which the whole is proved by its parts. If no edit anywhere in them is of consequence, each side allows
// what the other does; if none is in one direction, one side allows what the other does, as long as no oneOf counts alternatives. The
// proof goes from the inside of a value to its outside. It spares the question about the whole, which is hard where much was rewritten.
func (w *walker) compose() {
	quiet := func(n *node) bool { return n.all((*edit).quiet) }
	narrow := func(n *node) bool {
		return !n.counts() && n.all(func(e *edit) bool { return e.narrow.answer.Status == sets.Empty })
	}
	widen := func(n *node) bool {
		return !n.counts() && n.all(func(e *edit) bool { return e.widen.answer.Status == sets.Empty })
	}
	proved := nothing()
	for _, g := range w.composed(quiet) {
		g.whole = [2]*claim{&proved, &proved}
	}
	for _, g := range w.composed(narrow) {
		g.whole[g.asked(change.Request)] = &proved
	}
	for _, g := range w.composed(widen) {
		g.whole[g.asked(change.Response)] = &proved
	}
}

// asked is the question of a group that the claims of a direction decide.
func (g *group) asked(dir change.Direction) int {
	if g.dir == dir {
		return 0
	}
	return 1
}

// composed returns the groups that lead to no node but those that are proved.
func (w *walker) composed(proved func(*node) bool) (list []*group) {
	var open []int
	for _, n := range w.byID {
		if !proved(n) || looksAround(shapeOf(n.old)) || looksAround(shapeOf(n.new)) {
			open = append(open, n.id)
		}
	}
	far := w.ways.Nearest(open)
	for _, g := range w.groups {
		if far[g.plain.id] < 0 {
			list = append(list, g)
		}
	}
	return list
}

func (n *node) all(holds func(*edit) bool) bool {
	for _, e := range n.edits {
		if !holds(e) || e.with != nil && !holds(e.with) {
			return false
		}
	}
	return true
}

// counts reports whether alternatives differ of which exactly one must fit.
func (n *node) counts() bool {
	for _, e := range n.edges {
		if e.step.kind == toAlternative {
			return hasOneOf(shapeOf(n.old)) || hasOneOf(shapeOf(n.new))
		}
	}
	return false
}

func hasOneOf(sh *shape) bool {
	for _, u := range sh.unions {
		if u.keyword == api.KwOneOf {
			return true
		}
	}
	return false
}

// looksAround reports whether what a shape says of a part of the value hangs on what else is said of it.
func looksAround(sh *shape) bool {
	for _, p := range sh.parts {
		if p.Object != nil && p.Object.UnevaluatedProperties != nil || p.Array != nil && p.Array.UnevaluatedItems != nil {
			return true
		}
		if p.Core != nil && p.Core.DynamicRef != nil || p.Ref != nil && (p.Ref.Dynamic || p.Ref.Target == nil) || p.Form != api.FormObject {
			return true
		}
	}
	return len(sh.parts) > maxParts
}
