package support

import "strconv"

// constantInt is constant for an integer, in any notation.
func (r *jsonReader) constantInt(want int64) {
	c := r.peek()
	start := r.pos
	if c == '-' || isDigit(c) {
		plain, zeros := splitInteger(string(r.numeral()))
		if n, ok := joinInteger(plain, zeros); ok && n == want {
			return
		}
	}
	r.otherConstant(start, strconv.FormatInt(want, 10))
}
