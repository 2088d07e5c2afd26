package support

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
// their union does not hold, it reports why and returns -1. A tolerant reader then goes by the tag, if there is one.
func (r *jsonReader) choose(p program, i ref, byTag *tagged, variants ...ref) int {
	r.peek()
	e := evaluation{program: p}
	ahead := jsonReader{data: r.data, pos: r.pos, depth: r.depth, tolerant: r.tolerant}
	e.readTape(&ahead)
	if ahead.stopped || ahead.problems != nil {
		return -1 // what reads it next reports the same
	}
	if !r.tolerant && !i.holds(&e, 0, nil) {
		r.noteFailures(&e)
		return -1
	}
	e.quiet++
	for n, variant := range variants {
		if variant.holds(&e, 0, nil) {
			return n
		}
	}
	if r.tolerant && byTag != nil {
		return byTag.variant(r.tag(byTag.wire))
	}
	return -1
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
func (r *jsonReader) noteFailures(e *evaluation) {
	for _, f := range e.failures {
		at := e.elements[f.node]
		p := problem{offset: int(at.start), rule: f.rule, limit: f.limit, value: e.shown(f)}
		if f.missing {
			p.offset, p.missing, p.name = int(at.end)-1, true, f.name
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
