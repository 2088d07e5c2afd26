package view

import (
	"fmt"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
)

// ManyOperations is how many operations of a change are shown without folding; where nothing can be folded, some are named.
const (
	ManyOperations = 20
	someOperations = 5
)

// A Reach is which operations a change reaches.
type Reach struct {
	All            []string // each once
	Sent, Received []string
}

// ReachOf returns the operations of a change.
func ReachOf(c change.Change) Reach {
	r := Reach{All: c.Operations()}
	for _, e := range c.Wire {
		if e.Direction == change.Response {
			r.Received = append(r.Received, e.Operations...)
		} else {
			r.Sent = append(r.Sent, e.Operations...)
		}
	}
	return r
}

// Short returns the name of a single operation, or how many there are.
func (r Reach) Short() string {
	switch len(r.All) {
	case 0:
		return "no operation"
	case 1:
		return r.All[0]
	}
	return fmt.Sprintf("%d operations", len(r.All))
}

// Single says how the only operation uses the place: "sent by listOrders"; "" if there is not exactly one.
func (r Reach) Single() string {
	if len(r.All) != 1 {
		return ""
	}
	var ways []string
	if len(r.Sent) > 0 {
		ways = append(ways, "sent by")
	}
	if len(r.Received) > 0 {
		ways = append(ways, "received from")
	}
	return strings.Join(ways, " and ")
}

// Uses lists the operations of both directions: sent by a, b; received from c. Above most in one direction, the others are a number.
func (r Reach) Uses(most int) string {
	var parts []string
	for _, use := range []struct {
		words string
		names []string
	}{{"sent by ", r.Sent}, {"received from ", r.Received}} {
		if len(use.names) == 0 {
			continue
		}
		text := strings.Join(use.names[:min(most, len(use.names))], ", ")
		if more := len(use.names) - most; more > 0 {
			text += fmt.Sprintf(" and %d more", more)
		}
		parts = append(parts, use.words+text)
	}
	return strings.Join(parts, "; ")
}

// Requests are the operations of a report by name.
type Requests map[string]report.Operation

// RequestsOf returns the operations that changes of a report reach.
func RequestsOf(r *report.Report) Requests {
	x := Requests{}
	for _, o := range r.Operations {
		x[o.Name] = o
	}
	return x
}

// Of returns method and path of an operation, "" if they are not known or are its name.
func (x Requests) Of(name string) string {
	o, ok := x[name]
	if !ok || o.Path == "" {
		return ""
	}
	if text := o.Method + " " + o.Path; text != name {
		return text
	}
	return ""
}

// Brief returns Of with a long path abbreviated.
func (x Requests) Brief(name string) string {
	if x.Of(name) == "" {
		return ""
	}
	return x[name].Method + " " + Abbreviated(x[name].Path)
}

// longPath is the length up to which paths are shown in full.
const longPath = 40

// Abbreviated returns a path, or its last segment behind an ellipsis if it is long.
func Abbreviated(path string) string {
	if len(path) <= longPath {
		return path
	}
	start := strings.LastIndex(strings.TrimRight(path, "/"), "/")
	if start <= 0 {
		return path
	}
	return "…" + path[start:]
}

// Where says in one line where a change is used: "sent by listOrders (GET /orders)".
func Where(c change.Change, requests Requests) string {
	r := ReachOf(c)
	switch len(r.All) {
	case 0:
		return ""
	case 1:
		text := r.Single() + " " + r.All[0]
		if request := requests.Brief(r.All[0]); request != "" {
			text += " (" + request + ")"
		}
		return text
	}
	most := ManyOperations
	if len(r.All) > ManyOperations {
		most = someOperations
	}
	return r.Short() + ": " + r.Uses(most)
}

// Wire says what the change means for each direction; proof is put behind the direction that the witness is of.
func Wire(c change.Change, proof string) string {
	var parts []string
	for _, e := range c.Wire {
		text := string(e.Direction) + " " + string(e.Verdict)
		if proof != "" && e.Verdict == change.Breaking && (c.Witness.Direction == "" || c.Witness.Direction == e.Direction) {
			text, proof = text+" ("+proof+")", ""
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, ", ")
}
