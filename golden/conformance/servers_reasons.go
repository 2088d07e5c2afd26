package main

import (
	"regexp"
	"strings"
)

// A cause is why the judges differ, and who is right by the specification.
type cause struct {
	accepts bool   // the handler accepts the request, and kin-openapi does not
	message string // matches what the one says that refuses
	kind    string // of the change, "" for any
	reason  string
}

// causes are known differences. The first that fits counts.
func causes() []cause {
	return []cause{
		{false, `"syntax error, expected the end`, "bytes behind the body", "kin-openapi reads the first value of a body only; what stands behind it makes it no JSON (RFC 8259, 2)"},
		{false, `expected the end of the text`, "", "kin-openapi reads the first value of a body only; what stands behind it makes it no JSON (RFC 8259, 2)"},
		{false, `type (integer|number|boolean), got \\"\\"`, "", "kin-openapi takes an empty parameter for none; it is an empty text, which is no number (OpenAPI, Style Examples)"},
		{true, `invalid (integer|number): invalid syntax`, "", "kin-openapi reads no exponents in parameters; 1e3 is an integer (JSON Schema, 4.2.3)"},
	}
}

// explained gives the reason of a difference, "" for none.
func (q *probe) explained() string {
	text := q.ours.Body
	if q.accepted() {
		text = q.kin.Error()
	}
	for _, c := range causes() {
		if c.accepts == q.accepted() && (c.kind == "" || c.kind == q.kind) && regexp.MustCompile(c.message).MatchString(strings.Join(strings.Fields(text), " ")) {
			return c.reason
		}
	}
	return ""
}
