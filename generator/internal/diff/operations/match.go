package operations

import (
	"cmp"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// read finds the operations of a document.
func (s *side) read() {
	s.calls, s.hooks = s.list(s.doc.Paths, ""), s.list(s.doc.Webhooks, "")
}

// list returns the operations of a map of path items and learns the names of their parameters.
func (s *side) list(items []api.Named[api.Use[api.PathItem]], callback string) (list []*operation) {
	for _, entry := range items {
		item := entry.Value.Value
		if item == nil {
			continue
		}
		s.pointers.learn(item.Parameters)
		for _, op := range item.Operations {
			s.pointers.learn(op.Parameters)
			list = append(list, &operation{side: s, path: entry.Name, pos: entry.Pos, item: item, api: op, callback: callback})
		}
	}
	return list
}

// shape is a template without the names in it.
func shape(path string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(path, '{')
		length := strings.IndexByte(path[max(open, 0):], '}')
		if open < 0 || length < 0 {
			b.WriteString(path)
			return b.String()
		}
		b.WriteString(path[:open] + "{}")
		path = path[open+length+1:]
	}
}

func (o *operation) exactKey() string { return o.callback + " " + o.api.Method + " " + o.path }

// looseKey leaves out what means nothing on the wire: the names in a template, the name of a callback.
func (o *operation) looseKey() string {
	if o.callback != "" {
		return o.api.Method + " " + o.path
	}
	return o.api.Method + " " + shape(o.path)
}

// lastKey pairs a callback with one of the same name that is sent elsewhere.
func (o *operation) lastKey() string {
	if o.callback != "" {
		return o.callback + " " + o.api.Method
	}
	return o.exactKey()
}

// match pairs operations by method and path: equal texts first, then templates that differ in names only, in their order. Two
// templates of one shape in a document are against the standard, but real.
func match(oldList, newList []*operation) []*pair {
	partner := map[*operation]*operation{} // both ways
	for _, key := range []func(o *operation) string{(*operation).exactKey, (*operation).looseKey, (*operation).lastKey} {
		free := map[string][]*operation{}
		for _, o := range oldList {
			if partner[o] == nil {
				free[key(o)] = append(free[key(o)], o)
			}
		}
		for _, n := range newList {
			if list := free[key(n)]; partner[n] == nil && len(list) > 0 {
				partner[n], partner[list[0]] = list[0], n
				free[key(n)] = list[1:]
			}
		}
	}
	return inOrder(oldList, newList, partner)
}

// inOrder returns the pairs in the order of the new document; what is gone follows what it followed.
func inOrder(oldList, newList []*operation, partner map[*operation]*operation) (pairs []*pair) {
	gone := map[*operation][]*pair{} // by the operation of the new document before it
	var before *operation
	for _, o := range oldList {
		if n := partner[o]; n != nil {
			before = n
		} else {
			gone[before] = append(gone[before], newPair(o, nil))
		}
	}
	pairs = gone[nil]
	for _, n := range newList {
		pairs = append(pairs, newPair(partner[n], n))
		pairs = append(pairs, gone[n]...)
	}
	return pairs
}

// newPair returns a pair of operations of paths; webhooks and callbacks change it.
func newPair(o, n *operation) *pair {
	p := &pair{old: o, new: n, dir: change.Request, where: inPaths}
	some := p.some()
	p.name = cmp.Or(some.api.OperationID, some.api.Method+" "+some.path)
	return p
}

// asWebhook makes p a pair of webhooks: what the API sends is received.
func (p *pair) asWebhook() *pair {
	p.dir, p.where = change.Response, inWebhooks
	p.name = cmp.Or(p.some().api.OperationID, "webhook "+p.some().path)
	return p
}

// lone reports an operation that one document has alone.
func (c *comparer) lone(p *pair) {
	some, e := p.some(), edit{subject: p.name}
	e.sentence = some.api.Method + " " + shortPath(some.path)
	if p.new != nil {
		e.rule, e.sentence = p.where+"-added", "added: "+e.sentence
		e.old, e.new = absent(c.old.holder(p)), present(some.api.Pos, "")
		e.verdict = change.Compatible
		if p.incoming() {
			e.why = "A receiver gets messages only of what it has asked for."
		}
	} else {
		e.rule, e.sentence = p.where+"-removed", "removed: "+e.sentence+c.farewell(p)
		e.old, e.new = present(some.api.Pos, ""), absent(c.new.holder(p))
		c.removed(p, &e)
	}
	c.add(p, p.dir, e)
}

// holder is the place of a document that would have the operation that only the other one has.
func (s *side) holder(p *pair) diag.Pos {
	some := p.some()
	switch p.where {
	case inCallbacks:
		return p.holder
	case inWebhooks:
		return holderIn(s.doc.Pos, "webhooks", s.doc.Webhooks, some.path)
	}
	return holderIn(s.doc.Pos, "paths", s.doc.Paths, some.path)
}

func holderIn(pos diag.Pos, keyword string, items []api.Named[api.Use[api.PathItem]], path string) diag.Pos {
	for _, entry := range items {
		if shape(entry.Name) == shape(path) {
			return entry.Pos
		}
	}
	return key(pos, keyword)
}

// removed judges an operation that is gone. A template that takes its requests makes it hard to say.
func (c *comparer) removed(p *pair, e *edit) {
	e.verdict = change.Breaking
	if p.incoming() {
		return // no message shows it: receivers wait in vain
	}
	e.message = func() *Message { return c.request(p, draft{}) }
	for _, n := range c.new.calls {
		if n.api.Method == p.old.api.Method && covers(n.path, p.old.path) {
			e.verdict, e.why = change.Unknown, "Its requests go to "+n.api.Method+" "+n.path+" now."
			return
		}
	}
}

// covers reports whether a template takes all requests of another path.
func covers(template, path string) bool {
	a, b := strings.Split(shape(template), "/"), strings.Split(shape(path), "/")
	return slices.EqualFunc(a, b, func(a, b string) bool { return a == b || a == "{}" })
}

// farewell says what else is known about an operation that is gone.
func (c *comparer) farewell(p *pair) string {
	text := ""
	if p.old.api.Deprecated {
		text += "; it was deprecated"
		if sunset := sunsetOf(p.old.api.Extensions); sunset != "" {
			text += ", with its sunset on " + sunset
		}
	}
	if p.where != inPaths || p.old.api.OperationID == "" {
		return text
	}
	for _, n := range c.new.calls {
		if n.api.OperationID == p.old.api.OperationID {
			return text + "; the operation of this name is " + n.api.Method + " " + shortPath(n.path) + " now"
		}
	}
	return text
}

// names compares what operations are called.
func (c *comparer) names(p *pair) {
	o, n := p.old.api, p.new.api
	if o.OperationID == n.OperationID {
		return
	}
	e := edit{rule: "operation-renamed", subject: cmp.Or(o.OperationID, p.name), verdict: change.Equal,
		old: presentIf(o.OperationID != "", key(o.Pos, "operationId"), o.OperationID), new: presentIf(n.OperationID != "", key(n.Pos, "operationId"), n.OperationID)}
	switch {
	case o.OperationID == "":
		e.sentence = "operationId none → " + n.OperationID
	case n.OperationID == "":
		e.sentence = "operationId " + o.OperationID + " → none"
	default:
		e.sentence = "is now called " + n.OperationID + ", same method and path"
	}
	c.add(p, p.dir, e)
}
