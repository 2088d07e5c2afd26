package operations

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
	"github.com/oas2go/oas2go/generator/internal/diff/texts"
)

func (c *comparer) body(p *effective.Pair) {
	o, n := effective.BodyOf(p.Old.API), effective.BodyOf(p.New.API)
	e := edits.Edit{Subject: p.Name + ", body", Shared: sharedBody(p)}
	without := func() *messages.Message { return c.write.Request(p, messages.Draft{NoBody: true}) }
	switch {
	case o == nil && n == nil:
		return
	case o == nil:
		e.Rule, e.Sentence, e.Why = "body-added", "added, "+texts.Requiredness(n.Required), whyIgnored(p.Direction)
		e.Old, e.New = edits.Absent(p.Old.API.Pos), edits.Present(n.Pos, texts.Requiredness(n.Required))
		e.Judge(came(n.Required), p.Direction, without)
		c.list.Add(p, p.Direction, e)
		return
	case n == nil:
		e.Rule, e.Sentence, e.Why = "body-removed", "removed (it was "+texts.Requiredness(o.Required)+")", whyIgnored(p.Direction)
		e.Old, e.New = edits.Present(o.Pos, texts.Requiredness(o.Required)), edits.Absent(p.New.API.Pos)
		e.Judge(went(o.Required), p.Direction, without)
		c.list.Add(p, p.Direction, e)
		return
	case o.Required != n.Required:
		before, after := texts.Requiredness(o.Required), texts.Requiredness(n.Required)
		e.Rule, e.Sentence = "body-"+after, before+" → "+after
		e.Old, e.New = member(o.Pos, "required", before), member(n.Pos, "required", after)
		e.Judge(requiredTo(n.Required), p.Direction, without)
		c.list.Add(p, p.Direction, e)
	}
	c.contents(contentPair{pair: p, dir: p.Direction, kind: Body, subject: e.Subject, shared: e.Shared, exact: true,
		of:  "the request",
		old: effective.MediaOf(o.Content), new: effective.MediaOf(n.Content), oldPos: o.Pos, newPos: n.Pos,
		write: func(media, body string) *messages.Message {
			return c.write.Request(p, messages.Draft{Media: media, Body: body})
		}})
	c.texts(p, e.Subject, e.Shared, []text{{"description", o.Description, n.Description}}, o.Pos, n.Pos)
	c.extensions(p, e.Subject, e.Shared, o.Extensions, n.Extensions, o.Pos, n.Pos)
}

// sharedBody names a request body that several operations have.
func sharedBody(p *effective.Pair) string {
	for _, u := range []*api.Use[api.RequestBody]{p.New.API.RequestBody, p.Old.API.RequestBody} {
		if u != nil && u.Ref != nil && u.Ref.Component != "" {
			return "request body " + u.Ref.Component
		}
	}
	return ""
}

// A contentPair is the media types of a body in both documents.
type contentPair struct {
	pair             *effective.Pair
	dir              change.Direction
	kind             Kind
	status           string
	subject, shared  string
	of               string // what examples are of
	exact            bool   // both sides have the same key, so that their texts are compared
	old, new         []effective.Media
	oldPos, newPos   diag.Pos
	write            func(media, body string) *messages.Message
	hasStatusMessage func() *messages.Message // a message without a body
}

// contents compares media types. Each that a document names is compared with the entry that it goes by in the other.
func (c *comparer) contents(k contentPair) {
	if len(k.old) == 0 || len(k.new) == 0 {
		c.emptied(k)
		return
	}
	var lost, added []effective.Media
	for i := range k.new {
		n := &k.new[i]
		switch o := effective.MediaFor(k.old, n.Key); {
		case o == nil:
			added = append(added, *n)
		case o.Key == n.Key:
			c.media(k, o, n, k.exact)
		default:
			c.covered(k, "media-type-added", n, n.Key+" is new; "+o.Key+" covers it", false)
			c.media(k, o, n, false)
		}
	}
	for i := range k.old {
		o := &k.old[i]
		switch n := effective.MediaFor(k.new, o.Key); {
		case n == nil:
			lost = append(lost, *o)
		case o.Key != n.Key:
			c.covered(k, "media-type-removed", o, o.Key+" is gone; "+n.Key+" covers it", true)
			c.media(k, o, n, false)
		}
	}
	if len(lost) == 1 && len(added) == 1 && effective.Alike(lost[0].Key, added[0].Key) {
		c.replaced(k, &lost[0], &added[0])
		return
	}
	for i := range added {
		c.mediaAlone(k, &added[i], false)
	}
	for i := range lost {
		c.mediaAlone(k, &lost[i], true)
	}
}

// emptied compares with a body of no media type: there is none. What a message has beside what is declared, nobody reads.
func (c *comparer) emptied(k contentPair) {
	if len(k.old) == len(k.new) || k.status == "" { // the content of a request body must not be empty
		return
	}
	before, after := strings.Join(effective.MediaNames(k.old), ", "), strings.Join(effective.MediaNames(k.new), ", ")
	e := edits.Edit{Rule: "response-body-added", Subject: k.subject, Shared: k.shared, Sentence: "no body → " + after,
		Old: edits.Absent(k.oldPos), New: member(k.newPos, "content", after), Why: whyIgnored(k.dir)}
	r := edits.ByRule
	if len(k.new) == 0 {
		r, e.Rule, e.Sentence = edits.Wider, "response-body-removed", before+" → no body"
		e.Old, e.New = member(k.oldPos, "content", before), edits.Absent(k.newPos)
	}
	e.Facts.Gone, e.Facts.Came = effective.MediaNames(k.old), effective.MediaNames(k.new)
	e.Judge(r, k.dir, k.hasStatusMessage)
	c.list.Add(k.pair, k.dir, e)
}

// covered reports an edit that changes nothing, because a range says the same.
func (c *comparer) covered(k contentPair, rule string, m *effective.Media, sentence string, gone bool) {
	e := edits.Edit{Rule: rule, Subject: k.subject, Shared: k.shared, Sentence: sentence, Verdict: change.Equal,
		Facts: change.Facts{Name: m.Key}, Old: absent(len(k.old) > 0, k.oldPos, "content"), New: edits.Present(m.Pos, m.Key)}
	if gone {
		e.Old, e.New = edits.Present(m.Pos, m.Key), absent(len(k.new) > 0, k.newPos, "content")
	}
	c.list.Add(k.pair, k.dir, e)
}

// mediaAlone reports a media type that one document has alone.
func (c *comparer) mediaAlone(k contentPair, m *effective.Media, gone bool) {
	names := strings.Join(effective.MediaNames(k.old), ", ") + " → " + strings.Join(effective.MediaNames(k.new), ", ")
	e := edits.Edit{Rule: "media-type-added", Subject: k.subject, Shared: k.shared,
		Sentence: m.Key + " is new (" + names + ")", Old: absent(len(k.old) > 0, k.oldPos, "content"), New: edits.Present(m.Pos, m.Key),
		Facts: change.Facts{Name: m.Key, Gone: effective.MediaNames(k.old), Came: effective.MediaNames(k.new)}}
	r := edits.Wider
	if gone {
		e.Rule, e.Sentence, r = "media-type-removed", m.Key+" is gone ("+names+")", edits.Narrower
		e.Old, e.New = edits.Present(m.Pos, m.Key), absent(len(k.new) > 0, k.newPos, "content")
	}
	e.Judge(r, k.dir, func() *messages.Message { return c.sampled(k, m) })
	c.list.Add(k.pair, k.dir, e)
}

// replaced reports a media type that took the place of one with the same kind of bodies.
func (c *comparer) replaced(k contentPair, o, n *effective.Media) {
	e := edits.Edit{Rule: "media-type-replaced", Subject: k.subject, Shared: k.shared, Sentence: o.Key + " → " + n.Key,
		Old: edits.Present(o.Pos, o.Key), New: edits.Present(n.Pos, n.Key), Facts: change.Facts{Old: o.Key, New: n.Key}}
	m := o
	if k.dir == change.Response {
		m = n
	}
	e.Judge(edits.Other, k.dir, func() *messages.Message { return c.sampled(k, m) })
	c.list.Add(k.pair, k.dir, e)
	c.media(k, o, n, k.exact)
}

// sampled is a message with a body of a media type.
func (c *comparer) sampled(k contentPair, m *effective.Media) *messages.Message {
	name := concreteBut(m, slices.Concat(k.old, k.new))
	body, ok := c.write.SampleBody(m, name, k.dir)
	if !ok {
		return nil
	}
	return k.write(name, body)
}

// concreteBut is a media type that goes by m, and by no more specific entry of a list.
func concreteBut(m *effective.Media, list []effective.Media) string {
	kind, _, _ := strings.Cut(m.Key, "/")
	for _, name := range []string{messages.Concrete(m.Key), kind + "/x", "application/x"} {
		if !slices.ContainsFunc(list, func(other effective.Media) bool { return other.Key == name && other.Key != m.Key }) {
			return name
		}
	}
	return messages.Concrete(m.Key)
}

// media compares two descriptions of bodies of a media type.
func (c *comparer) media(k contentPair, o, n *effective.Media, exact bool) {
	at := Place{Direction: k.dir, Kind: k.kind, Status: k.status, MediaType: n.Key, Old: o.Type.Schema, New: n.Type.Schema}
	around := func(item bool) Around {
		return Around{OldSide: schemaSide(at.Old, edits.Present(o.Type.Pos, "")), NewSide: schemaSide(at.New, edits.Present(n.Type.Pos, "")),
			write: c.bodyWriter(k, o, n, item)}
	}
	at.Around = around(false)
	c.place(k.pair, at)
	at.Kind, at.Old, at.New = Item, o.Type.ItemSchema, n.Type.ItemSchema
	at.Around = around(true)
	c.place(k.pair, at)
	c.encodings(k, encodingPair{oldMedia: o, newMedia: n, old: o.Type.Encoding, new: n.Type.Encoding})
	if exact {
		subject, shared := k.subject, k.shared
		if len(k.new) > 1 {
			subject += ", " + n.Key
		}
		c.examples(k.pair, subject, shared, k.of, o.Type.Examples, n.Type.Examples, o.Type.Pos, n.Type.Pos)
		c.extensions(k.pair, subject, shared, o.Type.Extensions, n.Type.Extensions, o.Type.Pos, n.Type.Pos)
	}
}

// bodyWriter writes messages of a media type whose JSON value is given: the whole body, or the one item of a sequence.
func (c *comparer) bodyWriter(k contentPair, o, n *effective.Media, item bool) func(json string) *messages.Message {
	m := o
	if k.dir == change.Response {
		m = n
	}
	return func(json string) *messages.Message {
		if item != effective.IsSequence(m.Key) {
			return nil
		}
		body, ok := messages.EncodedText(m, messages.Concrete(m.Key), json)
		if !ok {
			return nil
		}
		return k.write(messages.Concrete(m.Key), body)
	}
}
