package parse

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/tree"
	"github.com/oas2go/oas2go/generator/internal/source"
)

// paths reads the Paths Object.
func (p *parser) paths(at tree.Place) {
	if p.IsNull(at, "an object") {
		return
	}
	p.spread(at)
	o, ok := p.OpenPatterned(at, tree.PathsFields)
	if !ok {
		return
	}
	entries := o.Patterned()
	p.doc.Paths = make([]api.Named[api.Use[api.PathItem]], len(entries))
	for i, e := range entries {
		if !strings.HasPrefix(e.Name, "/") {
			p.Warn(e.Key, diag.RuleValue, "the path %q must begin with a slash; it is read as if it did", e.Name)
		}
		p.doc.Paths[i] = api.Named[api.Use[api.PathItem]]{Name: e.Name, Pos: e.Key}
		use(p, &p.kinds.items, &p.doc.Paths[i].Value, e.Place)
	}
}

func (p *parser) pathItem(at tree.Place, item *api.PathItem) {
	item.Pos = at.Pos()
	p.checked.PathItems = append(p.checked.PathItems, item)
	o, ok := p.Open(at, tree.PathItemFields)
	if !ok {
		return
	}
	item.Summary, item.Description = o.Note("summary"), o.Note("description")
	item.Servers = servers(o)
	item.Parameters = useList(p, o, "parameters", &p.kinds.parameters)
	for i := range o.Node.Members {
		switch name := o.Node.Members[i].Name; name {
		case "get", "put", "post", "delete", "options", "head", "patch", "trace", "query":
			if at, ok := o.Member(name); ok && !p.IsNull(at, "an object") {
				p.operation(item, at, strings.ToUpper(name), false)
			}
		case "additionalOperations":
			for _, e := range o.Entries(name) {
				p.additional(item, e)
			}
		}
	}
	item.Extensions = o.Extensions()
}

// additional reads an entry of additionalOperations, 3.2.
func (p *parser) additional(item *api.PathItem, e tree.Entry) {
	if f := tree.PathItemFields.Find(strings.ToLower(e.Name)); f != nil && e.Name == strings.ToUpper(e.Name) {
		p.Fail(e.Key, diag.RuleValue, "the method %s must be given by the key %q of the Path Item Object", e.Name, f.Name)
	}
	if !isToken(e.Name) {
		p.Fail(e.Key, diag.RuleValue, "%q is no method of HTTP", e.Name)
	}
	p.operation(item, e.Place, e.Name, true)
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

// operation reads an operation and adds it to the path item. One that is a reference leading nowhere has been reported.
func (p *parser) operation(item *api.PathItem, at tree.Place, method string, additional bool) {
	target, ok := p.referredOperation(at)
	if !ok {
		return
	}
	version := p.Version
	p.Version = target.Resource.File.Version
	op := p.operationAt(target, method)
	p.Version = version
	op.Pos, op.Additional = at.Pos(), additional
	item.Operations = append(item.Operations, op)
}

func (p *parser) operationAt(at tree.Place, method string) *api.Operation {
	op := &api.Operation{Pos: at.Pos(), Method: method}
	p.operations.add(at, op)
	o, ok := p.Open(at, tree.OperationFields)
	if !ok {
		return op
	}
	op.OperationID = o.Text("operationId")
	op.Summary, op.Description, op.Tags = o.Note("summary"), o.Note("description"), o.Texts("tags")
	op.Deprecated, op.ExternalDocs = o.Flag("deprecated"), externalDocs(o)
	op.Parameters = useList(p, o, "parameters", &p.kinds.parameters)
	if at, ok := o.Member("requestBody"); ok && !p.IsNull(at, "an object") {
		op.RequestBody = &api.Use[api.RequestBody]{}
		use(p, &p.kinds.bodies, op.RequestBody, at)
	}
	if at, ok := o.Member("responses"); ok {
		op.Responses = p.responseEntries(at)
	} else if p.Before(1) {
		p.Warn(op.Pos, diag.RuleMissing, "the Operation Object needs \"responses\"; any response is taken")
	}
	op.Callbacks = uses(p, o, "callbacks", &p.kinds.callbacks)
	op.Security, op.Servers, op.Extensions = p.security(o), servers(o), o.Extensions()
	op.Pagination = p.pagination(o)
	p.operations.identify(o, op)
	return op
}

// referredOperation returns the operation at a place. Only path items may be references; one in place of an operation is followed.
func (p *parser) referredOperation(at tree.Place) (op tree.Place, ok bool) {
	visited := map[*source.Node]bool{}
	for op = at; op.Node.Get("$ref") != nil; {
		text := op.Child("$ref", op.Node.Get("$ref"))
		visited[op.Node] = true
		if text.Node.Kind != source.String {
			p.WrongType(text, "a string")
			return op, false
		}
		p.referenceSiblings(op, &api.Reference{})
		if op, ok = p.target(text, tree.OperationFields); !ok {
			return op, false
		}
		if visited[op.Node] {
			p.badReference(text, diag.RuleRef, "the reference %q leads in a circle", text.Node.Text)
			return op, false
		}
	}
	if len(visited) > 0 {
		text := at.Child("$ref", at.Node.Get("$ref"))
		p.Warn(text.Pos(), diag.RuleRef, "an operation cannot be a reference; it is read as the one that %q leads to", text.Node.Text).Hint =
			"refer from the path item, or write the operation here"
	}
	return op, true
}

// operations are those that were read, by their place and by their operationId.
type operations struct {
	registry[api.Operation]
	byID map[string]identified
}

// identified is an operation with the position of its operationId.
type identified struct {
	*api.Operation
	pos diag.Pos
}

// identify: OAS, Operation Object: the operationId is unique among all operations.
func (l *operations) identify(o tree.Object, op *api.Operation) {
	at, ok := o.Member("operationId")
	if !ok || op.OperationID == "" {
		return
	}
	if first, ok := l.byID[op.OperationID]; ok {
		f := o.Reader.Warn(at.Pos(), diag.RuleOperationID, "the operationId %q is used twice", op.OperationID)
		f.Related = []diag.Related{{Pos: first.pos, Message: "first here"}}
		f.Hint = "in Go the method of this one has a suffix, such as its HTTP method; x-go-name gives it another name"
		return
	}
	l.byID[op.OperationID] = identified{op, at.Pos()}
}

func (p *parser) callback(at tree.Place, c *api.Callback) {
	c.Pos = at.Pos()
	o, ok := p.OpenPatterned(at, tree.CallbackFields)
	if !ok {
		return
	}
	entries := o.Patterned()
	c.Expressions = make([]api.Named[api.Use[api.PathItem]], len(entries))
	for i, e := range entries {
		c.Expressions[i] = api.Named[api.Use[api.PathItem]]{Name: e.Name, Pos: e.Key}
		use(p, &p.kinds.items, &c.Expressions[i].Value, e.Place)
	}
	c.Extensions = o.Extensions()
}
