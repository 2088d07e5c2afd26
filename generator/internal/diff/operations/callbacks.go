package operations

import (
	"cmp"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
)

// A visit is a pair of operations of callbacks that was compared: a callback may contain itself.
type visit struct {
	old, new *api.Operation
	dir      change.Direction
}

// callbacks compares the callbacks of an operation, by expression and method: their names are in the document only. What a callback
// sends goes the other way than what its operation sends.
func (c *comparer) callbacks(p *effective.Pair) {
	for _, q := range effective.Match(p.Old.CallbackList(), p.New.CallbackList()) {
		some := q.Some()
		q.Direction, q.Where = p.Responses(), effective.InCallbacks
		q.Name = cmp.Or(some.API.OperationID, c.callbackName(p, some))
		if q.Old == nil || q.New == nil {
			q.Holder = p.Old.API.Pos
			if q.New == nil {
				q.Holder = p.New.API.Pos
			}
			c.operation(q)
			continue
		}
		at := visit{q.Old.API, q.New.API, q.Direction}
		if c.seen[at] {
			continue
		}
		c.seen[at] = true
		if q.Old.Callback != q.New.Callback {
			c.callbackRenamed(p, q)
		}
		if q.Old.Path != q.New.Path {
			c.callbackMoved(q)
		}
		c.operation(q)
	}
}

// callbackName names an operation of a callback that has no operationId. One that is inside of another callback has the name of
// the outermost operation.
func (c *comparer) callbackName(p *effective.Pair, some *effective.Operation) string {
	outer, _, _ := strings.Cut(p.Name, ", callback ")
	name := outer + ", callback " + some.Callback
	taken := func(o Operation) bool { return o.Name == name && o.Old != some.API && o.New != some.API }
	if slices.ContainsFunc(c.result.Operations, taken) {
		name += " " + some.API.Method
	}
	return name
}

// callbackMoved reports another expression: callers give the address of their receiver at a place where nobody looks for it now. No
// message shows it.
func (c *comparer) callbackMoved(q *effective.Pair) {
	c.list.Add(q, q.Direction, edits.Edit{Rule: "callback-moved", Subject: q.Name,
		Sentence: "sent to " + q.Old.Path + " → " + q.New.Path, Old: edits.Present(q.Old.Pos, q.Old.Path),
		New: edits.Present(q.New.Pos, q.New.Path), Verdict: change.Breaking,
		Facts: change.Facts{Old: q.Old.Path, New: q.New.Path}})
}

func (c *comparer) callbackRenamed(p, q *effective.Pair) {
	e := edits.Edit{Rule: "callback-renamed", Subject: p.Name + ", callback " + q.Old.Callback,
		Sentence: "is now called " + q.New.Callback + ", same expression", Old: edits.Present(q.Old.Pos, q.Old.Callback),
		New: edits.Present(q.New.Pos, q.New.Callback), Verdict: change.Equal,
		Facts: change.Facts{Old: q.Old.Callback, New: q.New.Callback}}
	c.list.Add(q, q.Direction, e)
}
