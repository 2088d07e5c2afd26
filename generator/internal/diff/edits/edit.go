package edits

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
)

// An Edit is a change as one operation sees it.
type Edit struct {
	Rule     string
	Subject  string // for one operation: listOrders, query limit
	Shared   string // for several, "" if that is the same: limit, in the query
	Sentence string
	Old, New change.Side
	Verdict  change.Verdict
	Why      string // it is compatible or unknown
	Facts    change.Facts
	Docs     bool // it changes no message: Change.Wire stays empty
	Message  func() *messages.Message

	reached []*effective.Pair
	effects []change.Effect
}

// A Relation says what an edit does to the set of messages that are allowed.
type Relation int

const (
	Same Relation = iota
	Wider
	Narrower
	Other
	ByRule // nobody breaks, though the sets may differ: what is undeclared is ignored
)

// verdict judges a relation: what was allowed must stay allowed in a request, what was not must stay so in a response.
func (r Relation) verdict(d change.Direction) change.Verdict {
	switch {
	case r == Same:
		return change.Equal
	case r == Other, r == Narrower && d == change.Request, r == Wider && d == change.Response:
		return change.Breaking
	}
	return change.Compatible
}

// Judge gives an edit the verdict of a relation. The message shows it where it breaks.
func (e *Edit) Judge(r Relation, d change.Direction, message func() *messages.Message) {
	e.Verdict, e.Message = r.verdict(d), message
}

// Present is a side that has something.
func Present(pos diag.Pos, value string) change.Side {
	return change.Side{Value: value, Present: true, Pos: pos}
}

// Absent is a side that has nothing, in the object that would hold it.
func Absent(holder diag.Pos) change.Side { return change.Side{Pos: holder} }

// PresentIf is Present or Absent.
func PresentIf(ok bool, pos diag.Pos, value string) change.Side {
	return change.Side{Value: value, Present: ok, Pos: pos}
}

// identity tells the edits of a document apart, whatever operation they were found from.
func (e *Edit) identity() string {
	parts := []string{e.Rule, "", ""}
	for i, s := range []change.Side{e.Old, e.New} {
		if s.Present {
			parts[i+1] = s.Pos.Key()
		}
	}
	return strings.Join(parts, "\n")
}

// A List has each edit once.
type List struct {
	Found map[string]int // where it is in edits, by its identity
	edits []*Edit
}

// Add adds an edit, or the operation to the edit that is known already.
func (c *List) Add(p *effective.Pair, dir change.Direction, e Edit) {
	id := e.identity()
	at, known := c.Found[id]
	if !known {
		at = len(c.edits)
		c.Found[id] = at
		c.edits = append(c.edits, &e)
	}
	first := c.edits[at]
	if p == nil {
		return
	}
	if !slices.Contains(first.reached, p) {
		first.reached = append(first.reached, p)
	}
	if e.Docs {
		return
	}
	first.reach(p.Name, dir, e.Verdict)
	if worse(first.Verdict, e.Verdict) != first.Verdict {
		first.Message, first.Verdict, first.Why = e.Message, e.Verdict, e.Why
	}
}

func (e *Edit) reach(operation string, dir change.Direction, v change.Verdict) {
	for i := range e.effects {
		if f := &e.effects[i]; f.Direction == dir {
			f.Verdict = worse(f.Verdict, v)
			if !slices.Contains(f.Operations, operation) {
				f.Operations = append(f.Operations, operation)
			}
			return
		}
	}
	e.effects = append(e.effects, change.Effect{Direction: dir, Verdict: v, Operations: []string{operation}})
}

func worse(a, b change.Verdict) change.Verdict {
	order := []change.Verdict{change.Equal, change.Compatible, change.Unknown, change.Breaking}
	return order[max(slices.Index(order, a), slices.Index(order, b))]
}

// Changes turns edits into changes.
func (c *List) Changes(before, after effective.Pointers) (changes []Change) {
	for _, e := range c.edits {
		f := Change{Change: change.Change{
			Rule: e.Rule, Subject: e.Subject, Sentence: e.Sentence, Old: e.Old, New: e.New, Wire: e.effects, Facts: e.Facts, Class: e.class(),
		}}
		if e.Shared != "" && e.isShared() {
			f.Subject = e.Shared
		}
		f.Pointer = after.Of(e.New.Pos)
		if !e.New.Present && e.Old.Present {
			f.Pointer = before.Of(e.Old.Pos)
		}
		slices.SortFunc(f.Wire, func(a, b change.Effect) int { return strings.Compare(string(a.Direction), string(b.Direction)) })
		if f.Class != change.Wire {
			f.Advice.Why = e.Why
		} else if e.Message != nil {
			f.Message = e.Message()
		}
		changes = append(changes, f)
	}
	return changes
}

// isShared reports whether an edit is no matter of one operation alone: it reaches several, or stands at the path or at the document.
func (e *Edit) isShared() bool {
	if len(e.reached) != 1 {
		return true
	}
	some, at := e.reached[0].Some(), e.New
	if !e.New.Present && e.reached[0].Old != nil {
		some, at = e.reached[0].Old, e.Old
	}
	path := at.Pos.Path
	own := isBelow(path, some.API.Pos.Path)
	ofItem, ofDocument := isBelow(path, some.Item.Pos.Path), path != nil && path.Parent == nil
	return !own && (ofItem || ofDocument)
}

func isBelow(path, above *diag.Path) bool {
	return strings.HasPrefix(path.Pointer()+"/", above.Pointer()+"/")
}

// class is what the wire tells of it.
func (e *Edit) class() change.Class {
	worst := change.Equal
	for _, f := range e.effects {
		worst = worse(worst, f.Verdict)
	}
	switch {
	case e.Docs:
		return change.Docs
	case worst == change.Breaking:
		return change.Wire
	case worst == change.Unknown:
		return change.Unproved
	}
	return change.Harmless
}

// A Change is a change with the message that shows that it breaks. Nobody has verified the message yet, so that Change.Witness is
// nil. Its class knows nothing of Go.
type Change struct {
	change.Change
	Message *messages.Message // nil if there can be none
}
