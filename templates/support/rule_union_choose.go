package support

import (
	"cmp"
	"slices"
)

// A tagged is the values of a discriminator, with the variants that they stand for.
type tagged struct {
	wire  string // the member
	cases []taggedCase
}

type taggedCase struct {
	value   string
	variant int
}

// choose returns the first of some variants whose rule holds for the next value, which it does not read. Where the rule i of
// their union does not hold, it reports why and returns -1. A tolerant reader takes the one of which the most named members are there, and
// goes by the tag where none holds.
func (r *jsonReader) choose(p program, i ref, byTag *tagged, variants ...ref) int {
	e, v := r.preview(p)
	if e == nil {
		return -1
	}
	if !r.tolerant && !i.holds(&e.evaluation, v, nil) {
		r.noteFailures(e)
		return -1
	}
	e.quiet++
	best, most := -1, -1
	for n, variant := range variants {
		if !variant.holds(&e.evaluation, v, nil) {
			continue
		}
		if !r.tolerant {
			return n
		}
		if named := e.countNamed(rule{variant}, v); named > most {
			best, most = n, named
		}
	}
	if best < 0 && r.tolerant && byTag != nil {
		return byTag.variant(string(r.tag(byTag.wire)))
	}
	return best
}

// countNamed returns how many members of v a rule knows by name.
func (e *evaluation) countNamed(r rule, v node) (n int) {
	if !e.is(v, kindObject) {
		return 0
	}
	key := v + 1
	for range e.count(v) {
		if e.knowsMember(r, key, 0) {
			n++
		}
		key = e.elements[key+1].next
	}
	return n
}

// A namer is a keyword that knows members by name; inside asks a rule in it.
type namer interface {
	knows(e *evaluation, key node, inside func(rule) bool) bool
}

// knowsMember reports whether a rule knows the member that key names. Rules that refer to each other are followed as deep as people write
// them.
func (e *evaluation) knowsMember(r rule, key node, depth int) bool {
	const deepest = 8
	return depth <= deepest && slices.ContainsFunc(r, func(k keyword) bool {
		n, ok := k.(namer)
		return ok && n.knows(e, key, func(r rule) bool { return e.knowsMember(r, key, depth+1) })
	})
}

// A preview is a value that was read ahead, from start to end. Unions inside it are chosen by the same tape, so that many levels of
// them are read ahead once.
type preview struct {
	evaluation
	start, end int
}

// preview returns the tape that has the next value, and the node of the value; nil if the value is broken, which whoever reads it
// reports.
func (r *jsonReader) preview(p program) (*preview, node) {
	r.peek()
	for k, s := range r.slabs {
		old, ok := s.(*preview)
		switch {
		case !ok:
		case old.start <= r.pos && r.pos < old.end:
			v, _ := slices.BinarySearchFunc(old.elements, int32(r.pos-old.start), func(x element, at int32) int { return cmp.Compare(x.start, at) })
			old.quiet, old.failures, old.explanations = 0, nil, explanations{}
			return old, node(v)
		default:
			r.slabs = slices.Delete(r.slabs, k, k+1)
			return r.preview(p)
		}
	}
	ahead := jsonReader{data: r.data, pos: r.pos, depth: r.depth, tolerant: r.tolerant}
	ahead.skip()
	if ahead.stopped || ahead.problems != nil {
		return nil, 0
	}
	e := &preview{evaluation: evaluation{program: p, matching: r.stopwatch()}, start: r.pos, end: ahead.pos}
	e.readTape(&jsonReader{data: r.data[r.pos:ahead.pos], tolerant: true}) // the value alone: a tape costs as much as its text
	r.slabs = append(r.slabs, e)
	return e, 0
}

// stopwatch returns that of all values that are read ahead: many unions have no more time for their patterns than one.
func (r *jsonReader) stopwatch() *stopwatch {
	for _, s := range r.slabs {
		if w, ok := s.(*stopwatch); ok {
			return w
		}
	}
	w := new(stopwatch)
	r.slabs = append(r.slabs, w)
	return w
}

func (t *tagged) variant(value string) int {
	for _, c := range t.cases {
		if c.value == value {
			return c.variant
		}
	}
	return -1
}

// noteFailures notes what an evaluation found.
func (r *jsonReader) noteFailures(e *preview) {
	for _, f := range e.failures {
		at := e.elements[f.node]
		p := problem{offset: e.start + int(at.start), rule: f.rule, limit: f.limit, value: e.shown(f)}
		if f.missing {
			p.offset, p.missing, p.name = e.start+int(at.end)-1, true, f.name
		}
		r.note(p)
	}
}

// passed skips a value that choose found no variant for, and gives its text.
func (r *jsonReader) passed() []byte {
	r.peek()
	start := r.pos
	r.skip()
	if r.stopped {
		return nil
	}
	return append([]byte(nil), r.data[start:r.pos]...)
}
