package operations

import (
	"cmp"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
	"github.com/oas2go/oas2go/generator/internal/diff/texts"
)

// lone reports an operation that one document has alone.
func (c *comparer) lone(p *effective.Pair) {
	some, e := p.Some(), edits.Edit{Subject: p.Name}
	if e.Sentence = some.API.Method + " " + texts.ShortPath(some.Path); p.Where == effective.InWebhooks {
		e.Sentence = some.API.Method
	}
	if p.New != nil {
		e.Rule, e.Sentence = p.Where+"-added", "added: "+e.Sentence
		e.Old, e.New = edits.Absent(c.old.Holder(p)), edits.Present(some.API.Pos, "")
		e.Verdict = change.Compatible
		if p.Incoming() {
			e.Why = "A receiver gets messages only of what it has asked for."
		}
	} else {
		e.Rule, e.Sentence = p.Where+"-removed", "removed: "+e.Sentence+c.farewell(p)
		e.Old, e.New = edits.Present(some.API.Pos, ""), edits.Absent(c.new.Holder(p))
		c.removed(p, &e)
	}
	c.list.Add(p, p.Direction, e)
}

// movedOperation is for an operation that has another path or method. What else changed in it is compared as ever.
func (c *comparer) movedOperation(p *effective.Pair) {
	from, to := p.Old.API.Method+" "+texts.ShortPath(p.Old.Path), p.New.API.Method+" "+texts.ShortPath(p.New.Path)
	e := edits.Edit{
		Rule: "operation-moved", Subject: p.Name, Sentence: from + " → " + to, Old: edits.Present(p.Old.API.Pos, from),
		New: edits.Present(p.New.API.Pos, to), Facts: change.Facts{Name: p.Name, Old: from, New: to},
	}
	c.removed(p, &e)
	c.list.Add(p, p.Direction, e)
}

// removed judges an operation that is gone. A template that takes its requests makes it hard to say.
func (c *comparer) removed(p *effective.Pair, e *edits.Edit) {
	e.Verdict = change.Breaking
	if p.Incoming() {
		return // no message shows it: receivers wait in vain
	}
	e.Message = func() *messages.Message { return c.write.Request(p, messages.Draft{}) }
	for _, n := range c.new.Calls {
		if n.API.Method == p.Old.API.Method && effective.Covers(n.Path, p.Old.Path) {
			e.Verdict, e.Why = change.Unknown, "Its requests go to "+n.API.Method+" "+n.Path+" now."
			return
		}
	}
}

// farewell says what else is known about an operation that is gone.
func (c *comparer) farewell(p *effective.Pair) string {
	text := ""
	if p.Old.API.Deprecated {
		text += "; it was deprecated"
		if sunset := sunsetOf(p.Old.API.Extensions); sunset != "" {
			text += ", with its sunset on " + sunset
		}
	}
	return text
}

// names compares what operations are called.
func (c *comparer) names(p *effective.Pair) {
	o, n := p.Old.API, p.New.API
	if o.OperationID == n.OperationID {
		return
	}
	e := edits.Edit{Rule: "operation-renamed", Subject: cmp.Or(o.OperationID, p.Name), Verdict: change.Equal,
		Old: memberIf(o.OperationID != "", o.Pos, "operationId", o.OperationID),
		New: memberIf(n.OperationID != "", n.Pos, "operationId", n.OperationID)}
	switch {
	case o.OperationID == "":
		e.Sentence = "operationId none → " + n.OperationID
	case n.OperationID == "":
		e.Sentence = "operationId " + o.OperationID + " → none"
	default:
		e.Sentence = "is now called " + n.OperationID + ", same method and path"
	}
	c.list.Add(p, p.Direction, e)
}
