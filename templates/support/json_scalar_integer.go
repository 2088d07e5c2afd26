package support

import (
	"math"
	"strconv"
	"strings"
)

// plainInt64 reads an integer without a format. 5.0 and 1e2 are integers too, as JSON Schema says.
func (r *jsonReader) plainInt64() int64 { return r.whole("") }

// int64 reads an integer of format int64.
func (r *jsonReader) int64() int64 { return r.whole("int64") }

// int32 reads an integer of format int32.
func (r *jsonReader) int32() int32 {
	r.peek()
	start := r.pos
	n := r.whole("int32")
	if int64(int32(n)) != n {
		r.refuse(start, "format", "int32")
		return 0
	}
	return int32(n)
}

// whole reads an integer; format is that of the document, for messages.
func (r *jsonReader) whole(format string) int64 {
	negative := r.peek() == '-'
	start := r.pos
	if negative {
		start++
	}
	n, end := mantissa(r.data, start, 0)
	if end == start || end-start > 18 || end-start > 1 && r.data[start] == '0' || continuesNumber(r.data, end) {
		return r.otherInteger(format)
	}
	r.pos = end
	if negative {
		return -int64(n)
	}
	return int64(n)
}

// otherInteger reads an integer with a fraction, an exponent or many digits.
func (r *jsonReader) otherInteger(format string) int64 {
	if c := r.peek(); c != '-' && !isDigit(c) {
		if r.loose&numbersAsStrings != 0 {
			var n int64
			if r.inQuotes(func(r *jsonReader) { n = r.whole(format) }) {
				return n
			}
		}
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
	n, ok := joinInteger(plain, zeros)
	if !ok {
		r.refuseSize(start, format, "integer that int64 holds")
		return 0
	}
	return n
}

// splitInteger gives the digits of a JSON number without zeros at the end, and how many zeros follow them. A negative number of
// zeros means that the number is no integer.
func splitInteger(text string) (plain string, zeros int) {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(text), "e")
	whole, fraction, _ := strings.Cut(mantissa, ".")
	plain = strings.TrimRight(whole+fraction, "0")
	if strings.Trim(plain, "-0") == "" {
		return "0", 0
	}
	shift := 0
	if exponent != "" {
		shift, _ = strconv.Atoi(exponent) // beyond the range of int it is the end of the range
		shift = max(min(shift, math.MaxInt32), math.MinInt32)
	}
	return plain, len(whole) - len(plain) + shift
}

// joinInteger converts what splitInteger gave; ok is false if that is no int64.
func joinInteger(plain string, zeros int) (n int64, ok bool) {
	if zeros < 0 || zeros > 19 {
		return 0, false
	}
	n, err := strconv.ParseInt(plain+strings.Repeat("0", zeros), 10, 64)
	return n, err == nil
}

//go:noinline
func (w *jsonWriter) int64(v int64) {
	w.reserve(len("-9223372036854775808"))
	n := uint64(v)
	if v < 0 {
		w.buf = append(w.buf, '-')
		n = -n
	}
	w.buf = w.buf[:len(appendDigits(w.buf, n))]
}

func (w *jsonWriter) int32(v int32) { w.int64(int64(v)) }
