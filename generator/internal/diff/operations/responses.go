package operations

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// answering returns the entry that an answer of a status goes by: the code, its range, or default. OAS: Responses Object.
func answering(list []api.ResponseEntry, s api.Status) *api.ResponseEntry {
	wanted := []api.Status{s}
	if s >= 100 {
		wanted = append(wanted, s/100)
	}
	for _, want := range append(wanted, api.DefaultStatus) {
		if i := slices.IndexFunc(list, func(r api.ResponseEntry) bool { return r.Status == want && r.Use.Value != nil }); i >= 0 {
			return &list[i]
		}
	}
	return nil
}

// responses compares each status that a document names with the entry that it goes by in the other.
func (c *comparer) responses(p *pair) {
	oldList, newList := p.old.api.Responses, p.new.api.Responses
	for i := range newList {
		n := &newList[i]
		if n.Use.Value == nil {
			continue
		}
		switch o := answering(oldList, n.Status); {
		case o == nil:
			c.responseAdded(p, n)
		case o.Status == n.Status:
			c.response(p, n.Status, o, n)
		default:
			c.add(p, p.answer(), edit{rule: "response-added", subject: p.name + ", " + statusText(n.Status), shared: sharedResponse(n),
				sentence: "added; " + statusText(o.Status) + " covered it", old: absent(o.Pos), new: present(n.Use.Value.Pos, statusText(n.Status)),
				verdict: change.Equal, facts: change.Facts{Name: statusText(n.Status)}})
			c.response(p, n.Status, o, n)
		}
	}
	for i := range oldList {
		o := &oldList[i]
		if o.Use.Value == nil {
			continue
		}
		switch n := answering(newList, o.Status); {
		case n == nil:
			c.responseRemoved(p, o)
		case n.Status != o.Status:
			c.add(p, p.answer(), edit{rule: "response-removed", subject: p.name + ", " + statusText(o.Status), shared: sharedResponse(o),
				sentence: "removed; " + statusText(n.Status) + " covers it", old: present(o.Use.Value.Pos, statusText(o.Status)), new: absent(n.Pos),
				verdict: change.Equal, facts: change.Facts{Name: statusText(o.Status)}})
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

// isError reports whether a status is of errors only. What default stands for is what nobody listed, so it counts as one.
func isError(s api.Status) bool {
	return s == api.DefaultStatus || s >= 400 || s == 4 || s == 5
}

// anyError says why a status of errors breaks nobody. OAS, Responses Object: a document need not list all codes, but the successful ones
// and known errors; RFC 9110, section 15: who does not know a code treats it as the first of its class.
const anyError = "A document need not list every error, so an answer with a status of errors is always possible."

func (c *comparer) responseAdded(p *pair, n *api.ResponseEntry) {
	e := edit{rule: "response-added", subject: p.name + ", " + statusText(n.Status), shared: sharedResponse(n), sentence: "added" + withBody(n.Use.Value),
		old: absent(p.old.api.Pos), new: present(n.Use.Value.Pos, statusText(n.Status)), facts: change.Facts{Name: statusText(n.Status)}}
	r := wider
	if isError(n.Status) || len(p.old.api.Responses) == 0 {
		r, e.why = byRule, anyError
	}
	e.judge(r, p.answer(), func() *Message { return c.reply(p, n.Status, reply{}) })
	c.add(p, p.answer(), e)
}

func (c *comparer) responseRemoved(p *pair, o *api.ResponseEntry) {
	e := edit{rule: "response-removed", subject: p.name + ", " + statusText(o.Status), shared: sharedResponse(o), sentence: "removed" + withBody(o.Use.Value),
		old: present(o.Use.Value.Pos, statusText(o.Status)), new: absent(p.new.api.Pos), facts: change.Facts{Name: statusText(o.Status)}}
	r := narrower
	if isError(o.Status) || len(p.new.api.Responses) == 0 {
		r, e.why = byRule, anyError
	}
	if !p.incoming() && e.why == "" {
		e.why = "The answer no longer comes; whatever comes instead is judged where it is new."
	}
	e.judge(r, p.answer(), func() *Message { return c.reply(p, o.Status, reply{}) })
	c.add(p, p.answer(), e)
}

func withBody(r *api.Response) string {
	if len(r.Content) == 0 {
		return ""
	}
	return ", with " + strings.Join(mediaNames(mediaEntries(r.Content)), ", ")
}

// response compares what two entries say of answers of a status.
func (c *comparer) response(p *pair, status api.Status, oldEntry, newEntry *api.ResponseEntry) {
	o, n := oldEntry.Use.Value, newEntry.Use.Value
	exact := oldEntry.Status == newEntry.Status
	subject, shared := p.name+", "+statusText(status), sharedResponse(newEntry)
	c.contents(contentPair{pair: p, dir: p.answer(), kind: Body, status: statusText(status), subject: subject, shared: shared, exact: exact,
		of: "the response", old: mediaEntries(o.Content), new: mediaEntries(n.Content), oldPos: o.Pos, newPos: n.Pos,
		write:            func(media, body string) *Message { return c.reply(p, status, reply{media: media, body: body}) },
		hasStatusMessage: func() *Message { return c.reply(p, status, reply{noBody: true}) }})
	c.headers(headerPair{pair: p, dir: p.answer(), kind: Header, status: statusText(status), subject: subject, shared: shared, exact: exact,
		old: headerEntries(o.Headers), new: headerEntries(n.Headers), oldPos: o.Pos, newPos: n.Pos,
		write: func(name, value string) *Message { return c.reply(p, status, reply{omit: name, set: value}) }})
	if exact {
		c.texts(p, subject, shared, []text{{"summary", o.Summary, n.Summary}, {"description", descriptionOf(oldEntry), descriptionOf(newEntry)}}, o.Pos, n.Pos)
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
