package support

import "bytes"

// A looseness says which wrong JSON types a tolerant reader takes. The configuration of the generator chooses.
type looseness uint8

const (
	numbersAsStrings looseness = 1 << iota // "5" is the number 5
	stringsAsNumbers                       // 5 is the string "5"
)

// inQuotes reads a number that came as a string with read, if this reader takes that. Else nothing is read.
func (r *jsonReader) inQuotes(read func(*jsonReader)) bool {
	if !r.tolerant || r.loose&numbersAsStrings == 0 || r.peek() != '"' {
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

// otherText reads what is no string in place of one: the digits of a number, if this reader takes that.
func (r *jsonReader) otherText() []byte {
	if c := r.peek(); r.tolerant && r.loose&stringsAsNumbers != 0 && (c == '-' || isDigit(c)) {
		return r.numeral()
	}
	r.mismatch("string")
	return nil
}
