package parse

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// paths reads the Paths Object.
func (p *parser) paths(at place) {
	if p.isNull(at, "an object") {
		return
	}
	o, ok := p.openPatterned(at, &pathsFields)
	if !ok {
		return
	}
	entries := o.patterned()
	p.doc.Paths = make([]api.Named[api.Use[api.PathItem]], len(entries))
	for i, e := range entries {
		if !strings.HasPrefix(e.name, "/") {
			p.Warn(e.key, diag.RuleValue, "the path %q must begin with a slash; it is read as if it did", e.name)
		}
		p.doc.Paths[i] = api.Named[api.Use[api.PathItem]]{Name: e.name, Pos: e.key}
		use(p, &p.items, &p.doc.Paths[i].Value, e.place)
	}
}

// openPatterned opens an object whose keys are free.
func (p *parser) openPatterned(at place, f *fields) (o object, ok bool) {
	p.readAs(at, f)
	if at.node.Kind != source.Object {
		if !p.isEmpty(at, "an object") {
			p.wrongType(at, "an object")
		}
		return o, false
	}
	return object{p: p, place: at, fields: f}, true
}

// patterned returns the members that are no extensions.
func (o object) patterned() (list []entry) {
	for i := range o.node.Members {
		if m := &o.node.Members[i]; !isExtension(m.Name) {
			key := o.p.keyPos(o.place, m)
			list = append(list, entry{name: m.Name, key: key, place: place{node: m.Value, path: key.Path, resource: o.resource}})
		}
	}
	return list
}

func (p *parser) pathItem(at place, item *api.PathItem) {
	item.Pos = p.pos(at)
	p.checked.PathItems = append(p.checked.PathItems, item)
	o, ok := p.open(at, &pathItemFields)
	if !ok {
		return
	}
	item.Summary, item.Description = o.note("summary"), o.note("description")
	item.Servers = p.servers(o)
	item.Parameters = useList(o, "parameters", &p.parameters)
	for i := range o.node.Members {
		switch name := o.node.Members[i].Name; name {
		case "get", "put", "post", "delete", "options", "head", "patch", "trace", "query":
			if at, ok := o.member(name); ok && !p.isNull(at, "an object") {
				item.Operations = append(item.Operations, p.operation(at, strings.ToUpper(name), false))
			}
		case "additionalOperations":
			for _, e := range o.entries(name) {
				item.Operations = append(item.Operations, p.additional(e))
			}
		}
	}
	item.Extensions = o.extensions()
}

// additional reads an entry of additionalOperations, 3.2.
func (p *parser) additional(e entry) *api.Operation {
	if f := pathItemFields.find(strings.ToLower(e.name)); f != nil && e.name == strings.ToUpper(e.name) {
		p.Fail(e.key, diag.RuleValue, "the method %s must be given by the key %q of the Path Item Object", e.name, f.name)
	}
	if !isToken(e.name) {
		p.Fail(e.key, diag.RuleValue, "%q is no method of HTTP", e.name)
	}
	return p.operation(e.place, e.name, true)
}

// isToken: RFC 9110, section 5.6.2.
func isToken(s string) bool {
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"(),/:;<=>?@[\\]{}", c) >= 0 {
			return false
		}
	}
	return s != ""
}

func (p *parser) operation(at place, method string, additional bool) *api.Operation {
	op := &api.Operation{Pos: p.pos(at), Method: method, Additional: additional}
	p.operations.add(at, op)
	o, ok := p.open(at, &operationFields)
	if !ok {
		return op
	}
	op.OperationID = o.text("operationId")
	op.Summary, op.Description, op.Tags = o.note("summary"), o.note("description"), o.texts("tags")
	op.Deprecated, op.ExternalDocs = o.flag("deprecated"), p.externalDocs(o)
	op.Parameters = useList(o, "parameters", &p.parameters)
	if at, ok := o.member("requestBody"); ok && !p.isNull(at, "an object") {
		op.RequestBody = &api.Use[api.RequestBody]{}
		use(p, &p.bodies, op.RequestBody, at)
	}
	if at, ok := o.member("responses"); ok {
		op.Responses = p.responseEntries(at)
	} else if p.before(1) {
		p.Warn(op.Pos, diag.RuleMissing, "the Operation Object needs \"responses\"; any answer is taken")
	}
	op.Callbacks = uses(o, "callbacks", &p.callbacks)
	op.Security, op.Servers, op.Extensions = p.security(o), p.servers(o), o.extensions()
	p.operationID(o, op)
	return op
}

// identified is an operation with the position of its operationId.
type identified struct {
	*api.Operation
	pos diag.Pos
}

// operationID: OAS, Operation Object: unique among all operations.
func (p *parser) operationID(o object, op *api.Operation) {
	at, ok := o.member("operationId")
	if !ok || op.OperationID == "" {
		return
	}
	if first, ok := p.operationIDs[op.OperationID]; ok {
		f := p.Warn(p.pos(at), diag.RuleOperationID, "the operationId %q is used twice", op.OperationID)
		f.Related = []diag.Related{{Pos: first.pos, Message: "first here"}}
		f.Hint = "in Go the method of this one has a suffix, such as its HTTP method; x-go-name gives it another name"
		return
	}
	p.operationIDs[op.OperationID] = identified{op, p.pos(at)}
}

func (p *parser) callback(at place, c *api.Callback) {
	c.Pos = p.pos(at)
	o, ok := p.openPatterned(at, &callbackFields)
	if !ok {
		return
	}
	entries := o.patterned()
	c.Expressions = make([]api.Named[api.Use[api.PathItem]], len(entries))
	for i, e := range entries {
		c.Expressions[i] = api.Named[api.Use[api.PathItem]]{Name: e.name, Pos: e.key}
		use(p, &p.items, &c.Expressions[i].Value, e.place)
	}
	c.Extensions = o.extensions()
}
