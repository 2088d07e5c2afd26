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

// causes are known differences, each with the reason and who is right by the specification. The first that fits counts.
func causes() []cause {
	return []cause{
		// The handler refuses what kin-openapi accepts.
		{false, `expected the end of the text`, "", "the handler is right: kin-openapi reads the first value of a body only; what stands behind it makes it no JSON (RFC 8259, 2)"},
		{false, `body: type (integer|number|boolean), got \\".*\]x\\"`, "bytes behind the body", "the handler is right: kin-openapi reads the first value of a text only"},
		{false, `type (integer|number|boolean), got \\"\\"`, "", "the handler is right: kin-openapi takes an empty parameter for none; an empty text is no number and no boolean"},
		{false, `type (integer|number)[^,]*, got \\"-?0\d`, "", "not defined: kin-openapi reads numbers with leading zeros in parameters; the handler reads the numbers of JSON"},
		{false, `type boolean, got \\"[01]\\"`, "", "the handler is right: kin-openapi takes 0 and 1 for booleans"},
		{false, `format (uuid|email|hostname|uri|date|date-time|ipv4|ipv6|byte|regex|duration|time|uint(16|32|64))\b`, "", "both may: kin-openapi asserts no such format, the generated code does (Validation, 7.2.1)"},
		{false, `the response is `, "", "the handler is right: kin-openapi does not look at the header Accept (RFC 9110, 15.5.7)"},
		{false, `additionalProperties false`, "other number of segments", "no verdict: kin-openapi was told to open what is closed against its own parts"},
		{false, `additionalProperties false`, "member added", "no verdict: kin-openapi was told to open what is closed against its own parts"},
		{false, `: duplicate`, "parameter duplicated", "not defined: a member of an exploded object that is there twice"},
		{false, `body /[^:]*: required`, "body dropped", "the handler is right: no bytes are a form without fields, and their media type says that they are the body"},
		{false, `format int64`, "", "the handler is right: kin-openapi rounds integers to float64 before it asks for their format"},
		{false, `type integer that u?int(32|64) holds`, "", "kin-openapi is right: the schema has no limit, and the Go type has one"},
		{false, `: discriminator `, "", "the handler is right: discriminators decide, which kin-openapi does not ask"},
		{false, `body /kind: required`, "member dropped", "the handler is right: a request needs the tag of its heir, also one that is readOnly"},
		{false, `the body is encoded as`, "", "no verdict: the value of a header says a coding that the body does not have"},
		{false, `type number that float64 holds`, "", "the handler is right: a number that Go cannot hold would be another one"},
		{false, `oneOf exactly 1 of 2 \(0 hold\)|anyOf at least 1 of 2, got`, "", "the handler is right: kin-openapi asserts neither formats nor patterns that look around, so that an alternative holds"},
		{false, `query /[^/:]+/[^:]+: type `, "parameter with another value", "the handler is right: kin-openapi looks for no members of an exploded object that may be null"},
		{false, `has the charset`, "", "both may: the handler reads UTF-8 only, which is a finding of the generator"},
		{false, `body /do: const `, "", "not defined: nothing tells these operations of one path apart, which is a finding of the generator"},
		{false, `the body is not one of`, "other media type", "both may: the Go type cannot hold an object as plain text, which is a finding of the generator"},
		// The handler accepts what kin-openapi refuses.
		{true, `an invalid (integer|number): invalid syntax`, "", "the handler is right: kin-openapi reads no exponents in parameters; 1e3 is an integer (JSON Schema, 6.1.1)"},
		{true, `request body has an error: value is required but missing`, "", "the handler is right: no bytes are bytes too, and their media type says that they are the body"},
		{true, `invalid serialization method|unsupported parameter.in`, "", "no verdict: kin-openapi does not know the style"},
		{true, `value must be one of 1, 2\.1 `, "", "not defined: kin-openapi reads numbers of YAML as numbers where the schema wants strings"},
		{true, `value must be -?\d\.\d+e\+\d+ `, "", "the handler is right: kin-openapi rounds integers of the document to float64"},
		{true, `unsupported content type`, "other media type", "no verdict: kin-openapi reads no bodies of this type"},
		{true, `.`, "parameter duplicated", "not defined: the handler takes the first of two parameters of one name, kin-openapi a list"},
		{true, `in query has an error: empty value is not allowed`, "", "the handler is right: an empty text is a value of the style (OpenAPI, Style Examples)"},
		{true, `no matching operation was found`, "segment of the path changed", "the handler is right: kin-openapi compares paths before it reads their escapes"},
		{true, `no matching operation was found`, "other number of segments", "no verdict: kin-openapi does not know paths with a fragment"},
		{true, `error at "/stream": at '/stream': value must be false`, "", "no verdict: kin-openapi does not know paths with a fragment"},
		{true, `no matching operation was found`, "other method", "no verdict: kin-openapi does not know paths with a fragment"},
		{true, `method not allowed`, "other number of segments", "the handler is right: HEAD is served where GET is (RFC 9110, 9.3.2)"},
		{true, `doesn't match any schema from "anyOf"`, "value of JSON changed", "the handler is right: kin-openapi reads numbers as float64, which does not hold 1e400"},
		{true, `in path has an error: empty value is not allowed`, "", "the handler is right: kin-openapi takes the JSON text null for no value"},
		{true, `matches more than one oneOf schemas`, "", "the handler is right: kin-openapi asserts neither formats nor patterns that look around, so that both alternatives hold"},
		{true, `invalid URL escape`, "body truncated", "both may: a % that begins no escape stands for itself (URL Standard, 1.3)"},
		{true, `no member .* has the style deepObject`, "body truncated", "both may: a name whose bracket is not closed is that of another member"},
		{true, `in header has an error: empty value is not allowed`, "", "the handler is right: kin-openapi takes a header that is absent for an empty one if its schema has no type"},
	}
}

// explained gives the reason of a difference, "" for none.
func (q *probe) explained() string {
	text := q.ours.Body
	if q.accepted() {
		text = q.kin.Error()
	}
	for _, e := range excuses {
		if q.kind == "" && q.accepted() && strings.Contains(text, e.text) {
			return "no verdict: " + e.reason
		}
	}
	for _, c := range causes() {
		if c.accepts == q.accepted() && (c.kind == "" || c.kind == q.kind) && regexp.MustCompile(c.message).MatchString(strings.Join(strings.Fields(text), " ")) {
			return c.reason
		}
	}
	return ""
}
