package rules

import (
	"strings"

	udiff "github.com/aymanbagabas/go-udiff"
)

// An Example is the smallest change of its rule, as parts of two documents.
type Example struct {
	Old, New string
	Use      Use
}

// Use is what operations do with the schema Order of an example.
type Use string

// The uses.
const (
	Elsewhere Use = ""         // the parts have the operation
	Sent      Use = "request"  // it is the body of a request
	Received  Use = "response" // it is the body of a response
)

// words say how an example is used.
func (u Use) words() string {
	if u == Elsewhere {
		return "For example:"
	}
	return "For example, in a " + string(u) + ":"
}

// operation is the operation that uses the schema.
func (u Use) operation() string {
	const schema = "{application/json: {schema: {$ref: '#/components/schemas/Order'}}}"
	switch u {
	case Sent:
		return `paths:
  /orders:
    post:
      operationId: createOrder
      requestBody: {required: true, content: ` + schema + `}
      responses: {'201': {description: The order is taken.}}
`
	case Received:
		return `paths:
  /orders/last:
    get:
      operationId: lastOrder
      responses: {'200': {description: The order., content: ` + schema + `}}
`
	}
	return "paths: {}\n"
}

// Documents completes the parts to documents.
func (e Example) Documents() (old, new string) { return e.complete(e.Old), e.complete(e.New) }

func (e Example) complete(part string) string {
	text := ""
	for _, line := range []string{"openapi: 3.1.0\n", "info: {title: Orders, version: 1.0.0}\n", e.Use.operation()} {
		if key, _, _ := strings.Cut(line, ":"); !strings.Contains("\n"+part, "\n"+key+":") {
			text += line
		}
	}
	return text + part
}

// Diff returns the old part with its edits: every line, behind a space, a minus or a plus. It is "" for no example.
func (e Example) Diff() string {
	edits := udiff.Lines(e.Old, e.New)
	unified, err := udiff.ToUnifiedDiff("", "", e.Old, edits, strings.Count(e.Old, "\n"))
	if err != nil {
		return ""
	}
	var b strings.Builder
	for _, hunk := range unified.Hunks {
		for _, line := range hunk.Lines {
			b.WriteString(sign(line.Kind) + line.Content)
		}
	}
	return b.String()
}

func sign(k udiff.OpKind) string {
	switch k {
	case udiff.Delete:
		return "-"
	case udiff.Insert:
		return "+"
	}
	return " "
}

// sent is an example of the schema Order in requests.
func sent(old, new string) Example { return Example{order(old), order(new), Sent} }

// received is an example of the schema Order in responses.
func received(old, new string) Example { return Example{order(old), order(new), Received} }

// sentMember is an example of members of an object in requests.
func sentMember(old, new string) Example { return sent(object(old), object(new)) }

// receivedMember is an example of members of an object in responses.
func receivedMember(old, new string) Example { return received(object(old), object(new)) }

// order is the part of a document with the schema Order.
func order(schema string) string { return "components:\n  schemas:\n    Order:\n" + indent(schema, 6) }

// object is a schema with members.
func object(members string) string {
	if members == "" {
		return "type: object\n"
	}
	return "type: object\nproperties:\n" + indent(members, 2)
}

// operation is the part of a document with the operation that lists orders.
func operation(text string) string { return "paths:\n  /orders:\n    get:\n" + indent(text, 6) }

// creation is the part of a document with the operation that makes an order.
func creation(text string) string { return "paths:\n  /orders:\n    post:\n" + indent(text, 6) }

// indent puts spaces before each line, and ends the last one.
func indent(text string, n int) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(strings.Repeat(" ", n) + line)
	}
	if !strings.HasSuffix(text, "\n") {
		b.WriteString("\n")
	}
	return b.String()
}
