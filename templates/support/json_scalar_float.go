package support

import (
	"bytes"
	"math"
	"strconv"
)

// float64 reads a number. One that overflows is a violation, never an infinity.
func (r *jsonReader) float64() float64 {
	negative := r.peek() == '-'
	start := r.pos
	if negative {
		start++
	}
	n, end := mantissa(r.data, start, 0)
	places := 0
	if whole := end; whole > start && whole < len(r.data) && r.data[whole] == '.' {
		n, end = mantissa(r.data, whole+1, n)
		if places = end - whole - 1; places == 0 {
			return r.otherFloat()
		}
	}
	if end == start || end-start > 18 || leadingZero(r.data, start) || n >= 1<<53 || continuesNumber(r.data, end) {
		return r.otherFloat()
	}
	r.pos = end
	f := float64(n) / powersOfTen[places] // both are exact, so the quotient is rounded once: correctly
	if negative {
		return -f
	}
	return f
}

var powersOfTen = [...]float64{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}

// otherFloat reads a number with an exponent or many digits.
func (r *jsonReader) otherFloat() float64 {
	if c := r.peek(); c != '-' && !isDigit(c) {
		var f float64
		if !r.inQuotes(func(r *jsonReader) { f = r.float64() }) {
			r.mismatch("number")
			return 0
		}
		return f
	}
	start := r.pos
	text := r.numeral()
	if text == nil {
		return 0
	}
	f, err := strconv.ParseFloat(string(text), 64)
	if err != nil || math.IsInf(f, 0) {
		r.refuse(start, "format", "double")
		return 0
	}
	return f
}

// float64 writes a number in the shortest form that reads back as the same number. JSON has no NaN and no infinities.
func (w *jsonWriter) float64(v float64) {
	w.reserve(longestFloat)
	if a := math.Abs(v); a < 1e11 && a >= 1e-4 {
		if buf, ok := appendDecimal(w.buf, v); ok {
			w.buf = w.buf[:len(buf)]
			return
		}
	}
	if math.IsNaN(v) || math.IsInf(v, 0) {
		w.fail("NaN and infinity cannot be written as JSON")
		return
	}
	w.buf = w.buf[:len(appendFloat(w.buf, v))]
}

// longestFloat is the length of -0.0000012345678901234567 and more.
const longestFloat = 32

// appendFloat appends v without an exponent as long as that is readable.
func appendFloat(buf []byte, v float64) []byte {
	format := byte('f')
	if a := math.Abs(v); a != 0 && (a < 1e-6 || a >= 1e21) {
		format = 'e'
	}
	return strconv.AppendFloat(buf, v, format, -1, 64)
}

// appendDecimal appends v if four decimal places are enough for it, which is common and faster than strconv. There must be room.
func appendDecimal(buf []byte, v float64) ([]byte, bool) {
	const unit = 10_000
	a := math.Abs(v)
	n := uint64(a*unit + 0.5) // below 2^53, so the quotient is rounded once
	if float64(n)/unit != a {
		return buf, false
	}
	if v < 0 {
		buf = append(buf, '-')
	}
	buf = appendDigits(buf, n/unit)
	if fraction := n % unit; fraction != 0 {
		high, low := fraction/100, fraction%100
		buf = bytes.TrimRight(append(buf, '.', tens(high), ones(high), tens(low), ones(low)), "0")
	}
	return buf, true
}

// formatFloat gives a number as text for a path, a query or a header.
func formatFloat(v float64) string { return string(appendFloat(nil, v)) }
