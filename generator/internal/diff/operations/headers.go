package operations

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A headerEntry is a header of a response or of a part.
type headerEntry struct {
	name string
	*api.Header
}

// headerEntries leaves out Content-Type, which follows from the content. OAS: Response Object, Encoding Object, headers.
func headerEntries(list []api.Named[api.Use[api.Header]]) (entries []headerEntry) {
	for _, h := range list {
		if h.Value.Value != nil && !strings.EqualFold(h.Name, "Content-Type") {
			entries = append(entries, headerEntry{h.Name, h.Value.Value})
		}
	}
	return entries
}

// A headerPair is the headers of a response or of a part in both documents.
type headerPair struct {
	pair            *pair
	dir             change.Direction
	kind            Kind
	status          string
	subject, shared string
	exact           bool
	old, new        []headerEntry
	oldPos, newPos  diag.Pos
	write           func(name, value string) *Message // without the header if the value is ""
}

func (k headerPair) edit(h headerEntry) edit {
	e := edit{subject: k.subject + ", header " + h.name, facts: change.Facts{Name: h.name}}
	e.shared = "header " + h.name
	if k.shared != "" {
		e.shared = k.shared + ", header " + h.name
	}
	return e
}

// headers compares headers by name, without case.
func (c *comparer) headers(k headerPair) {
	for _, n := range k.new {
		i := slices.IndexFunc(k.old, func(o headerEntry) bool { return strings.EqualFold(o.name, n.name) })
		if i >= 0 {
			c.header(k, k.old[i], n)
			continue
		}
		e := k.edit(n)
		e.rule, e.sentence, e.why = "header-added", "added, "+requiredness(n.Required), whyIgnored(k.dir)
		e.old, e.new = absent(k.oldPos), present(n.Pos, requiredness(n.Required))
		e.judge(came(n.Required), k.dir, func() *Message { return k.write(n.name, "") })
		c.add(k.pair, k.dir, e)
	}
	for _, o := range k.old {
		if slices.ContainsFunc(k.new, func(n headerEntry) bool { return strings.EqualFold(o.name, n.name) }) {
			continue
		}
		e := k.edit(o)
		e.rule, e.sentence, e.why = "header-removed", "removed (it was "+requiredness(o.Required)+")", whyIgnored(k.dir)
		e.old, e.new = present(o.Pos, requiredness(o.Required)), absent(k.newPos)
		e.judge(went(o.Required), k.dir, func() *Message { return k.write(o.name, "") })
		c.add(k.pair, k.dir, e)
	}
}

func (c *comparer) header(k headerPair, o, n headerEntry) {
	if o.Required != n.Required {
		e := k.edit(n)
		e.rule, e.sentence = "header-"+requiredness(n.Required), requiredness(o.Required)+" → "+requiredness(n.Required)
		e.old, e.new = present(key(o.Pos, "required"), requiredness(o.Required)), present(key(n.Pos, "required"), requiredness(n.Required))
		e.judge(requiredTo(n.Required), k.dir, func() *Message { return k.write(n.name, "") })
		c.add(k.pair, k.dir, e)
	}
	deprecated := k.edit(n)
	deprecated.old, deprecated.new = present(key(o.Pos, "deprecated"), ""), present(key(n.Pos, "deprecated"), "")
	c.deprecation(k.pair, k.dir, "header", deprecated, o.Deprecated, n.Deprecated)
	c.headerPlace(k, o, n)
	if k.exact {
		e := k.edit(n)
		c.texts(k.pair, e.subject, e.shared, []text{{"description", o.Description, n.Description}}, o.Pos, n.Pos)
		c.examples(k.pair, e.subject, e.shared, "", o.Examples, n.Examples, o.Pos, n.Pos)
		c.extensions(k.pair, e.subject, e.shared, o.Extensions, n.Extensions, o.Pos, n.Pos)
	}
}

// headerPlace compares how the value of a header is described and written. Its style is always simple; explode counts for objects.
func (c *comparer) headerPlace(k headerPair, o, n headerEntry) {
	e := k.edit(n)
	serial := o.Serial
	if k.dir == change.Response {
		serial = n.Serial
	}
	at := Place{Direction: k.dir, Kind: k.kind, Name: n.name, Status: k.status, Subject: e.subject, Shared: e.shared,
		Around: Around{OldSide: present(o.Pos, ""), NewSide: present(n.Pos, ""), write: func(json string) *Message {
			text, ok := headerText(serial, len(n.Content) > 0, json)
			if !ok {
				return nil
			}
			return k.write(n.name, text)
		}}}
	d := described{old: o.Schema, new: n.Schema, oldContent: o.Content, newContent: n.Content, dir: k.dir}
	e.rule = "header-content-changed"
	e.message = func() *Message {
		if text, ok := c.draw(d.bySide(k.dir), k.dir); ok {
			return at.Around.write(text)
		}
		return nil
	}
	c.described(k.pair, d, at, e)
	if o.Schema == nil || n.Schema == nil || o.Serial.Explode == n.Serial.Explode {
		return
	}
	if c.old.kinds.Kinds(o.Schema)&c.new.kinds.Kinds(n.Schema)&analysis.KindObject == 0 {
		return
	}
	before, _ := written(n.name, o.Serial, `{"a":"1","b":"2"}`)
	after, _ := written(n.name, n.Serial, `{"a":"1","b":"2"}`)
	e = k.edit(n)
	e.rule, e.sentence = "header-explode-changed", "explode: "+before+" → "+after
	e.old, e.new = present(key(o.Pos, "explode"), before), present(key(n.Pos, "explode"), after)
	e.judge(other, k.dir, func() *Message {
		schema := d.bySide(k.dir)
		if text, ok := c.draw(long(schema, "{}"), k.dir); ok {
			return at.Around.write(text)
		}
		return nil
	})
	c.add(k.pair, k.dir, e)
}
