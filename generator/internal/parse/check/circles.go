package check

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/parse/report"
)

// checkCircles reports schemas that apply themselves to the same value without end. Core 9.4.1 forbids it.
func (c *checker) checkCircles() {
	n := len(c.Document.Schemas)
	search := circles{Reporter: c.Reporter, state: make([]uint8, n), height: make([]int, n)}
	for _, s := range c.Document.Schemas {
		search.visit(s)
	}
	for _, ref := range search.cut {
		ref.Target = nil // so that no later stage runs in circles
	}
}

// A circles search follows schemas that apply to the same value.
type circles struct {
	*report.Reporter
	state  []uint8 // by ID: 0 new, 1 on the way, 2 done
	height []int   // by ID: how many references one behind the other apply schemas to the same value
	refs   []*api.Ref
	cut    []*api.Ref
}

// maxHeight is far beyond what documents have. The type of a schema is made of all schemas on such a way.
const maxHeight = 100

func (c *circles) visit(s *api.Schema) {
	if c.state[s.ID] == 2 {
		return
	}
	c.state[s.ID] = 1
	if s.Ref != nil && !s.Ref.Dynamic && s.Ref.Target != nil {
		c.refs = append(c.refs, s.Ref)
		c.step(s, s.Ref.Target)
		c.refs = c.refs[:len(c.refs)-1]
		c.follow(s)
	}
	if k := s.Compose; k != nil {
		for _, list := range [...][]*api.Schema{k.AllOf, k.AnyOf, k.OneOf, {k.Not, k.If, k.Then, k.Else}} {
			for _, child := range list {
				c.step(s, child)
			}
		}
	}
	c.state[s.ID] = 2
}

// step goes to a schema that applies to the same value. The last reference on the way is part of the circle: without one,
// schemas form a tree.
func (c *circles) step(from, s *api.Schema) {
	if s == nil {
		return
	}
	if c.state[s.ID] != 1 {
		c.visit(s)
		c.height[from.ID] = max(c.height[from.ID], c.height[s.ID])
		return
	}
	last := c.refs[len(c.refs)-1]
	c.Fail(last.Pos, diag.RuleRef, "the reference %q leads in a circle: the schema applies itself to the same value without end", last.Text).
		Related = []diag.Related{{Pos: s.Pos, Message: "the circle begins here"}}
	c.cut = append(c.cut, last)
}

// follow counts the reference of s, which has been visited, and cuts it if it is one too many.
func (c *circles) follow(s *api.Schema) {
	c.height[s.ID]++
	if c.height[s.ID] > maxHeight {
		c.Fail(s.Ref.Pos, diag.RuleTooLarge, "the reference %q leads through more than %d others that apply to the same value", s.Ref.Text, maxHeight)
		c.cut = append(c.cut, s.Ref)
		c.height[s.ID] = 0
	}
}
