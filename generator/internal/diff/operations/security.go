package operations

import (
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
)

// securitySide is where the security of an operation stands, or where it would.
func securitySide(o *effective.Operation, incoming bool, value string) change.Side {
	if s := o.Required(incoming); s != nil {
		return edits.Present(s.Pos, value)
	}
	return edits.Absent(o.API.Pos)
}

func (c *comparer) security(p *effective.Pair) {
	o, n := c.schemes.Requirements(p.Old, p.Incoming()), c.schemes.Requirements(p.New, p.Incoming())
	refused, granted := effective.Uncovered(o, n), effective.Uncovered(n, o)
	c.schemeUses(p, o, n)
	if refused == nil && granted == nil {
		return
	}
	before, after := effective.Alternatives(o), effective.Alternatives(n)
	e := edits.Edit{Rule: "security-changed", Subject: p.Name + ", security", Shared: "security",
		Sentence: before + " → " + after, Old: securitySide(p.Old, p.Incoming(), before),
		New: securitySide(p.New, p.Incoming(), after), Facts: change.Facts{Old: before, New: after}}
	r, lacking := edits.Other, refused
	switch {
	case granted == nil:
		r, e.Rule = edits.Narrower, "security-tightened"
	case refused == nil:
		r, e.Rule = edits.Wider, "security-loosened"
	}
	if p.Direction == change.Response {
		lacking = granted
	}
	e.Judge(r, p.Direction, func() *messages.Message { return c.write.Request(p, messages.Draft{Credentials: lacking}) })
	c.list.Add(p, p.Direction, e)
}
