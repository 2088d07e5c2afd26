package support

import "strings"

// A kind is a set of JSON types, so that it is the keyword type too: kindString | kindNull. An integer is a number of integral
// value, in any notation.
type kind uint8

const (
	kindNull kind = 1 << iota
	kindBoolean
	kindString
	kindArray
	kindObject
	kindInteger
	kindFraction
	kindNumber = kindInteger | kindFraction
)

func (k kind) holds(e *evaluation, v node, _ marks) bool {
	if e.is(v, k) {
		return true
	}
	f := failure{node: v, rule: "type"}
	if e.quiet == 0 {
		f.limit = k.names()
		if k&kindString != 0 && e.is(v, kindNumber) {
			f.value = "number" // a secret text, such as a PIN, must not show because it came as a number
		}
	}
	return e.note(f)
}

// names gives the types for a message.
func (k kind) names() string {
	var names []string
	for i, name := range [...]string{"null", "boolean", "string", "array", "object", "integer"} {
		if k>>i&1 != 0 && (name != "integer" || k&kindFraction == 0) {
			names = append(names, name)
		}
	}
	if k&kindNumber == kindNumber {
		names = append(names, "number")
	}
	return strings.Join(names, " or ")
}

// kindOfNumber tells integers from other numbers.
func kindOfNumber(text []byte) kind {
	kind, point := kindInteger, false
	for _, c := range text {
		switch {
		case c|0x20 == 'e':
			if _, zeros := splitInteger(string(text)); zeros < 0 {
				return kindFraction
			}
			return kindInteger
		case c == '.':
			point = true
		case point && c != '0':
			kind = kindFraction
		}
	}
	return kind
}
