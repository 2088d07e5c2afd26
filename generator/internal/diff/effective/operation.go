package effective

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A Document is one of the two documents.
type Document struct {
	API      *api.Document
	Kinds    *analysis.Analysis
	Pointers Pointers
	Calls    []*Operation // of paths
	Webhooks []*Operation // of webhooks
}

// Read finds the operations of a document.
func Read(doc *api.Document) *Document {
	nothing := func(*api.Schema) *api.Schema { return nil }
	s := &Document{API: doc, Kinds: analysis.New(doc, doc.Schemas, nothing, nil), Pointers: Pointers{}}
	s.Calls, s.Webhooks = s.list(doc.Paths, ""), s.list(doc.Webhooks, "")
	return s
}

// An Operation is an operation of one document and where it stands.
type Operation struct {
	side     *Document
	Path     string
	Pos      diag.Pos // of the key of the path
	Item     *api.PathItem
	API      *api.Operation
	Callback string // its name, "" for others
}

// A Pair is what two documents have at the same place. One of the two may be missing.
type Pair struct {
	Old, New  *Operation
	Name      string           // as reports call it
	Direction change.Direction // of its request
	Where     string           // operation, webhook or callback
	Holder    diag.Pos         // of callbacks, of the operation that has them or would have them
}

// The values of Pair.Where.
const (
	InPaths     = "operation"
	InWebhooks  = "webhook"
	InCallbacks = "callback"
)

// Incoming reports whether the API calls the operation.
func (p *Pair) Incoming() bool { return p.Where != InPaths }

// Responses is the direction of the responses.
func (p *Pair) Responses() change.Direction { return turned(p.Direction) }

// Some returns the operation of the new document, or the one that is gone.
func (p *Pair) Some() *Operation {
	if p.New != nil {
		return p.New
	}
	return p.Old
}

func turned(d change.Direction) change.Direction {
	if d == change.Request {
		return change.Response
	}
	return change.Request
}

// CallbackList returns the operations of the callbacks of an operation.
func (o *Operation) CallbackList() (list []*Operation) {
	for _, entry := range o.API.Callbacks {
		if entry.Value.Value != nil {
			list = append(list, o.side.list(entry.Value.Value.Expressions, entry.Name)...)
		}
	}
	return list
}

// Member is the place of a member of an object. The line and column are those of the object, until somebody looks at the text.
func Member(pos diag.Pos, names ...string) diag.Pos {
	for _, name := range names {
		pos.Path = pos.Path.Child(name)
	}
	return pos
}
