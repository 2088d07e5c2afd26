package operations

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A Sampler returns a value that a schema allows in a direction, as JSON text; not ok if it knows none.
type Sampler func(schema *api.Schema, dir change.Direction) (json string, ok bool)

// A Result is what a comparison found.
type Result struct {
	Operations  []Operation // of the new document in its order; those that are gone stand where they stood
	Places      []Place
	Changes     []Change
	OldPointers Pointers
	NewPointers Pointers
}

// An Operation is an operation of either document.
type Operation struct {
	Name     string // operationId, or METHOD /path
	Method   string
	Path     string // the template; the name of a webhook, the expression of a callback
	Incoming bool   // the API calls it: a webhook or a callback
	Old, New *api.Operation
}

// A Change is a change with the message that shows that it breaks. Nobody has verified the message yet, so that Change.Witness is
// nil. Its class knows nothing of Go.
type Change struct {
	change.Change
	Message *Message // nil if there can be none
}

// Compare compares two documents. Without a sampler, no change has a message.
func Compare(oldDoc, newDoc *api.Document, sample Sampler) *Result {
	c := &comparer{old: newSide(oldDoc), new: newSide(newDoc), sample: sample, seen: map[visit]bool{}, found: map[string]int{}}
	c.result.OldPointers, c.result.NewPointers = c.old.pointers, c.new.pointers
	c.old.read()
	c.new.read()
	c.info()
	c.schemes()
	for _, p := range match(c.old.calls, c.new.calls) {
		c.operation(p)
	}
	for _, p := range match(c.old.hooks, c.new.hooks) {
		c.operation(p.asWebhook())
	}
	c.unused()
	c.finish()
	return &c.result
}

// A comparer is one comparison.
type comparer struct {
	old, new side
	sample   Sampler
	pairs    []schemePair
	seen     map[visit]bool // of callbacks, which may contain themselves
	found    map[string]int // changes by their edit
	edits    []*edit
	result   Result
}

// A side is one of the two documents.
type side struct {
	doc      *api.Document
	kinds    *analysis.Analysis
	pointers Pointers
	calls    []*operation // of paths
	hooks    []*operation
}

func newSide(doc *api.Document) side {
	nothing := func(*api.Schema) *api.Schema { return nil }
	return side{doc: doc, kinds: analysis.New(doc, doc.Schemas, nothing, nil), pointers: Pointers{}}
}

// An operation is an operation of one document and where it stands.
type operation struct {
	side     *side
	path     string
	pos      diag.Pos // of the key of the path
	item     *api.PathItem
	api      *api.Operation
	callback string // its name, "" for others
}

// A pair is what two documents have at the same place. One of the two may be missing.
type pair struct {
	old, new *operation
	name     string           // as reports call it
	dir      change.Direction // of its request
	where    string           // operation, webhook or callback
	holder   diag.Pos         // of callbacks, of the operation that has them or would have them
}

// The values of pair.where.
const (
	inPaths     = "operation"
	inWebhooks  = "webhook"
	inCallbacks = "callback"
)

func (p *pair) incoming() bool { return p.where != inPaths }

// answer is the direction of the responses.
func (p *pair) answer() change.Direction { return turned(p.dir) }

// some returns the operation of the new document, or the one that is gone.
func (p *pair) some() *operation {
	if p.new != nil {
		return p.new
	}
	return p.old
}

func turned(d change.Direction) change.Direction {
	if d == change.Request {
		return change.Response
	}
	return change.Request
}

// operation compares two operations, or reports the one that is alone.
func (c *comparer) operation(p *pair) {
	some := p.some()
	listed := Operation{Name: p.name, Method: some.api.Method, Path: some.path, Incoming: p.incoming()}
	if p.old != nil {
		listed.Old = p.old.api
	}
	if p.new != nil {
		listed.New = p.new.api
	}
	if !slices.Contains(c.result.Operations, listed) { // a callback may contain itself
		c.result.Operations = append(c.result.Operations, listed)
	}
	if p.old == nil || p.new == nil {
		c.lone(p)
		return
	}
	c.names(p)
	c.parameters(p)
	c.body(p)
	c.responses(p)
	c.security(p)
	c.servers(p)
	c.operationTexts(p)
	c.callbacks(p)
}
