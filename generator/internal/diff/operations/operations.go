package operations

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
)

// A Result is what a comparison found.
type Result struct {
	Operations  []Operation // of the new document in its order; those that are gone stand where they stood
	Places      []Place
	Changes     []edits.Change
	OldPointers effective.Pointers
	NewPointers effective.Pointers
}

// An Operation is an operation of either document.
type Operation struct {
	Name     string // operationId, or METHOD /path
	Method   string
	Path     string // the template; the name of a webhook, the expression of a callback
	Incoming bool   // the API calls it: a webhook or a callback
	Old, New *api.Operation
	// OldPath is the path in the old document, if it is another one there.
	OldPath string
	Moved   bool // the path or the method is another one
	// OldItem and NewItem are the path items that they are of.
	OldItem, NewItem *api.PathItem
}

// Compare compares two documents. Without a sampler, only messages that need no value are made.
func Compare(oldDoc, newDoc *api.Document, sample messages.Sampler) *Result {
	c := &comparer{old: effective.Read(oldDoc), new: effective.Read(newDoc), seen: map[visit]bool{},
		list: edits.List{Found: map[string]int{}}}
	c.schemes = effective.NewSchemes(c.old, c.new)
	c.write = messages.Writer{Sample: sample, Schemes: c.schemes}
	c.result.OldPointers, c.result.NewPointers = c.old.Pointers, c.new.Pointers
	c.info()
	for _, p := range effective.Match(c.old.Calls, c.new.Calls) {
		c.operation(p)
	}
	for _, p := range effective.Match(c.old.Webhooks, c.new.Webhooks) {
		c.operation(p.AsWebhook())
	}
	c.unused()
	c.result.Changes = c.list.Changes(c.old.Pointers, c.new.Pointers)
	return &c.result
}

// A comparer is one comparison.
type comparer struct {
	old, new *effective.Document
	schemes  *effective.Schemes
	write    messages.Writer
	seen     map[visit]bool // of callbacks, which may contain themselves
	list     edits.List
	result   Result
}

// operation compares two operations, or reports the one that is alone.
func (c *comparer) operation(p *effective.Pair) {
	some := p.Some()
	listed := Operation{Name: p.Name, Method: some.API.Method, Path: some.Path, Incoming: p.Incoming(), Moved: p.Moved()}
	if p.Old != nil {
		listed.Old, listed.OldItem, listed.OldPath = p.Old.API, p.Old.Item, p.Old.Path
	}
	if p.New != nil {
		listed.New, listed.NewItem = p.New.API, p.New.Item
	}
	if !slices.Contains(c.result.Operations, listed) { // a callback may contain itself
		c.result.Operations = append(c.result.Operations, listed)
	}
	if p.Old == nil || p.New == nil {
		c.lone(p)
		return
	}
	if p.Moved() {
		c.movedOperation(p)
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
