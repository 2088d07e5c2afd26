package support

import (
	"strconv"
	"strings"
)

// enum is enum or const: the canonical texts of the values, see appendCanonical.
type enum []string

func (k enum) holds(e *evaluation, v node, _ marks) bool {
	e.canon = e.canon[:0]
	for _, value := range k {
		if !e.mayBe(v, value) {
			continue
		}
		if len(e.canon) == 0 {
			e.canon = e.appendCanonical(e.canon, v)
		}
		if string(e.canon) == value {
			return true
		}
	}
	switch {
	case e.quiet > 0:
		return false
	case len(k) == 1:
		return e.fail(v, "const", plainCanonical(k[0]))
	}
	return e.fail(v, "enum", "["+joinTexts(k, plainCanonical)+"]")
}

// plainCanonical returns a canonical text for readers: 3e1 is 30, 15e-1 is 1.5. Numbers that would be long stay as they are.
func plainCanonical(text string) string {
	number, exponent, _ := strings.Cut(text, "e")
	digits := strings.TrimPrefix(number, "-")
	n, err := strconv.Atoi(exponent)
	if err != nil || n > 20 || n < -20 || strings.Trim(digits, "0123456789") != "" {
		return text
	}
	sign := number[:len(number)-len(digits)]
	if n > 0 {
		return sign + digits + strings.Repeat("0", n)
	}
	digits = strings.Repeat("0", max(0, 1-n-len(digits))) + digits
	return sign + digits[:len(digits)+n] + "." + digits[len(digits)+n:]
}

// mayBe compares what is quick to compare, so that a large value is not brought into its canonical form at each of its levels.
func (e *evaluation) mayBe(v node, canonical string) bool {
	if int(e.elements[v].next-v) > len(canonical) {
		return false // each value in it takes a byte at least
	}
	switch canonical[0] {
	case '"':
		return e.is(v, kindString)
	case '[':
		return e.is(v, kindArray)
	case '{':
		return e.is(v, kindObject)
	}
	return e.is(v, kindNumber|kindBoolean|kindNull)
}
