package support

import "slices"

const (
	maxExplained    = 10 // choices of one value that are explained
	maxExplainDepth = 3  // choices in each other that are explained
	maxExplanation  = 5  // violations of one choice
)

// Explanations are what an evaluation may still say about choices of which no branch holds.
type explanations struct {
	explained int // choices that were explained
	depth     int // choices around that are being explained
}

// explain notes why v does not fit the branch that it comes nearest to. This is for readers: whether the value is valid has been
// found out before, and does not depend on it.
func (e *evaluation) explain(v node, branches []rule) {
	if e.depth == maxExplainDepth || e.explained >= maxExplained {
		return
	}
	e.explained++
	var best *evaluation
	at := 0
	for i, r := range branches {
		if trial := e.trial(r, v, maxExplainDepth); best == nil || trial.nearer(best, v) {
			best, at = trial, i
		}
	}
	if best == nil {
		return
	}
	if e.depth+1 < maxExplainDepth {
		best = e.trial(branches[at], v, e.depth+1) // once more, with the choices in it
		e.explained = best.explained
	}
	for i := range best.failures[:min(len(best.failures), maxExplanation)] {
		e.note(best.failures[i])
	}
}

// trial judges v by one branch, and notes its violations apart.
func (e *evaluation) trial(r rule, v node, depth int) *evaluation {
	t := &evaluation{tape: e.tape, program: e.program, unknowns: e.unknowns, matching: e.timing()}
	t.open = slices.Clone(e.open)
	t.explained, t.depth = e.explained, depth
	t.all(r, v, nil)
	return t
}

// nearer reports whether v comes nearer to the branch of e than to that of o. A value of the wrong type is far away. Else fewer
// violations are nearer, and then those that are further inside of the value.
func (e *evaluation) nearer(o *evaluation, v node) bool {
	if mine, other := e.mistyped(v), o.mistyped(v); mine != other {
		return other
	}
	if len(e.failures) != len(o.failures) {
		return len(e.failures) < len(o.failures)
	}
	return e.deepest() > o.deepest()
}

// mistyped reports whether v itself has another type than the branch asks for.
func (e *evaluation) mistyped(v node) bool {
	return slices.ContainsFunc(e.failures, func(f failure) bool { return f.node == v && (f.rule == "type" || f.rule == "schema") })
}

// deepest returns how many objects and arrays are around the innermost of the first violations.
func (e *evaluation) deepest() int {
	depth := 0
	for _, f := range e.failures[:min(len(e.failures), maxExplanation)] {
		depth = max(depth, len((&finder{tape: &e.tape}).path(f.node)))
	}
	return depth
}
