package support

import "bytes"

// A looseness says which wrong JSON types a tolerant reader takes. The configuration of the generator chooses.
type looseness uint8

const (
	numbersAsStrings looseness = 1 << iota // "5" is the number 5
	stringsAsNumbers                       // 5 is the string "5"
)

// inQuotes reads a number that came as a string with read, if this reader is tolerant. Else nothing is read.
func (r *jsonReader) inQuotes(read func(*jsonReader)) bool {
	if !r.tolerant || r.peek() != '"' {
		return false
	}
	start := r.pos
	inner := jsonReader{data: bytes.TrimSpace(r.text())}
	if r.stopped {
		return false
	}
	if read(&inner); inner.finish("") == nil {
		return true
	}
	r.pos = start
	return false
}

// isNumber reports whether a number is next.
func (r *jsonReader) isNumber() bool { return r.peek() == '-' || isDigit(r.peek()) }
