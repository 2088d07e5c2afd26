package parse

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// schemaResponse returns the response that a reference to a component schema means where one to a response is wanted: that schema is
// its body. inside says where a response has its schema.
func (p *parser) schemaResponse(at place, inside ...string) (place, bool) {
	ref := at.node.Get("$ref")
	if ref == nil || ref.Kind != source.String {
		return at, false
	}
	_, fragment, _ := strings.Cut(ref.Text, "#")
	if !strings.HasPrefix(fragment, "/components/schemas/") && !strings.HasPrefix(fragment, "/definitions/") {
		return at, false
	}
	text := at.child("$ref", ref)
	if found := p.locate(at.resource, ref.Text, p.pos(text)); found.failed() {
		return at, false
	}
	p.Warn(p.pos(text), diag.RuleRefKind, "%q leads to a Schema Object, not to a Response Object; it is read as the body of one", ref.Text)
	body := at.node
	for i := len(inside) - 1; i >= 0; i-- {
		outer := newObject(at.node)
		add(outer, inside[i], at.node, body)
		body = outer
	}
	add(body, "description", at.node, newText(at.node, ""))
	at.node = body
	return at, true
}
