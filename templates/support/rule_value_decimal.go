package support

import (
	"cmp"
	"strconv"
	"strings"
)

// A decimal is an exact number: 0.digits times ten to the power of exponent. Zero has no digits.
type decimal struct {
	negative bool
	digits   string // without zeros at both ends
	exponent int64
}

// maxExponent bounds what a number can say. An exponent beyond it, which has 19 digits, is taken for it.
const maxExponent = 1 << 60

// parseDecimal converts a JSON number of any size. It costs no more for a large exponent.
func parseDecimal(text string) (d decimal) {
	text, d.negative = strings.CutPrefix(text, "-")
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		d.exponent, _ = strconv.ParseInt(text[i+1:], 10, 64) // beyond the range of int64, this is its end
		d.exponent = max(min(d.exponent, maxExponent), -maxExponent)
		text = text[:i]
	}
	whole, fraction, _ := strings.Cut(text, ".")
	d.exponent += int64(len(whole))
	d.digits = whole + fraction
	trimmed := strings.TrimLeft(d.digits, "0")
	d.exponent -= int64(len(d.digits) - len(trimmed))
	d.digits = strings.TrimRight(trimmed, "0")
	if d.digits == "" {
		return decimal{}
	}
	return d
}

// units returns the exponent that d has if its digits are taken for an integer.
func (d decimal) units() int64 { return d.exponent - int64(len(d.digits)) }

// compare returns -1, 0 or +1.
func (d decimal) compare(o decimal) int {
	sign := d.sign()
	switch {
	case sign != o.sign():
		return max(-1, min(1, sign-o.sign()))
	case d.exponent < o.exponent:
		return -sign
	case d.exponent > o.exponent:
		return sign
	}
	return sign * strings.Compare(d.digits, o.digits)
}

// compareNumbers returns -1, 0 or +1.
func compareNumbers(a, b string) int {
	if x, ok := smallInteger(a); ok {
		if y, ok := smallInteger(b); ok {
			return cmp.Compare(x, y)
		}
	}
	x, _ := strconv.ParseFloat(a, 64)
	y, _ := strconv.ParseFloat(b, 64)
	if x != y { // rounding keeps the order, it can only make numbers equal
		return cmp.Compare(x, y)
	}
	return parseDecimal(a).compare(parseDecimal(b))
}

func (d decimal) sign() int {
	switch {
	case d.digits == "":
		return 0
	case d.negative:
		return -1
	}
	return 1
}

// smallInteger parses an integer in plain notation that fits easily.
func smallInteger(text string) (n int64, ok bool) {
	digits, negative := strings.CutPrefix(text, "-")
	if len(digits) > 18 {
		return 0, false
	}
	for i := range len(digits) {
		d := digits[i] - '0'
		if d > 9 {
			return 0, false
		}
		n = n*10 + int64(d)
	}
	if negative {
		n = -n
	}
	return n, true
}
