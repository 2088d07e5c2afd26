package support

import (
	"bytes"
	"math"
	"strconv"
)

// plainFloat64 reads a number without a format. One that overflows is a violation, never an infinity, and so is an integer that would be rounded.
func (r *jsonReader) plainFloat64() float64 { return r.fraction("") }

// float64 reads a number of format double.
func (r *jsonReader) float64() float64 { return r.fraction("double") }

// fraction reads a number; format is that of the document, for messages.
func (r *jsonReader) fraction(format string) float64 {
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
			return r.otherFloat(format)
		}
	}
	if end == start || end-start > 18 || leadingZero(r.data, start) || n >= 1<<53 || continuesNumber(r.data, end) {
		return r.otherFloat(format)
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
func (r *jsonReader) otherFloat(format string) float64 {
	if c := r.peek(); c != '-' && !isDigit(c) {
		if r.loose&numbersAsStrings != 0 {
			var f float64
			if r.inQuotes(func(r *jsonReader) { f = r.float64() }) {
				return f
			}
		}
		r.mismatch("number")
		return 0
	}
	start := r.pos
	text := r.numeral()
	if text == nil {
		return 0
	}
	f, err := strconv.ParseFloat(string(text), 64)
	if err != nil || math.IsInf(f, 0) || isRounded(text, f) {
		r.refuseSize(start, format, "number that float64 holds")
		return 0
	}
	if f == 0 && !isZero(text) {
		return math.Copysign(math.SmallestNonzeroFloat64, f) // 1e-400 is more than 0, for exclusiveMinimum too
	}
	return f
}

// isZero reports whether a number is 0, however it is written.
func isZero(text []byte) bool {
	if e := bytes.IndexAny(text, "eE"); e >= 0 {
		text = text[:e]
	}
	return !bytes.ContainsAny(text, "123456789")
}

// isRounded reports whether f is another number than the integer that text has in plain digits. It may be all its digits, or as
// many as it is written with: 137745810379994190 for 137745810379994192. Fractions and numbers with an exponent may be rounded
// (RFC 8259, section 6): nobody counts on their last digits, but IDs are written as integers.
func isRounded(text []byte, f float64) bool {
	if math.Abs(f) < 1<<53 || bytes.ContainsAny(text, ".eE") {
		return false
	}
	return string(strconv.AppendFloat(nil, f, 'f', 0, 64)) != string(text) && string(strconv.AppendFloat(nil, f, 'f', -1, 64)) != string(text)
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
