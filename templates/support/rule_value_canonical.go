package support

import (
	"slices"
	"strconv"
	"strings"
)

// appendCanonical appends v in its canonical form, which is the same for all texts of the same value and for no others. So
// const, enum and uniqueItems compare bytes. The generator writes the values of enums in this form:
//
//   - There is no white space.
//   - null, true and false are themselves.
//   - A string is in quotes, in UTF-8. A quote and a backslash have a backslash before them, a character below U+0020 is \u00 and
//     two digits in lower case: \u000a. All else stands as it is, without an escape.
//   - A number is its significant digits as an integer, and the exponent of ten that it then needs, if that is not 0: 100 is 1e2,
//     -1.50 is -15e-1, 12.0 is 12. Zero is 0, with any sign.
//   - The members of an object are sorted by their canonical text, name, colon and value, as bytes.
func (t *tape) appendCanonical(buf []byte, v node) []byte {
	switch e := &t.elements[v]; e.kind {
	case kindString:
		if e.escaped {
			return appendCanonicalText(buf, t.string(v))
		}
		return append(buf, t.raw(v)...)
	case kindArray:
		return t.appendCanonicalArray(buf, v)
	case kindObject:
		return t.appendCanonicalObject(buf, v)
	case kindNull, kindBoolean:
		return append(buf, t.raw(v)...)
	}
	return appendCanonicalNumber(buf, t.raw(v))
}

func (t *tape) appendCanonicalArray(buf []byte, v node) []byte {
	buf = append(buf, '[')
	item := v + 1
	for i := range t.elements[v].count {
		if i > 0 {
			buf = append(buf, ',')
		}
		buf = t.appendCanonical(buf, item)
		item = t.elements[item].next
	}
	return append(buf, ']')
}

func (t *tape) appendCanonicalObject(buf []byte, v node) []byte {
	members := make([]string, t.elements[v].count)
	key := v + 1
	for i := range members {
		text := append(t.appendCanonical(nil, key), ':')
		members[i] = string(t.appendCanonical(text, key+1))
		key = t.elements[key+1].next
	}
	slices.Sort(members)
	buf = append(buf, '{')
	buf = append(buf, strings.Join(members, ",")...)
	return append(buf, '}')
}

func appendCanonicalText(buf []byte, s string) []byte {
	const hex = "0123456789abcdef"
	buf = append(buf, '"')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == '\\':
			buf = append(buf, '\\', c)
		case c < ' ':
			buf = append(buf, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		default:
			buf = append(buf, c)
		}
	}
	return append(buf, '"')
}

func appendCanonicalNumber(buf []byte, text string) []byte {
	if n, ok := smallInteger(text); ok && n%10 != 0 {
		return append(buf, text...)
	}
	d := parseDecimal(text)
	if d.digits == "" {
		return append(buf, '0')
	}
	if d.negative {
		buf = append(buf, '-')
	}
	buf = append(buf, d.digits...)
	if d.units() != 0 {
		buf = strconv.AppendInt(append(buf, 'e'), d.units(), 10)
	}
	return buf
}
