package support

import "strings"

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
		return e.fail(v, "const", k[0])
	}
	return e.fail(v, "enum", "["+strings.Join(k, ", ")+"]")
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
