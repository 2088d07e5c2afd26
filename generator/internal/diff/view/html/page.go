package html

import (
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view"
)

// A page is what the template prints.
type page struct {
	*report.Report
	Word       string // Breaking
	Tone       change.Class
	Chips      []report.Phrase
	Loud       []item
	Groups     []group
	Operations []operation
}

// A group is a class with its changes. Those that nobody has to act on are folded.
type group struct {
	view.Group
	Class  string // of the elements
	Folded bool
	Filter bool // it has a checkbox
	Items  []item
}

// An item is a change.
type item struct {
	change.Change
	Class      string // of the element
	Words      view.Words
	Also       string
	Operations string // indexes of its operations in the page, for the filter
	Reach      view.Reach
	Request    string // of the only operation
	Panes      []pane
	Trail      string // where the place is in the document
}

// An operation is a row of the index.
type operation struct {
	report.Operation
	Request string
	Links   []item
}

func newPage(r *report.Report) page {
	p := page{Report: r, Word: title(r.Word()), Tone: tone(r), Chips: r.Counts.Phrases()}
	maker := maker{lines: diag.Lines{}, requests: view.RequestsOf(r), index: map[string]int{}}
	for i, o := range r.Operations {
		maker.index[o.Name] = i
	}
	var all []item
	for _, g := range view.Groups(r) {
		out := group{Group: g, Class: string(g.Class), Folded: !view.Loud(g.Class) || g.Class == "", Filter: g.Class != ""}
		if g.Class == "" {
			out.Class = "ignored"
		}
		for _, c := range g.Changes {
			x := maker.item(c)
			out.Items = append(out.Items, x)
			if c.N > 0 {
				all = append(all, x)
			}
		}
		p.Groups = append(p.Groups, out)
		if !out.Folded {
			p.Loud = append(p.Loud, out.Items...)
		}
	}
	for _, o := range r.Operations {
		row := operation{Operation: o, Request: maker.requests.Of(o.Name)}
		for _, n := range o.Changes {
			row.Links = append(row.Links, item{Change: all[n-1].Change, Words: all[n-1].Words})
		}
		p.Operations = append(p.Operations, row)
	}
	return p
}

// title returns a word of the verdict line as it begins a title.
func title(word string) string { return strings.ToUpper(word[:1]) + strings.ToLower(word[1:]) }

// tone is the class whose colour the head of the page has.
func tone(r *report.Report) change.Class {
	switch r.Word() {
	case report.WordBreaking:
		return change.Running
	case report.WordUnknown:
		return change.Unproved
	case report.WordCompatible, report.WordEqual:
		return change.Harmless
	}
	return change.Docs
}

// A maker makes items.
type maker struct {
	lines    diag.Lines
	requests view.Requests
	index    map[string]int
}

func (m maker) item(c change.Change) item {
	x := item{
		Change: c, Class: string(c.Class), Words: view.WordsOf(c.Class), Also: view.Also(c), Reach: view.ReachOf(c),
		Panes: panes(c, m.lines), Trail: trail(c.Pointer),
	}
	var indexes []string
	for _, name := range x.Reach.All {
		if i, ok := m.index[name]; ok {
			indexes = append(indexes, strconv.Itoa(i))
		}
	}
	x.Operations = strings.Join(indexes, " ")
	if len(x.Reach.All) == 1 {
		x.Request = m.requests.Of(x.Reach.All[0])
	}
	return x
}

var unescaper = strings.NewReplacer("~1", "/", "~0", "~")

// trail returns a pointer for reading: schemas › Order › properties › note.
func trail(pointer string) string {
	pointer = strings.TrimPrefix(pointer, "/components")
	tokens := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	for i := range tokens {
		tokens[i] = unescaper.Replace(tokens[i])
	}
	return strings.Join(tokens, " › ")
}

// Many reports whether the list of operations is folded.
func (x item) Many() bool { return len(x.Reach.All) > view.ManyOperations }

// Proof returns the message or body that proves the change, without its end if it is very long.
func (x item) Proof() string {
	const most = 4000
	if x.Witness == nil {
		return ""
	}
	lines := strings.Split(view.Clip(view.Proof(x.Witness), most), "\n")
	for i := range lines {
		lines[i] = visible(lines[i])
	}
	return strings.Join(lines, "\n")
}

// GoError returns the error of generated code for the proof.
func (x item) GoError() string {
	text, _ := view.GoError(x.Go)
	return text
}

// More is what is worth knowing of a change that nobody has to act on: why the configuration ignores it, if it does.
func (x item) More() []string {
	if text := view.Approval(x.Change); text != "" {
		return []string{text}
	}
	return view.Advice(x.Change)
}

// Claim says what the proof shows.
func (x item) Claim() string { return view.Claim(x.Witness) }

// WhyTitle is the title above the reason.
func (x item) WhyTitle() string {
	if x.Change.Class == change.Unproved {
		return "Why it is not proved"
	}
	return "Why it is compatible on the wire"
}

// A nameLine is what happened to a Go name.
type nameLine struct {
	Pieces []view.Piece
	Note   string
}

// Names tells what happened to Go names.
func (x item) Names() (list []nameLine) {
	for _, n := range x.Go.Names {
		pieces, note := view.NameLine(n)
		list = append(list, nameLine{pieces, note})
	}
	return list
}

// A pair is a label and what belongs to it.
type pair struct{ Label, Text string }

// Shared returns what two members have in common.
func (x item) Shared() (list []pair) {
	for _, line := range x.Alike {
		label, text, _ := strings.Cut(line, ": ")
		list = append(list, pair{label, text})
	}
	return list
}
