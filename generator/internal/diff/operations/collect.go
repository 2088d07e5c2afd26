package operations

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// An edit is a change as one operation sees it.
type edit struct {
	rule     string
	subject  string // for one operation: listOrders, query limit
	shared   string // for several, "" if that is the same: limit, in the query
	sentence string
	old, new change.Side
	verdict  change.Verdict
	why      string // it is compatible or unknown
	facts    change.Facts
	docs     bool // it changes no message: Change.Wire stays empty
	message  func() *Message

	reached []*pair
	effects []change.Effect
}

// A relation says what an edit does to the set of messages that are allowed.
type relation int

const (
	same relation = iota
	wider
	narrower
	other
	byRule // nobody breaks, though the sets may differ: what is undeclared is ignored
)

// verdict judges a relation: what was allowed must stay allowed in a request, what was not must stay so in a response.
func (r relation) verdict(d change.Direction) change.Verdict {
	switch {
	case r == same:
		return change.Equal
	case r == other, r == narrower && d == change.Request, r == wider && d == change.Response:
		return change.Breaking
	}
	return change.Compatible
}

// judge gives an edit the verdict of a relation. The message shows it where it breaks.
func (e *edit) judge(r relation, d change.Direction, message func() *Message) {
	e.verdict, e.message = r.verdict(d), message
}

func present(pos diag.Pos, value string) change.Side {
	return change.Side{Value: value, Present: true, Pos: pos}
}

func absent(holder diag.Pos) change.Side { return change.Side{Pos: holder} }

func presentIf(ok bool, pos diag.Pos, value string) change.Side {
	return change.Side{Value: value, Present: ok, Pos: pos}
}

// key is the place of a member of an object. The line and column are those of the object, until somebody looks at the text.
func key(pos diag.Pos, names ...string) diag.Pos {
	for _, name := range names {
		pos.Path = pos.Path.Child(name)
	}
	return pos
}

// identity tells the edits of a document apart, whatever operation they were found from.
func (e *edit) identity() string {
	parts := []string{e.rule, "", ""}
	for i, s := range []change.Side{e.old, e.new} {
		if s.Present {
			parts[i+1] = s.Pos.Key()
		}
	}
	return strings.Join(parts, "\n")
}

// add adds an edit, or the operation to the edit that is known already.
func (c *comparer) add(p *pair, dir change.Direction, e edit) {
	id := e.identity()
	at, known := c.found[id]
	if !known {
		at = len(c.edits)
		c.found[id] = at
		c.edits = append(c.edits, &e)
	}
	first := c.edits[at]
	if p == nil {
		return
	}
	if !slices.Contains(first.reached, p) {
		first.reached = append(first.reached, p)
	}
	if e.docs {
		return
	}
	first.reach(p.name, dir, e.verdict)
	if worse(first.verdict, e.verdict) != first.verdict {
		first.message, first.verdict, first.why = e.message, e.verdict, e.why
	}
}

func (e *edit) reach(operation string, dir change.Direction, v change.Verdict) {
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

// finish turns edits into changes.
func (c *comparer) finish() {
	for _, e := range c.edits {
		f := Change{Change: change.Change{
			Rule: e.rule, Subject: e.subject, Sentence: e.sentence, Old: e.old, New: e.new, Wire: e.effects, Facts: e.facts, Class: e.class(),
		}}
		if e.shared != "" && e.isShared() {
			f.Subject = e.shared
		}
		f.Pointer = c.new.pointers.Of(e.new.Pos)
		if !e.new.Present && e.old.Present {
			f.Pointer = c.old.pointers.Of(e.old.Pos)
		}
		slices.SortFunc(f.Wire, func(a, b change.Effect) int { return strings.Compare(string(a.Direction), string(b.Direction)) })
		if f.Class != change.Wire {
			f.Advice.Why = e.why
		} else if c.sample != nil && e.message != nil {
			f.Message = e.message()
		}
		c.result.Changes = append(c.result.Changes, f)
	}
}

// isShared reports whether an edit is no matter of one operation alone: it reaches several, or stands at the path or at the document.
func (e *edit) isShared() bool {
	if len(e.reached) != 1 {
		return true
	}
	some, at := e.reached[0].some(), e.new
	if !e.new.Present && e.reached[0].old != nil {
		some, at = e.reached[0].old, e.old
	}
	path := at.Pos.Path
	own := isBelow(path, some.api.Pos.Path)
	ofItem, ofDocument := isBelow(path, some.item.Pos.Path), path != nil && path.Parent == nil
	return !own && (ofItem || ofDocument)
}

func isBelow(path, above *diag.Path) bool {
	return strings.HasPrefix(path.Pointer()+"/", above.Pointer()+"/")
}

// class is what the wire tells of it.
func (e *edit) class() change.Class {
	worst := change.Equal
	for _, f := range e.effects {
		worst = worse(worst, f.Verdict)
	}
	switch {
	case e.docs:
		return change.Docs
	case worst == change.Breaking:
		return change.Wire
	case worst == change.Unknown:
		return change.Unproved
	}
	return change.Harmless
}
