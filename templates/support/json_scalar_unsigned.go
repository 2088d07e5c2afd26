package support

import (
	"strconv"
	"strings"
)

// plainUint64 reads an integer that is not negative.
func (r *jsonReader) plainUint64() uint64 { return r.natural("") }

// uint64 reads an integer of format uint64.
func (r *jsonReader) uint64() uint64 { return r.natural("uint64") }

// natural reads an integer that is not negative; format is that of the document, for messages.
func (r *jsonReader) natural(format string) uint64 {
	if c := r.peek(); c != '-' && !isDigit(c) {
		r.mismatch("integer")
		return 0
	}
	start := r.pos
	text := r.numeral()
	if text == nil {
		return 0
	}
	plain, zeros := splitInteger(string(text))
	if zeros < 0 {
		r.refuse(start, "type", "integer")
		return 0
	}
	n, ok := joinUnsigned(plain, zeros)
	if !ok {
		r.refuseSize(start, format, "integer that uint64 holds")
	}
	return n
}

// joinUnsigned converts what splitInteger gave; ok is false if that is no uint64.
func joinUnsigned(plain string, zeros int) (n uint64, ok bool) {
	if zeros < 0 || zeros > 20 {
		return 0, false
	}
	n, err := strconv.ParseUint(plain+strings.Repeat("0", zeros), 10, 64)
	return n, err == nil
}

//go:noinline
func (w *jsonWriter) uint64(v uint64) {
	w.reserve(len("18446744073709551615"))
	w.buf = w.buf[:len(appendDigits(w.buf, v))]
}
