package api

import (
	"cmp"
	"math"
	"strconv"
	"strings"
)

// A Number is a JSON number, exactly. It keeps the text of the document and never computes the value of an exponent, so that
// 1e1000000000 costs nothing. Make one with [ParseNumber]; the zero Number is 0.
type Number struct {
	text     string // as written
	digits   string // the significant digits, without zeros at either end; "" is zero
	exponent int64  // the value is 0.digits times ten to the exponent
	negative bool
}

// ParseNumber reads the number grammar of RFC 8259, section 6.
func ParseNumber(text string) (n Number, ok bool) {
	n.text = text
	rest, negative := strings.CutPrefix(text, "-")
	mantissa, exp := rest, ""
	if i := strings.IndexAny(rest, "eE"); i >= 0 {
		mantissa, exp = rest[:i], rest[i+1:]
		e, err := strconv.ParseInt(exp, 10, 33) // beyond that no text fits into memory
		if err != nil {
			return Number{}, false
		}
		n.exponent = e
	}
	whole, fraction, dot := strings.Cut(mantissa, ".")
	if !allDigits(whole) || len(whole) > 1 && whole[0] == '0' || dot && !allDigits(fraction) {
		return Number{}, false
	}
	all := strings.TrimLeft(whole+fraction, "0")
	n.exponent += int64(len(whole)) - int64(len(whole)+len(fraction)-len(all))
	n.digits = strings.TrimRight(all, "0")
	if n.digits == "" {
		n.exponent = 0
	} else {
		n.negative = negative
	}
	return n, true
}

// Int returns a Number for i.
func Int(i int64) Number {
	n, _ := ParseNumber(strconv.FormatInt(i, 10))
	return n
}

// Uint returns a Number for i.
func Uint(i uint64) Number {
	n, _ := ParseNumber(strconv.FormatUint(i, 10))
	return n
}

// String returns the number as the document has it.
func (n Number) String() string {
	if n.text == "" {
		return "0"
	}
	return n.text
}

// Sign returns -1, 0 or 1.
func (n Number) Sign() int {
	switch {
	case n.digits == "":
		return 0
	case n.negative:
		return -1
	}
	return 1
}

// Cmp compares the values of n and m: -1, 0 or 1.
func (n Number) Cmp(m Number) int {
	if c := cmp.Compare(n.Sign(), m.Sign()); c != 0 || n.digits == "" {
		return c
	}
	c := cmp.Compare(n.exponent, m.exponent)
	if c == 0 {
		c = strings.Compare(n.digits, m.digits) // fractions: 0.5 > 0.49, a prefix is less
	}
	return c * n.Sign()
}

// IsInteger reports whether the value is whole, as 5.0 and 1e2 are (Validation 6.1.1).
func (n Number) IsInteger() bool { return n.exponent >= int64(len(n.digits)) }

// Int64 returns the value if it is a whole number that fits.
func (n Number) Int64() (i int64, ok bool) {
	if !n.IsInteger() || n.exponent > 19 {
		return 0, false
	}
	s := n.digits + strings.Repeat("0", int(n.exponent)-len(n.digits))
	if n.negative {
		s = "-" + s
	}
	if s == "" {
		return 0, true
	}
	i, err := strconv.ParseInt(s, 10, 64)
	return i, err == nil
}

// Uint64 returns the value if it is a whole number that fits.
func (n Number) Uint64() (i uint64, ok bool) {
	if !n.IsInteger() || n.negative || n.exponent > 20 {
		return 0, false
	}
	if n.digits == "" {
		return 0, true
	}
	i, err := strconv.ParseUint(n.digits+strings.Repeat("0", int(n.exponent)-len(n.digits)), 10, 64)
	return i, err == nil
}

// Canonical returns one text for all spellings of a value: its digits without a zero at the end, as an integer, and the exponent of
// ten that it then needs.
func (n Number) Canonical() string {
	if n.digits == "" {
		return "0"
	}
	text := n.digits
	if n.negative {
		text = "-" + text
	}
	if exponent := n.exponent - int64(len(n.digits)); exponent != 0 {
		text += "e" + strconv.FormatInt(exponent, 10)
	}
	return text
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// Floor returns the greatest whole number that is not above n, if it fits.
func (n Number) Floor() (i int64, ok bool) {
	if n.IsInteger() {
		return n.Int64()
	}
	whole := ""
	if n.exponent > 0 {
		whole = n.digits[:n.exponent]
	}
	part := Number{digits: strings.TrimRight(whole, "0"), exponent: int64(len(whole)), negative: n.negative}
	if part.digits == "" {
		part = Number{}
	}
	i, ok = part.Int64()
	if !ok || !n.negative {
		return i, ok
	}
	return i - 1, i > math.MinInt64
}
