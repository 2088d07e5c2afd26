package operations

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// bodyOf returns the request body of an operation, nil for none.
func bodyOf(op *api.Operation) *api.RequestBody {
	if op.RequestBody == nil {
		return nil
	}
	return op.RequestBody.Value
}

func (c *comparer) body(p *pair) {
	o, n := bodyOf(p.old.api), bodyOf(p.new.api)
	e := edit{subject: p.name + ", request body", shared: sharedBody(p)}
	without := func() *Message { return c.request(p, draft{noBody: true}) }
	switch {
	case o == nil && n == nil:
		return
	case o == nil:
		e.rule, e.sentence, e.why = "body-added", "added, "+requiredness(n.Required), whyIgnored(p.dir)
		e.old, e.new = absent(p.old.api.Pos), present(n.Pos, requiredness(n.Required))
		e.judge(came(n.Required), p.dir, without)
		c.add(p, p.dir, e)
		return
	case n == nil:
		e.rule, e.sentence, e.why = "body-removed", "removed (it was "+requiredness(o.Required)+")", whyIgnored(p.dir)
		e.old, e.new = present(o.Pos, requiredness(o.Required)), absent(p.new.api.Pos)
		e.judge(went(o.Required), p.dir, without)
		c.add(p, p.dir, e)
		return
	case o.Required != n.Required:
		e.rule = "body-" + requiredness(n.Required)
		e.sentence = requiredness(o.Required) + " → " + requiredness(n.Required)
		e.old, e.new = present(key(o.Pos, "required"), requiredness(o.Required)), present(key(n.Pos, "required"), requiredness(n.Required))
		e.judge(requiredTo(n.Required), p.dir, without)
		c.add(p, p.dir, e)
	}
	c.contents(contentPair{pair: p, dir: p.dir, kind: Body, subject: e.subject, shared: e.shared, exact: true, of: "the request",
		old: mediaEntries(o.Content), new: mediaEntries(n.Content), oldPos: o.Pos, newPos: n.Pos,
		write: func(media, body string) *Message { return c.request(p, draft{media: media, body: body}) }})
	c.texts(p, e.subject, e.shared, []text{{"description", o.Description, n.Description}}, o.Pos, n.Pos)
	c.extensions(p, e.subject, e.shared, o.Extensions, n.Extensions, o.Pos, n.Pos)
}

// sharedBody names a request body that several operations have.
func sharedBody(p *pair) string {
	for _, u := range []*api.Use[api.RequestBody]{p.new.api.RequestBody, p.old.api.RequestBody} {
		if u != nil && u.Ref != nil && u.Ref.Component != "" {
			return "request body " + u.Ref.Component
		}
	}
	return ""
}

// A contentPair is the media types of a body in both documents.
type contentPair struct {
	pair             *pair
	dir              change.Direction
	kind             Kind
	status           string
	subject, shared  string
	of               string // what examples are of
	exact            bool   // both sides have the same key, so that their texts are compared
	old, new         []mediaEntry
	oldPos, newPos   diag.Pos
	write            func(media, body string) *Message
	hasStatusMessage func() *Message // a message without a body
}

// contents compares media types. Each that a document names is compared with the entry that it goes by in the other.
func (c *comparer) contents(k contentPair) {
	if len(k.old) == 0 || len(k.new) == 0 {
		c.emptied(k)
		return
	}
	var lost, added []mediaEntry
	for i := range k.new {
		n := &k.new[i]
		switch o := effective(k.old, n.key); {
		case o == nil:
			added = append(added, *n)
		case o.key == n.key:
			c.media(k, o, n, k.exact)
		default:
			c.covered(k, "media-type-added", n, n.key+" is new; "+o.key+" covers it", false)
			c.media(k, o, n, false)
		}
	}
	for i := range k.old {
		o := &k.old[i]
		switch n := effective(k.new, o.key); {
		case n == nil:
			lost = append(lost, *o)
		case o.key != n.key:
			c.covered(k, "media-type-removed", o, o.key+" is gone; "+n.key+" covers it", true)
			c.media(k, o, n, false)
		}
	}
	if len(lost) == 1 && len(added) == 1 && alike(lost[0].key, added[0].key) {
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
	e := edit{rule: "response-body-added", subject: k.subject, shared: k.shared, sentence: "no body → " + strings.Join(mediaNames(k.new), ", "),
		old: absent(k.oldPos), new: present(key(k.newPos, "content"), strings.Join(mediaNames(k.new), ", ")), why: whyIgnored(k.dir)}
	r := byRule
	if len(k.new) == 0 {
		r = wider
		e.rule, e.sentence = "response-body-removed", strings.Join(mediaNames(k.old), ", ")+" → no body"
		e.old, e.new = present(key(k.oldPos, "content"), strings.Join(mediaNames(k.old), ", ")), absent(k.newPos)
	}
	e.facts.Gone, e.facts.Came = mediaNames(k.old), mediaNames(k.new)
	e.judge(r, k.dir, k.hasStatusMessage)
	c.add(k.pair, k.dir, e)
}

// covered reports an edit that changes nothing, because a range says the same.
func (c *comparer) covered(k contentPair, rule string, m *mediaEntry, sentence string, gone bool) {
	e := edit{rule: rule, subject: k.subject, shared: k.shared, sentence: sentence, verdict: change.Equal, facts: change.Facts{Name: m.key},
		old: absent(k.oldPos), new: present(m.Pos, m.key)}
	if gone {
		e.old, e.new = present(m.Pos, m.key), absent(k.newPos)
	}
	c.add(k.pair, k.dir, e)
}

// mediaAlone reports a media type that one document has alone.
func (c *comparer) mediaAlone(k contentPair, m *mediaEntry, gone bool) {
	names := strings.Join(mediaNames(k.old), ", ") + " → " + strings.Join(mediaNames(k.new), ", ")
	e := edit{rule: "media-type-added", subject: k.subject, shared: k.shared, sentence: m.key + " is new (" + names + ")",
		old: absent(k.oldPos), new: present(m.Pos, m.key), facts: change.Facts{Name: m.key, Gone: mediaNames(k.old), Came: mediaNames(k.new)}}
	r := wider
	if gone {
		e.rule, e.sentence, r = "media-type-removed", m.key+" is gone ("+names+")", narrower
		e.old, e.new = present(m.Pos, m.key), absent(k.newPos)
	}
	e.judge(r, k.dir, func() *Message { return c.sampled(k, m) })
	c.add(k.pair, k.dir, e)
}

// replaced reports a media type that took the place of one with the same kind of bodies.
func (c *comparer) replaced(k contentPair, o, n *mediaEntry) {
	e := edit{rule: "media-type-replaced", subject: k.subject, shared: k.shared, sentence: o.key + " → " + n.key,
		old: present(o.Pos, o.key), new: present(n.Pos, n.key), facts: change.Facts{Old: o.key, New: n.key}}
	m := o
	if k.dir == change.Response {
		m = n
	}
	e.judge(other, k.dir, func() *Message { return c.sampled(k, m) })
	c.add(k.pair, k.dir, e)
	c.media(k, o, n, k.exact)
}

// sampled is a message with a body of a media type.
func (c *comparer) sampled(k contentPair, m *mediaEntry) *Message {
	body, ok := c.sampleBody(m, k.dir)
	if !ok {
		return nil
	}
	return k.write(m.key, body)
}

// media compares two descriptions of bodies of a media type.
func (c *comparer) media(k contentPair, o, n *mediaEntry, exact bool) {
	at := Place{Direction: k.dir, Kind: k.kind, Status: k.status, MediaType: n.key, Old: o.media.Schema, New: n.media.Schema}
	oldHolder, newHolder := present(o.media.Pos, ""), present(n.media.Pos, "")
	at.Around = Around{OldSide: schemaSide(at.Old, oldHolder), NewSide: schemaSide(at.New, newHolder), write: c.bodyWriter(k, o, n, false)}
	c.place(k.pair, at)
	at.Kind, at.Old, at.New = Item, o.media.ItemSchema, n.media.ItemSchema
	at.Around = Around{OldSide: schemaSide(at.Old, oldHolder), NewSide: schemaSide(at.New, newHolder), write: c.bodyWriter(k, o, n, true)}
	c.place(k.pair, at)
	c.encodings(k, encodingPair{oldMedia: o, newMedia: n, old: o.media.Encoding, new: n.media.Encoding})
	if exact {
		subject, shared := k.subject, k.shared
		if len(k.new) > 1 {
			subject += ", " + n.key
		}
		c.examples(k.pair, subject, shared, k.of, o.media.Examples, n.media.Examples, o.media.Pos, n.media.Pos)
		c.extensions(k.pair, subject, shared, o.media.Extensions, n.media.Extensions, o.media.Pos, n.media.Pos)
	}
}

// bodyWriter writes messages of a media type whose JSON value is given: the whole body, or the one item of a sequence.
func (c *comparer) bodyWriter(k contentPair, o, n *mediaEntry, item bool) func(json string) *Message {
	m := o
	if k.dir == change.Response {
		m = n
	}
	return func(json string) *Message {
		if item != isSequence(m.key) {
			return nil
		}
		body, ok := bodyText(m.key, json)
		if !ok {
			return nil
		}
		return k.write(concrete(m.key), body)
	}
}
