package diff

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
)

// tieStatuses tells the one status of success that is gone and the one that came as one change, where the responses are the same but for it.
func (c *comparison) tieStatuses() {
	gone, came := c.aloneByOperation("response-removed"), c.aloneByOperation("response-added")
	list := c.operations.Changes
	var told []int // changes that are told with another one
	for name, i := range came {
		j, ok := gone[name]
		if !ok || !c.sameResponse(c.operationOf(name).Old, c.operationOf(name).New, list[j].Facts.Name, list[i].Facts.Name) {
			continue
		}
		x, from := &list[i], list[j]
		x.Rule, x.Subject, x.Sentence = "response-status-changed", name+", success status", from.Facts.Name+" → "+x.Facts.Name
		x.Old = from.Old
		x.Facts.Old, x.Facts.New = from.Facts.Name, x.Facts.Name
		told = append(told, j)
	}
	var left []edits.Change
	for i, x := range list {
		if !slices.Contains(told, i) {
			left = append(left, x)
		}
	}
	c.operations.Changes = left
}

// aloneByOperation returns, for each operation that has one change of a rule about a status of success and no second one, where it is
// among the changes. Those of several operations and of what the API calls are left out.
func (c *comparison) aloneByOperation(rule string) map[string]int {
	at := map[string]int{}
	for i, x := range c.operations.Changes {
		if x.Rule != rule || len(x.Facts.Name) != 3 || x.Facts.Name[0] != '2' {
			continue
		}
		for _, name := range x.Operations() {
			if _, second := at[name]; second || len(x.Operations()) > 1 || c.operationOf(name).Incoming {
				i = -1
			}
			at[name] = i
		}
	}
	for name, i := range at {
		if i < 0 || rule == "response-added" && !c.operations.Changes[i].Breaks() {
			delete(at, name)
		}
	}
	return at
}

// sameResponse reports whether two operations say the same of the responses with a status each: the same media types, schemas and headers.
func (c *comparison) sameResponse(old, new *api.Operation, from, to string) bool {
	a, b := responseWith(old, from), responseWith(new, to)
	if a == nil || b == nil {
		return false
	}
	x, y := effective.MediaOf(a.Content), effective.MediaOf(b.Content)
	sameMedia := slices.EqualFunc(x, y, func(m, n effective.Media) bool {
		return m.Key == n.Key && c.sameSchema(m.Type.Schema, n.Type.Schema) && c.sameSchema(m.Type.ItemSchema, n.Type.ItemSchema)
	})
	return sameMedia && slices.EqualFunc(effective.HeadersOf(a.Headers), effective.HeadersOf(b.Headers), func(h, i effective.Header) bool {
		return h.Name == i.Name && h.Required == i.Required && c.sameSchema(h.Schema, i.Schema)
	})
}

func (c *comparison) sameSchema(old, new *api.Schema) bool {
	if old == nil || new == nil {
		return old == new
	}
	return c.solver.Same(old, new)
}

// responseWith returns the response with a status as the document writes it, nil for none.
func responseWith(op *api.Operation, status string) *api.Response {
	for _, r := range op.Responses {
		if statusOf(int(r.Status)) == status {
			return r.Use.Value
		}
	}
	return nil
}
