package operations

import (
	"cmp"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A visit is a pair of operations of callbacks that was compared: a callback may contain itself.
type visit struct {
	old, new *api.Operation
	dir      change.Direction
}

// callbackList returns the operations of the callbacks of an operation.
func (o *operation) callbackList() (list []*operation) {
	for _, entry := range o.api.Callbacks {
		if entry.Value.Value != nil {
			list = append(list, o.side.list(entry.Value.Value.Expressions, entry.Name)...)
		}
	}
	return list
}

// callbacks compares the callbacks of an operation, by expression and method: their names are in the document only. What a callback
// sends goes the other way than what its operation sends.
func (c *comparer) callbacks(p *pair) {
	for _, q := range match(p.old.callbackList(), p.new.callbackList()) {
		some := q.some()
		q.dir, q.where = p.answer(), inCallbacks
		q.name = cmp.Or(some.api.OperationID, c.callbackName(p, some))
		if q.old == nil || q.new == nil {
			q.holder = p.old.api.Pos
			if q.new == nil {
				q.holder = p.new.api.Pos
			}
			c.operation(q)
			continue
		}
		at := visit{q.old.api, q.new.api, q.dir}
		if c.seen[at] {
			continue
		}
		c.seen[at] = true
		if q.old.callback != q.new.callback {
			c.callbackRenamed(p, q)
		}
		if q.old.path != q.new.path {
			c.callbackMoved(q)
		}
		c.operation(q)
	}
}

// callbackName names an operation of a callback that has no operationId. One that is inside of another callback has the name of
// the outermost operation.
func (c *comparer) callbackName(p *pair, some *operation) string {
	outer, _, _ := strings.Cut(p.name, ", callback ")
	name := outer + ", callback " + some.callback
	taken := func(o Operation) bool { return o.Name == name && o.Old != some.api && o.New != some.api }
	if slices.ContainsFunc(c.result.Operations, taken) {
		name += " " + some.api.Method
	}
	return name
}

// callbackMoved reports another expression: callers give the address of their receiver at a place where nobody looks for it now. No
// message shows it.
func (c *comparer) callbackMoved(q *pair) {
	c.add(q, q.dir, edit{rule: "callback-moved", subject: q.name, sentence: "sent to " + q.old.path + " → " + q.new.path,
		old: present(q.old.pos, q.old.path), new: present(q.new.pos, q.new.path), verdict: change.Breaking,
		facts: change.Facts{Old: q.old.path, New: q.new.path}})
}

func (c *comparer) callbackRenamed(p, q *pair) {
	e := edit{rule: "callback-renamed", subject: p.name + ", callback " + q.old.callback, sentence: "is now called " + q.new.callback + ", same expression",
		old: present(q.old.pos, q.old.callback), new: present(q.new.pos, q.new.callback), verdict: change.Equal,
		facts: change.Facts{Old: q.old.callback, New: q.new.callback}}
	c.add(q, q.dir, e)
}
