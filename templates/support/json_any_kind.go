package support

import "bytes"

// kind tells what the next value is: '"', '{', '[', 'b' for a boolean, 'n' for null, 'i' for a number without a fraction, in any
// notation, '0' for another number, 0 for no value.
func (r *jsonReader) kind() byte {
	switch c := r.peek(); {
	case c == 't' || c == 'f':
		return 'b'
	case c == '"' || c == '{' || c == '[' || c == 'n':
		return c
	case c != '-' && !isDigit(c):
		return 0
	}
	end := endOfNumber(r.data, r.pos)
	if end < 0 {
		return 0
	}
	if text := r.data[r.pos:end]; bytes.ContainsAny(text, ".eE") {
		if _, zeros := splitInteger(string(text)); zeros < 0 {
			return '0'
		}
	}
	return 'i'
}
