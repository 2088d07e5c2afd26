// Package change is what a comparison of two documents found, as data: each change of the document once, with its rule, both
// positions, the verdict for each direction with its proof, and what it does to Go code. The packages that compare make it, the
// reports print it. It has no behaviour beyond small helpers.
package change

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
)

// A Change is one edit of the document at one place, however many operations it reaches.
type Change struct {
	N           int    // its number in all views, from 1; 0 before they are given
	Rule        string // the id of the rule: maximum-lowered
	Class       Class
	Level       Level
	Subject     string // what changed: Order.status, or listOrders, query limit
	Sentence    string // what happened to it: maximum 100 → 50. An arrow is always →
	Pointer     string // a JSON pointer with the names of parameters for their indexes; in the new document, unless it is gone
	Fingerprint string // 12 hex digits of rule, pointer and both canonical sides
	Old, New    Side
	Wire        []Effect // one entry per direction that the place is used in
	Go          GoEffect
	Witness     *Witness // of the first direction that is breaking; nil if none is
	Advice      Advice
	Alike       []string // lines: what two members have in common, if one replaced the other
	Facts       Facts
	See         []string // fingerprints of changes that belong to it; their numbers are added to Sentence once they are given
	Approval    Approval // of an ignored change
}

// An Approval is why the configuration ignores a change.
type Approval struct {
	Reason  string
	Expires string // the last day that it holds: 2027-01-31; "" for ever
}

// A Side is what a document has at the place of a change.
type Side struct {
	Value   string   // as sentences show it, "" if there is nothing
	Present bool     // the side has something there
	Pos     diag.Pos // of it, or of the object that would hold it
}

// An Effect is what a change means for the messages of one direction.
type Effect struct {
	Direction  Direction
	Verdict    Verdict
	Operations []string // the names of all operations that it reaches, in the order of the new document
}

// A Direction is the way that a message goes, as the caller of an operation sees it. What a webhook or a callback sends is a
// Response: the user receives it.
type Direction string

// The directions.
const (
	Request  Direction = "request"
	Response Direction = "response"
)

// A Verdict says whether messages go on working.
type Verdict string

// The verdicts, mildest first.
const (
	Equal      Verdict = "equal"      // proved: the same messages are allowed
	Compatible Verdict = "compatible" // proved, or compatible by a rule that Advice.Why names
	Unknown    Verdict = "unknown"    // a rule says that it may break, nothing is proved
	Breaking   Verdict = "breaking"   // with a verified witness
)

// A Class is when a change is noticed: the first that fits.
type Class string

// The classes, in the order of reports.
const (
	Running   Class = "running"    // code that compiles with the new package fails
	Compiling Class = "compiling"  // the compiler finds every place
	Wire      Class = "wire"       // the wire breaks, Go with default options goes on
	Unproved  Class = "unknown"    // a rule says so, no verified witness
	Harmless  Class = "compatible" // a meaning changed, nobody breaks
	Docs      Class = "docs"       // no value and no Go name differs
)

// Classes returns all classes in the order of reports.
func Classes() []Class {
	return []Class{Running, Compiling, Wire, Unproved, Harmless, Docs}
}

// A Level is what the configuration says about the rule of a change. It decides whether the change fails the run, and nothing else.
type Level string

// The levels.
const (
	ByClass  Level = ""        // the configuration says nothing
	AsError  Level = "error"   // fails the run, whatever the class
	AsWarn   Level = "warning" // does not fail the run
	AsInform Level = "info"    // does not fail the run, and has no annotation
)

// A GoEffect is what a change does to Go code that uses the package.
type GoEffect struct {
	StopsCompiling   bool
	FailsWhenRunning bool
	Measured         bool   // the generated package was really given the witness; otherwise this is predicted
	Error            string // that generated code gives for the witness, "" for none
	Names            []Name
}

// A Name is a name of the package that a change touches.
type Name struct {
	Kind NameKind
	Name string // Order.Status
	Old  string // its type or its name before
	New  string // its type or its name now; for one that is new, what it is
	Note string // for one that is gone, what it was; names that go or come with it
}

// A NameKind is what happened to a name.
type NameKind string

// The kinds.
const (
	Gone    NameKind = "gone"
	Added   NameKind = "added"
	Renamed NameKind = "renamed"
	Changed NameKind = "changed" // another type
)

// A Witness is a message, or the body of one, that shows that a change breaks. It is verified: one side allows it, the other
// rejects it at the place of the change.
type Witness struct {
	Direction  Direction
	Body       string // JSON text; "" if the witness is a whole message
	Text       string // a message: start line, headers, empty line, body; "" if the witness is a body
	Operation  string // that it is a message of
	Status     string // of a response
	OldAccepts bool
	NewAccepts bool
	Error      string // of the validator
	At         string // JSON pointer of the value at the place of the change, inside the body
	Value      Value
}

// A Value is what a witness has at the place of an operation that shows the change, for those who write it in another way.
type Value struct {
	JSON  string // "" if the witness is about no value
	In    string // query, path, header or cookie; "" for a body
	Name  string // of a parameter
	Media string // of a body
}

// Advice is what people should know and do. All texts are whole sentences.
type Advice struct {
	Who     string // who is hit
	Why     string // why it is compatible by a rule, or not proved
	Callers string // what callers do
	Author  string // what the author can do to avoid it
}

// Facts are what sentences about a change are made of. What a rule has no use for is empty.
type Facts struct {
	Name   string   // of the member, the parameter or the header
	Type   string   // of the values at the place: string, integer
	Old    string   // the value before: 100
	New    string   // the value now: 50
	Gone   []string // values, members or alternatives that are gone
	Came   []string // those that are new
	Sample string   // a value that breaks: 51
	Base   string   // whose heir came or went
	Schema string   // the component that has the place: CreateOrder
	Open   bool     // compatible by the rule for open objects
}

// Breaks reports whether messages of a direction break.
func (c Change) Breaks() bool {
	return slices.ContainsFunc(c.Wire, func(e Effect) bool { return e.Verdict == Breaking })
}

// Operations returns the names of all operations that c reaches, each once.
func (c Change) Operations() []string {
	var list []string
	seen := map[string]bool{}
	for _, e := range c.Wire {
		for _, name := range e.Operations {
			if !seen[name] {
				seen[name] = true
				list = append(list, name)
			}
		}
	}
	return list
}

// Place returns where to look at c: in the new document, in the old one if it is gone.
func (c Change) Place() Side {
	if c.New.Present || !c.Old.Present {
		return c.New
	}
	return c.Old
}

// Message returns subject and sentence.
func (c Change) Message() string {
	if c.Sentence == "" {
		return c.Subject
	}
	return c.Subject + ": " + c.Sentence
}
