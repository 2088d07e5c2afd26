package support

import (
	"fmt"
	"strconv"
	"strings"
)

// An InvalidError lists what is wrong with one value. Validate, UnmarshalJSON
// and the checks before a request all return this type.
//
// At most 1,000 violations are listed, fewer if their pointers are very long:
// hostile input cannot make an error of many times its own size.
type InvalidError struct {
	// Subject is the Go name of what was checked, for example "Order".
	Subject string
	// Violations has at least one element, in document order.
	Violations []Violation
}

// A Violation is one broken rule of the OpenAPI document, or of JSON.
type Violation struct {
	// In says where the value travels: "path", "query", "header" or "body".
	// It is empty when a type was read or checked by itself.
	In string
	// Pointer is the JSON pointer of the value; "" is the whole value.
	Pointer string
	// Rule is the keyword of the document, for example "maxLength". It is
	// "syntax" for a text that is not JSON, "nesting" for one that is too deep,
	// "duplicate" for a name that an object has twice, "path segment" for a
	// path parameter that would change the route, "pattern time" for a text
	// whose pattern takes too long to match, "check" for what a method Check
	// of yours says.
	Rule string
	// Limit is what the rule demands, for example "64".
	Limit string
	// Value is the offending value as JSON, shortened. Secrets are not shown.
	Value string
}

const (
	maxViolations = 1000
	maxPointers   = 1 << 20 // bytes of all pointers of one error
	maxLines      = 20      // of the text of one error
)

// String gives the violation on one line.
func (v Violation) String() string {
	var b strings.Builder
	b.WriteString(v.In)
	if v.Pointer != "" {
		if v.In != "" {
			b.WriteByte(' ')
		}
		quoted := strconv.Quote(v.Pointer) // a name must not bring line breaks into a log
		b.WriteString(quoted[1 : len(quoted)-1])
	}
	if b.Len() > 0 {
		b.WriteString(": ")
	}
	if v.Rule == "syntax" {
		b.WriteString("syntax error, expected " + v.Limit)
		return b.String()
	}
	b.WriteString(v.Rule)
	if v.Limit != "" {
		b.WriteString(" " + v.Limit)
	}
	if v.Value != "" {
		b.WriteString(", got " + v.Value)
	}
	return b.String()
}

// Error gives one violation a line, the first 20 of them.
func (e *InvalidError) Error() string {
	if len(e.Violations) == 1 {
		return "invalid " + e.Subject + ": " + e.Violations[0].String()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "invalid %s, %d violations:", e.Subject, len(e.Violations))
	for i, v := range e.Violations {
		if i == maxLines {
			fmt.Fprintf(&b, "\n\t... and %d more", len(e.Violations)-i)
			break
		}
		b.WriteString("\n\t" + v.String())
	}
	return b.String()
}

var pointerEscaper = strings.NewReplacer("~", "~0", "/", "~1")

// step gives name as one step of a JSON pointer (RFC 6901).
func step(name string) string { return "/" + pointerEscaper.Replace(name) }
