package schemas

import "github.com/oas2go/oas2go/generator/internal/api"

// composed reports whether the whole of a group is proved by its parts: no edit anywhere in it is of consequence, so each side allows
// what the other does. The proof goes from the inside of a value to its outside. It spares the question about the whole, which is hard
// where much was rewritten.
func (w *walker) composed(g *group) bool {
	if g.root.text {
		return false
	}
	for _, n := range g.order {
		for _, e := range n.edits {
			if !e.quiet() || e.with != nil {
				return false
			}
		}
		if looksAround(shapeOf(n.old)) || looksAround(shapeOf(n.new)) {
			return false
		}
	}
	return true
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
