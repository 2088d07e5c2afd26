package support

import "strconv"

// constant reads a member that can only be the string want. It has no field, so a tolerant reader passes over any value.
func (r *jsonReader) constant(want string) {
	c := r.peek()
	start := r.pos
	if c == '"' && string(r.text()) == want {
		return
	}
	r.otherConstant(start, strconv.Quote(want))
}

// constantBool is constant for true and false.
func (r *jsonReader) constantBool(want bool) {
	r.peek()
	start, word := r.pos, strconv.FormatBool(want)
	if !r.literal(word) {
		r.otherConstant(start, word)
	}
}

// otherConstant reads the value at start again, which is not the constant.
func (r *jsonReader) otherConstant(start int, want string) {
	if r.stopped {
		return
	}
	r.pos = start
	if r.skip(); !r.stopped {
		r.report(start, "const", want)
	}
}
