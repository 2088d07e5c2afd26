package schemas

import "github.com/oas2go/oas2go/generator/internal/api"

// composed returns the groups of which the whole is proved by its parts: no edit anywhere in them is of consequence, so each side allows
// what the other does. The proof goes from the inside of a value to its outside. It spares the question about the whole, which is hard
// where much was rewritten.
func (w *walker) composed() map[*group]bool {
	var open []*node
	for _, n := range w.ways.nodes {
		if !n.quiet() {
			open = append(open, n)
		}
	}
	w.ways.spread(open)
	list := map[*group]bool{}
	for _, g := range w.groups {
		if !g.root.text && w.ways.far[g.root.id] < 0 {
			list[g] = true
		}
	}
	return list
}

// quiet reports whether a pair is equal if all that it leads to is.
func (n *node) quiet() bool {
	for _, e := range n.edits {
		if !e.quiet() || e.with != nil {
			return false
		}
	}
	return !looksAround(shapeOf(n.old)) && !looksAround(shapeOf(n.new))
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
