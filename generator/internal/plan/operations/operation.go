package operations

import (
	"cmp"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/functions"
	"github.com/oas2go/oas2go/generator/internal/plan/names"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// Operations are what the client has.
type Operations struct {
	List     []*Operation
	Servers  []*Server
	Schemes  []*Scheme
	Options  []*ValueOption
	Webhooks []*Webhook
	Senders  []*Sender
	Targets  []*Target
	XML      map[*shapes.Type]bool // structs that encoding/xml reads and writes
}

// An Operation is a method of Client in the making.
type Operation struct {
	Op           *api.Operation
	ID           string // the name that it wants, which also begins the names of its inline types
	Route        route
	Params       []*Param
	Bodies       []*Body
	Forms        []*Form // of bodies, to declare
	BodyRequired bool
	Results      []*Result // a method each
	Failures     failures
	Headers      HeaderSet
	Security     [][]string
	Server       *ownServer
}

// A route is the path of an operation, in which parameters are.
type route struct {
	Path         string // as the document has it
	Parts, Query []gomodel.PathPart
	Hook         *Webhook // that the API sends, to a URL that the document does not know; nil: it calls the API
}

// Failures are the bodies of responses that are no success.
type failures struct {
	Bodies  []ErrorBody
	Accept  []string     // their media types
	Texts   []api.Status // those that may be text
	AnyType []api.Status // those whose JSON may be labelled as anything
}

// planOperations plans everything of the client.
func (p *Planner) planOperations() {
	p.planServers()
	p.planSchemes()
	p.functions = functions.Names(p.Doc, p.Style)
	for _, entry := range p.Doc.Paths {
		item := entry.Value.Value
		if item == nil {
			continue // parse has reported the reference
		}
		for _, op := range item.Operations {
			p.planOperation(entry.Name, item, op)
		}
	}
	p.planWebhooks()
	if p.Senders {
		p.planSenders()
	}
}

func (p *Planner) planOperation(path string, item *api.PathItem, op *api.Operation) {
	o := &Operation{Route: route{Path: path}, Op: op, ID: p.operationID(path, op)}
	p.planParams(o, item)
	p.planPath(o)
	p.planBody(o)
	p.planResponses(o)
	o.Security = p.planSecurity(op)
	o.Server = serverOf(p.Doc, item, op, p.findings)
	p.operations.List = append(p.operations.List, o)
}

// operationID returns the Go name of an operation: x-go-name, the function in an operationId of a framework, operationId, or the method
// and the path.
func (p *Planner) operationID(path string, op *api.Operation) string {
	id := cmp.Or(p.functions[op], op.OperationID)
	if id == "" {
		id = strings.ToLower(op.Method) + " " + PathWords(path)
	}
	name := p.Style.Exported(id)
	for _, e := range op.Extensions {
		if own, ok := e.Value.(api.String); ok && e.Name == "x-go-name" {
			name = names.Own(string(own), name, e.Pos, p.findings)
		}
	}
	return name
}

// PathWords turns /orders/{id}/photo into words: orders by id photo.
func PathWords(path string) string {
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
