package machine

import (
	"encoding/json"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view"
)

// jsonChange has the number 0 and no place in the counts if the configuration approves it.
type jsonChange struct {
	N           int          `json:"n,omitzero"`
	Fingerprint string       `json:"fingerprint"`
	Rule        string       `json:"rule"`
	Class       change.Class `json:"class"`
	Subject     string       `json:"subject"`
	Message     string       `json:"message"`
	Pointer     string       `json:"pointer"`
	Old         jsonSide     `json:"old"`
	New         jsonSide     `json:"new"`
	Wire        []jsonEffect `json:"wire"`
	Go          jsonGo       `json:"goEffect"`
	Alike       []string     `json:"alike,omitempty"`
	Witness     *jsonWitness `json:"witness,omitempty"`
	Who         *string      `json:"who,omitempty"`
	Callers     *string      `json:"callers,omitempty"`
	Why         string       `json:"why,omitempty"`
	Author      *string      `json:"author,omitempty"`
	Approval    jsonApproval `json:"approval,omitzero"`
}

// jsonApproval is why an ignored change is ignored.
type jsonApproval struct {
	Reason  string `json:"reason"`
	Expires string `json:"expires,omitempty"`
}

type jsonSide struct {
	Value *string   `json:"value"`
	At    jsonPlace `json:"at"`
}

type jsonPlace struct {
	File    string `json:"file"`
	Line    uint32 `json:"line"`
	Column  uint32 `json:"column"`
	Present bool   `json:"present"`
}

type jsonEffect struct {
	Direction  change.Direction `json:"direction"`
	Verdict    change.Verdict   `json:"verdict"`
	Operations []string         `json:"operations"`
}

type jsonGo struct {
	StopsCompiling   bool       `json:"stopsCompiling"`
	FailsWhenRunning bool       `json:"failsWhenRunning"`
	Measured         bool       `json:"measured,omitempty"`
	Error            *string    `json:"error"`
	Names            []jsonName `json:"names"`
}

type jsonName struct {
	Kind change.NameKind `json:"kind"`
	Name string          `json:"name"`
	Old  string          `json:"old,omitempty"`
	New  string          `json:"new,omitempty"`
	Note string          `json:"note,omitempty"`
}

type jsonWitness struct {
	Kind       string           `json:"kind"`
	Direction  change.Direction `json:"direction,omitempty"`
	Operation  string           `json:"operation,omitempty"`
	Status     string           `json:"status,omitempty"`
	Value      json.RawMessage  `json:"value,omitempty"`
	Text       string           `json:"text,omitempty"`
	At         string           `json:"at,omitempty"`
	Error      string           `json:"error,omitempty"`
	OldAccepts bool             `json:"oldAccepts"`
	NewAccepts bool             `json:"newAccepts"`
	Verified   bool             `json:"verified"`
}

func newJSONChange(c change.Change, r *report.Report) jsonChange {
	out := jsonChange{
		N: c.N, Fingerprint: c.Fingerprint, Rule: c.Rule, Class: c.Class, Subject: c.Subject, Message: c.Message(), Pointer: c.Pointer,
		Old:  jsonSide{optional(c.Old.Value), place(c.Old, r.Old.File)},
		New:  jsonSide{optional(c.New.Value), place(c.New, r.New.File)},
		Wire: make([]jsonEffect, 0, len(c.Wire)),
		Go: jsonGo{
			StopsCompiling: c.Go.StopsCompiling, FailsWhenRunning: c.Go.FailsWhenRunning, Measured: c.Go.Measured,
			Error: optional(c.Go.Error), Names: make([]jsonName, 0, len(c.Go.Names)),
		},
		Approval: jsonApproval(c.Approval), Alike: c.Alike, Witness: newJSONWitness(c.Witness), Why: c.Advice.Why,
		Who: optional(c.Advice.Who), Callers: optional(c.Advice.Callers), Author: optional(c.Advice.Author),
	}
	for _, e := range c.Wire {
		out.Wire = append(out.Wire, jsonEffect{e.Direction, e.Verdict, append([]string{}, e.Operations...)})
	}
	for _, n := range c.Go.Names {
		out.Go.Names = append(out.Go.Names, jsonName(n))
	}
	if view.Loud(c.Class) { // the three are always there where somebody has to act
		out.Who, out.Callers, out.Author = &c.Advice.Who, &c.Advice.Callers, &c.Advice.Author
	}
	return out
}

func newJSONWitness(w *change.Witness) *jsonWitness {
	if w == nil {
		return nil
	}
	out := &jsonWitness{
		Kind: "body", Direction: w.Direction, Operation: w.Operation, Status: w.Status, Text: w.Text, At: w.At, Error: w.Error,
		OldAccepts: w.OldAccepts, NewAccepts: w.NewAccepts, Verified: true,
	}
	switch {
	case w.Text != "":
		out.Kind = "message"
	case json.Valid([]byte(w.Body)):
		out.Value = json.RawMessage(w.Body)
	default:
		out.Text = w.Body // a body that is no JSON
	}
	return out
}

// optional returns a value, nil for "".
func optional(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
