package effective

import (
	"cmp"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// list returns the operations of a map of path items and learns the names of their parameters.
func (s *Document) list(items []api.Named[api.Use[api.PathItem]], callback string) (list []*Operation) {
	for _, entry := range items {
		item := entry.Value.Value
		if item == nil {
			continue
		}
		s.Pointers.learn(item.Parameters)
		for _, op := range item.Operations {
			s.Pointers.learn(op.Parameters)
			list = append(list, &Operation{side: s, Path: entry.Name, Pos: entry.Pos, Item: item, API: op, Callback: callback})
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

func (o *Operation) exactKey() string { return o.Callback + " " + o.API.Method + " " + o.Path }

// looseKey leaves out what means nothing on the wire: the names in a template, the name of a callback.
func (o *Operation) looseKey() string {
	if o.Callback != "" {
		return o.API.Method + " " + o.Path
	}
	return o.API.Method + " " + shape(o.Path)
}

// lastKey pairs a callback with one of the same name that is sent elsewhere.
func (o *Operation) lastKey() string {
	if o.Callback != "" {
		return o.Callback + " " + o.API.Method
	}
	return o.exactKey()
}

// movedKey pairs an operation with one of the same operationId at another path or of another method.
func (o *Operation) movedKey() string {
	if o.Callback != "" || o.API.OperationID == "" {
		return o.exactKey()
	}
	return o.API.OperationID
}

// Match pairs operations by method and path: equal texts first, then templates that differ in names only, in their order; what is left
// by operationId. Two templates of one shape in a document are against the standard, but real.
func Match(oldList, newList []*Operation) []*Pair {
	partner := map[*Operation]*Operation{} // both ways
	for _, key := range []func(o *Operation) string{(*Operation).exactKey, (*Operation).looseKey, (*Operation).lastKey, (*Operation).movedKey} {
		free := map[string][]*Operation{}
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
func inOrder(oldList, newList []*Operation, partner map[*Operation]*Operation) (pairs []*Pair) {
	gone := map[*Operation][]*Pair{} // by the operation of the new document before it
	var before *Operation
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

// Moved reports whether both documents have the operation, at paths or with methods that are not the same.
func (p *Pair) Moved() bool {
	return p.Old != nil && p.New != nil && p.Where == InPaths && p.Old.looseKey() != p.New.looseKey()
}

// newPair returns a pair of operations of paths; webhooks and callbacks change it.
func newPair(o, n *Operation) *Pair {
	p := &Pair{Old: o, New: n, Direction: change.Request, Where: InPaths}
	some := p.Some()
	p.Name = cmp.Or(some.API.OperationID, some.API.Method+" "+some.Path)
	return p
}

// AsWebhook makes p a pair of webhooks: what the API sends is received.
func (p *Pair) AsWebhook() *Pair {
	p.Direction, p.Where = change.Response, InWebhooks
	p.Name = cmp.Or(p.Some().API.OperationID, "webhook "+p.Some().Path)
	return p
}

// Holder is the place of a document that would have the operation that only the other one has.
func (s *Document) Holder(p *Pair) diag.Pos {
	some := p.Some()
	switch p.Where {
	case InCallbacks:
		return p.Holder
	case InWebhooks:
		return holderIn(s.API.Pos, "webhooks", s.API.Webhooks, some.Path)
	}
	return holderIn(s.API.Pos, "paths", s.API.Paths, some.Path)
}

func holderIn(pos diag.Pos, keyword string, items []api.Named[api.Use[api.PathItem]], path string) diag.Pos {
	for _, entry := range items {
		if shape(entry.Name) == shape(path) {
			return entry.Pos
		}
	}
	return Member(pos, keyword)
}

// Covers reports whether a template takes all requests of another path.
func Covers(template, path string) bool {
	a, b := strings.Split(shape(template), "/"), strings.Split(shape(path), "/")
	return slices.EqualFunc(a, b, func(a, b string) bool { return a == b || a == "{}" })
}
