package plan

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// An operation is a method of Client in the making.
type operation struct {
	path         string
	op           *api.Operation
	id           string // the name that it wants, which also begins the names of its inline types
	name         string
	paramsName   string
	parts, query []gomodel.PathPart
	params       []*param
	bodies       []*body
	forms        []*form // of bodies, to declare
	bodyRequired bool
	results      []*result // a method each
	errors       []errorBody
	errorAccept  []string
	headers      headerSet
	security     [][]string
	server       *ownServer
}

// planOperations plans everything of the client.
func (p *planner) planOperations() {
	p.planServers()
	p.planSchemes()
	for _, entry := range p.doc.Paths {
		item := entry.Value.Value
		if item == nil {
			continue // parse has reported the reference
		}
		for _, op := range item.Operations {
			p.planOperation(entry.Name, item, op)
		}
	}
	p.planHooks()
}

func (p *planner) planOperation(path string, item *api.PathItem, op *api.Operation) {
	o := &operation{path: path, op: op, id: p.operationID(path, op)}
	p.planParams(o, item)
	p.planPath(o)
	p.planBody(o)
	p.planResponses(o)
	o.security = p.planSecurity(op)
	o.server = p.serverOf(item, op)
	p.operations = append(p.operations, o)
}

// operationID returns the Go name of an operation: x-go-name, operationId, or the method and the path.
func (p *planner) operationID(path string, op *api.Operation) string {
	id := op.OperationID
	if id == "" {
		id = strings.ToLower(op.Method) + " " + pathWords(path)
	}
	name := p.style.Exported(id)
	for _, e := range op.Extensions {
		if own, ok := e.Value.(api.String); ok && e.Name == "x-go-name" {
			name = p.goName(string(own), name, e.Pos)
		}
	}
	return name
}

// pathWords turns /orders/{id}/photo into words: orders by id photo.
func pathWords(path string) string {
	var words []string
	for _, part := range strings.Split(path, "/") {
		if name, ok := strings.CutPrefix(part, "{"); ok {
			words = append(words, "by", strings.TrimSuffix(name, "}"))
			continue
		}
		words = append(words, part)
	}
	return strings.Join(words, " ")
}

// claim asks for the name of a method. An operationId in camelCase keeps its name against others that only Go spells alike, so that
// no new operation takes over the name of an old one in silence.
func (o *operation) claim(style ident.Style) ident.Claim {
	c := ident.Claim{Key: o.op.OperationID, Ladder: []string{o.id, o.id + style.Exported(strings.ToLower(o.op.Method))}}
	if o.op.OperationID == "" {
		c.Key = o.op.Pos.Key()
	}
	c.First = ident.Spelling(o.op.OperationID) == "Camel"
	return c
}

// wellKnown are the methods that go vet (stdmethods) holds to the parameters of an interface of the standard library, whatever type
// has them.
var wellKnown = []string{"GobDecode", "GobEncode", "MarshalJSON", "MarshalXML", "ReadByte", "ReadRune", "UnmarshalJSON", "UnmarshalXML",
	"UnreadByte", "UnreadRune", "WriteByte"}

// client names what belongs to the client.
func (n *namer) client() {
	p := n.p
	var methods ident.Scope
	methods.Reserve(wellKnown...)
	claims := make([]ident.Claim, len(p.operations))
	for i, o := range p.operations {
		claims[i] = o.claim(p.style)
	}
	for i, name := range methods.Assign(claims) {
		o := p.operations[i]
		if o.name = name; name != o.id {
			report := p.findings.Warn
			if slices.ContainsFunc(p.operations, func(other *operation) bool { return other != o && other.op.OperationID == o.op.OperationID }) {
				report = p.findings.Info // parse has warned
			}
			why := "another one is " + o.id
			if slices.Contains(wellKnown, o.id) {
				why = "go vet knows " + o.id + " as a method with other parameters"
			}
			report(o.op.Pos, diag.RuleRenamed, "operation %s is %s in Go, because %s", o.op.OperationID, name, why).
				Hint = "x-go-name gives it a name of its own"
		}
		n.operation(o)
	}
	n.methods(&methods)
	for _, s := range p.schemes {
		n.add(wish{ladder: []string{"With" + s.word, "With" + s.word + "Credential"}, key: "scheme " + s.name, pos: s.scheme.Pos}, func(name string) { s.goName = name })
	}
	for _, v := range p.clientOptions {
		n.add(wish{ladder: []string{"With" + v.field, "With" + v.field + "Parameter"}, key: "parameter " + v.wire, pos: v.pos}, func(name string) { v.goName = name })
	}
	for _, s := range p.servers {
		n.add(wish{ladder: []string{s.word, s.word + "Address"}, key: s.server.Pos.Key(), pos: s.server.Pos}, func(name string) { s.goName = name })
	}
	for _, h := range p.hooks {
		n.add(wish{ladder: []string{"Handle" + h.id, "Handle" + h.id + "Hook"}, key: h.op.Pos.Key(), pos: h.op.Pos}, func(name string) { h.goName = name })
		n.headers(&h.headers, h.id, "Hook", h.op.Pos)
	}
	for _, o := range p.operations {
		p.nameParams(o)
	}
}

// operation names the types of an operation that are no schemas.
func (n *namer) operation(o *operation) {
	key := o.op.Pos.Key()
	add := func(word, otherwise string, set func(string)) {
		n.add(wish{ladder: []string{o.name + word, o.name + otherwise}, key: key + " " + word, pos: o.op.Pos}, set)
	}
	add("Params", "Parameters", func(name string) { o.paramsName = name })
	for _, f := range o.forms {
		n.add(f.want, func(name string) { f.name = name })
		n.p.nameParts(f)
	}
	n.headers(&o.headers, o.name, "Answer", o.op.Pos)
	main := o.results[0]
	if main.union == "" {
		return
	}
	add("Result", "Success", func(name string) { main.union = name })
	for _, c := range main.cases {
		if c.wrapped {
			word := statusWord(c.status)
			add(word, word+"Answer", func(name string) { c.variant = name })
		}
	}
}

// methods names the methods for other representations of an answer, after those that the document names.
func (n *namer) methods(scope *ident.Scope) {
	var claims []ident.Claim
	var results []*result
	for _, o := range n.p.operations {
		o.results[0].name = o.name
		for _, r := range o.results[1:] {
			claims = append(claims, ident.Claim{Ladder: []string{o.name + r.suffix, o.name + r.suffix + "Answer"}, Key: o.op.Pos.Key() + " " + r.suffix})
			results = append(results, r)
		}
	}
	for i, name := range scope.Assign(claims) {
		results[i].name = name
	}
}
