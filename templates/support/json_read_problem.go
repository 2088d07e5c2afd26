package support

import (
	"cmp"
	"slices"
	"strconv"
)

// A problem is a violation as the reader notes it. It holds an offset only: pointers are computed once, at the end, so that
// loops over objects and arrays need not know where they are.
type problem struct {
	offset      int
	missing     bool   // offset is the end of an object that has no member name
	name        string // of the missing member
	rule, limit string
	value       string
}

// fail ends the reading: the syntax is broken. want is what was expected here.
//
//go:noinline
func (r *jsonReader) fail(want string) {
	if !r.stopped {
		r.stopped = true
		r.stop = problem{offset: r.pos, rule: "syntax", limit: want + " at byte " + strconv.Itoa(r.pos)}
	}
	r.pos = len(r.data)
}

// tooDeep ends the reading too, of a text that may be well-formed.
//
//go:noinline
func (r *jsonReader) tooDeep() {
	if !r.stopped {
		r.stopped = true
		r.stop = problem{offset: r.pos, rule: "nesting", limit: depthLimit}
	}
	r.pos = len(r.data)
}

// refuse notes that the Go type cannot hold the value at offset, which a tolerant reader cannot overlook either.
//
//go:noinline
func (r *jsonReader) refuse(offset int, rule, limit string) {
	if !r.stopped {
		r.note(problem{offset: offset, rule: rule, limit: limit, value: excerpt(r.data, offset)})
	}
}

// report notes that the value at offset breaks a rule of the document.
//
//go:noinline
func (r *jsonReader) report(offset int, rule, limit string) {
	if !r.tolerant {
		r.refuse(offset, rule, limit)
	}
}

// misnamed notes that the member whose name is at offset must not be there.
//
//go:noinline
func (r *jsonReader) misnamed(offset int, rule, limit string) {
	if !r.tolerant && !r.stopped {
		r.note(problem{offset: offset, rule: rule, limit: limit})
	}
}

func (r *jsonReader) note(p problem) {
	if r.tolerant {
		r.misread = append(r.misread, p.offset)
	}
	if len(r.problems) < maxViolations {
		r.problems = append(r.problems, p)
	}
}

// mismatch skips the next value, which is not of the JSON type that the document says. A tolerant reader takes null for the
// zero value.
//
//go:noinline
func (r *jsonReader) mismatch(want string) {
	if r.tolerant && r.null() {
		return
	}
	start := r.pos
	r.skip()
	if r.stopped {
		return
	}
	p := problem{offset: start, rule: "type", limit: want, value: excerpt(r.data, start)}
	if c := r.data[start]; want == "string" && (c == '-' || isDigit(c)) {
		p.value = "number" // a secret text, such as a PIN, must not show because it came as a number
	}
	r.note(p)
}

// finish ends the reading and returns what was found as an *InvalidError, nil for nothing.
func (r *jsonReader) finish(subject string) error {
	if r.peek(); r.pos < len(r.data) {
		r.fail("the end of the text")
	}
	if len(r.problems) == 0 && !r.stopped {
		return nil
	}
	return r.invalid(subject)
}

//go:noinline
func (r *jsonReader) invalid(subject string) error {
	slices.SortStableFunc(r.problems, func(a, b problem) int { return cmp.Compare(a.offset, b.offset) })
	if r.stopped {
		r.problems = append(r.problems[:min(len(r.problems), maxViolations-1)], r.stop)
	}
	pointers := locate(r.data, r.problems)
	violations := make([]Violation, len(pointers))
	for i, p := range r.problems[:len(pointers)] {
		violations[i] = Violation{Pointer: pointers[i], Rule: p.rule, Limit: p.limit, Value: p.value}
	}
	return &InvalidError{Subject: subject, Violations: violations}
}

// refuseSize reports a number that its Go type does not hold: by the format if the document has it.
func (r *jsonReader) refuseSize(start int, format, limit string) {
	if format != "" {
		r.refuse(start, "format", format)
		return
	}
	r.refuse(start, "type", limit)
}
