package operations

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
	"github.com/oas2go/oas2go/generator/internal/diff/texts"
)

// responses compares each status that a document names with the entry that it goes by in the other.
func (c *comparer) responses(p *effective.Pair) {
	oldList, newList := p.Old.API.Responses, p.New.API.Responses
	for i := range newList {
		n := &newList[i]
		if n.Use.Value == nil {
			continue
		}
		switch o := effective.EntryFor(oldList, n.Status); {
		case o == nil:
			c.responseAdded(p, n)
		case o.Status == n.Status:
			c.response(p, n.Status, o, n)
		default:
			c.list.Add(p, p.Responses(), edits.Edit{Rule: "response-added", Subject: p.Name + ", " + texts.Status(n.Status),
				Shared: sharedResponse(n), Sentence: "added; " + texts.Status(o.Status) + " covered it",
				Old: edits.Absent(o.Pos), New: edits.Present(n.Use.Value.Pos, texts.Status(n.Status)), Verdict: change.Equal,
				Facts: change.Facts{Name: texts.Status(n.Status)}})
			c.response(p, n.Status, o, n)
		}
	}
	for i := range oldList {
		o := &oldList[i]
		if o.Use.Value == nil {
			continue
		}
		switch n := effective.EntryFor(newList, o.Status); {
		case n == nil:
			c.responseRemoved(p, o)
		case n.Status != o.Status:
			c.list.Add(p, p.Responses(), edits.Edit{Rule: "response-removed", Subject: p.Name + ", " + texts.Status(o.Status),
				Shared: sharedResponse(o), Sentence: "removed; " + texts.Status(n.Status) + " covers it",
				Old: edits.Present(o.Use.Value.Pos, texts.Status(o.Status)), New: edits.Absent(n.Pos), Verdict: change.Equal,
				Facts: change.Facts{Name: texts.Status(o.Status)}})
			c.response(p, o.Status, o, n)
		}
	}
}

// sharedResponse names a response that several operations have.
func sharedResponse(r *api.ResponseEntry) string {
	if r.Use.Ref != nil && r.Use.Ref.Component != "" {
		return "response " + r.Use.Ref.Component
	}
	return ""
}

// anyError says why a status of errors breaks nobody. OAS, Responses Object: a document need not list all codes, but the successful ones
// and known errors; RFC 9110, section 15: who does not know a code treats it as the first of its class.
const anyError = "A document need not list every error, so a response with a status of errors is always possible."

func (c *comparer) responseAdded(p *effective.Pair, n *api.ResponseEntry) {
	e := edits.Edit{Rule: "response-added", Subject: p.Name + ", " + texts.Status(n.Status), Shared: sharedResponse(n),
		Sentence: "added" + withBody(n.Use.Value), Old: absent(len(p.Old.API.Responses) > 0, p.Old.API.Pos, "responses"),
		New: edits.Present(n.Use.Value.Pos, texts.Status(n.Status)), Facts: change.Facts{Name: texts.Status(n.Status)}}
	r := edits.Wider
	if effective.IsError(n.Status) || len(p.Old.API.Responses) == 0 {
		r, e.Why = edits.ByRule, anyError
	}
	e.Judge(r, p.Responses(), func() *messages.Message { return c.write.Reply(p, n.Status, messages.Reply{}) })
	c.list.Add(p, p.Responses(), e)
}

func (c *comparer) responseRemoved(p *effective.Pair, o *api.ResponseEntry) {
	e := edits.Edit{Rule: "response-removed", Subject: p.Name + ", " + texts.Status(o.Status), Shared: sharedResponse(o),
		Sentence: "removed" + withBody(o.Use.Value), Old: edits.Present(o.Use.Value.Pos, texts.Status(o.Status)),
		New: absent(len(p.New.API.Responses) > 0, p.New.API.Pos, "responses"), Facts: change.Facts{Name: texts.Status(o.Status)}}
	r := edits.Narrower
	if effective.IsError(o.Status) || len(p.New.API.Responses) == 0 {
		r, e.Why = edits.ByRule, anyError
	}
	if !p.Incoming() && e.Why == "" {
		e.Why = "The response no longer comes; whatever comes instead is judged where it is new."
	}
	e.Judge(r, p.Responses(), func() *messages.Message { return c.write.Reply(p, o.Status, messages.Reply{}) })
	c.list.Add(p, p.Responses(), e)
}

func withBody(r *api.Response) string {
	if len(r.Content) == 0 {
		return ""
	}
	return ", with " + strings.Join(effective.MediaNames(effective.MediaOf(r.Content)), ", ")
}

// response compares what two entries say of responses of a status.
func (c *comparer) response(p *effective.Pair, status api.Status, oldEntry, newEntry *api.ResponseEntry) {
	o, n := oldEntry.Use.Value, newEntry.Use.Value
	exact := oldEntry.Status == newEntry.Status
	subject, shared := p.Name+", "+texts.Status(status), sharedResponse(newEntry)
	c.contents(contentPair{pair: p, dir: p.Responses(), kind: Body, status: texts.Status(status), subject: subject + " response",
		shared: shared, exact: exact,
		of: "the response", old: effective.MediaOf(o.Content), new: effective.MediaOf(n.Content), oldPos: o.Pos, newPos: n.Pos,
		write: func(media, body string) *messages.Message {
			return c.write.Reply(p, status, messages.Reply{Media: media, Body: body})
		},
		hasStatusMessage: func() *messages.Message { return c.write.Reply(p, status, messages.Reply{NoBody: true}) }})
	c.headers(headerPair{pair: p, dir: p.Responses(), kind: Header, status: texts.Status(status), subject: subject,
		shared: shared, exact: exact,
		old: effective.HeadersOf(o.Headers), new: effective.HeadersOf(n.Headers), oldPos: o.Pos, newPos: n.Pos,
		write: func(name string, value *string) *messages.Message {
			return c.write.Reply(p, status, messages.Reply{Omit: name, Set: value})
		}})
	if exact {
		c.texts(p, subject, shared, []text{{"summary", o.Summary, n.Summary}, {"description", descriptionOf(oldEntry),
			descriptionOf(newEntry)}}, o.Pos, n.Pos)
		c.links(p, subject, shared, o, n)
		c.extensions(p, subject, shared, o.Extensions, n.Extensions, o.Pos, n.Pos)
	}
}

// descriptionOf is the description of a response, or that of the reference to it (3.1).
func descriptionOf(r *api.ResponseEntry) string {
	if r.Use.Ref != nil && r.Use.Ref.Description != "" {
		return r.Use.Ref.Description
	}
	return r.Use.Value.Description
}
