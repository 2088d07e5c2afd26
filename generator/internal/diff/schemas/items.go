package schemas

import (
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// items compares the items of arrays: those of each position that one side describes, and the rest.
func (c *comparison) items() {
	positions := max(tupleSize(c.old), tupleSize(c.new))
	for i := range positions {
		c.lead(c.n, step{kind: toItem, index: i}, c.item(c.old, i), c.item(c.new, i))
	}
	c.lead(c.n, step{kind: toItem, index: positions}, c.item(c.old, positions), c.item(c.new, positions))
}

func tupleSize(sh *shape) (n int) {
	for _, p := range sh.parts {
		if p.Array != nil && analysis.IsTupleArray(p.Array) {
			n = max(n, len(p.Array.PrefixItems))
		}
	}
	return n
}

// item returns all that a shape says about the item at a position.
func (c *comparison) item(sh *shape, index int) *api.Schema {
	var list []*api.Schema
	for _, p := range sh.parts {
		switch {
		case p.Array == nil:
		case index < len(p.Array.PrefixItems):
			list = append(list, p.Array.PrefixItems[index])
		case p.Array.Items != nil:
			list = append(list, p.Array.Items)
		}
	}
	return c.joined(list, sh)
}
