package plan

import (
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// Operations are what the client has.
type Operations struct {
	list    []*operation
	servers []*server
	schemes []*scheme
	options []*valueOption
	hooks   []*hook
	xml     map[*typ]bool // structs that encoding/xml reads and writes
}

// An operation is a method of Client in the making.
type operation struct {
	op           *api.Operation
	id           string // the name that it wants, which also begins the names of its inline types
	route        route
	params       []*param
	bodies       []*body
	forms        []*form // of bodies, to declare
	bodyRequired bool
	results      []*result // a method each
	failures     failures
	headers      headerSet
	security     [][]string
	server       *ownServer
}

// A route is the path of an operation, in which parameters are.
type route struct {
	path         string // as the document has it
	parts, query []gomodel.PathPart
}

// Failures are the bodies of responses that are no success.
type failures struct {
	bodies []errorBody
	accept []string // their media types
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
	o := &operation{route: route{path: path}, op: op, id: p.operationID(path, op)}
	p.planParams(o, item)
	p.planPath(o)
	p.planBody(o)
	p.planResponses(o)
	o.security = p.planSecurity(op)
	o.server = p.serverOf(item, op)
	p.operations.list = append(p.operations.list, o)
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
			name = GoName(string(own), name, e.Pos, p.findings)
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
