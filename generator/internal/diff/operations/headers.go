package operations

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
	"github.com/oas2go/oas2go/generator/internal/diff/texts"
)

// A headerPair is the headers of a response or of a part in both documents.
type headerPair struct {
	pair            *effective.Pair
	dir             change.Direction
	kind            Kind
	status          string
	subject, shared string
	exact           bool
	old, new        []effective.Header
	oldPos, newPos  diag.Pos
	write           func(name string, value *string) *messages.Message // without the header if there is no value
}

func (k headerPair) edit(h effective.Header) edits.Edit {
	e := edits.Edit{Subject: k.subject + ", header " + h.Name, Facts: change.Facts{Name: h.Name}}
	e.Shared = "header " + h.Name
	if k.shared != "" {
		e.Shared = k.shared + ", header " + h.Name
	}
	return e
}

// headers compares headers by name, without case.
func (c *comparer) headers(k headerPair) {
	for _, n := range k.new {
		i := slices.IndexFunc(k.old, func(o effective.Header) bool { return strings.EqualFold(o.Name, n.Name) })
		if i >= 0 {
			c.header(k, k.old[i], n)
			continue
		}
		e := k.edit(n)
		e.Rule, e.Sentence, e.Why = "header-added", "added, "+texts.Requiredness(n.Required), whyIgnored(k.dir)
		e.Old, e.New = absent(len(k.old) > 0, k.oldPos, "headers"), edits.Present(n.Pos, texts.Requiredness(n.Required))
		e.Judge(came(n.Required), k.dir, func() *messages.Message { return k.write(n.Name, nil) })
		c.list.Add(k.pair, k.dir, e)
	}
	for _, o := range k.old {
		if slices.ContainsFunc(k.new, func(n effective.Header) bool { return strings.EqualFold(o.Name, n.Name) }) {
			continue
		}
		e := k.edit(o)
		e.Rule, e.Sentence, e.Why = "header-removed", "removed (it was "+texts.Requiredness(o.Required)+")", whyIgnored(k.dir)
		e.Old, e.New = edits.Present(o.Pos, texts.Requiredness(o.Required)), absent(len(k.new) > 0, k.newPos, "headers")
		e.Judge(went(o.Required), k.dir, func() *messages.Message { return k.write(o.Name, nil) })
		c.list.Add(k.pair, k.dir, e)
	}
}

func (c *comparer) header(k headerPair, o, n effective.Header) {
	if o.Required != n.Required {
		e := k.edit(n)
		before, after := texts.Requiredness(o.Required), texts.Requiredness(n.Required)
		e.Rule, e.Sentence = "header-"+after, before+" → "+after
		e.Old, e.New = member(o.Pos, "required", before), member(n.Pos, "required", after)
		e.Judge(requiredTo(n.Required), k.dir, func() *messages.Message { return k.write(n.Name, nil) })
		c.list.Add(k.pair, k.dir, e)
	}
	deprecated := k.edit(n)
	deprecated.Rule = "deprecated-changed"
	deprecated.Old, deprecated.New = member(o.Pos, "deprecated", ""), member(n.Pos, "deprecated", "")
	c.deprecation(k.pair, k.dir, deprecated, o.Deprecated, n.Deprecated)
	c.headerPlace(k, o, n)
	if k.exact {
		e := k.edit(n)
		c.texts(k.pair, e.Subject, e.Shared, []text{{"description", o.Description, n.Description}}, o.Pos, n.Pos)
		c.examples(k.pair, e.Subject, e.Shared, "", o.Examples, n.Examples, o.Pos, n.Pos)
		c.extensions(k.pair, e.Subject, e.Shared, o.Extensions, n.Extensions, o.Pos, n.Pos)
	}
}

// headerPlace compares how the value of a header is described and written. Its style is always simple; explode counts for objects.
func (c *comparer) headerPlace(k headerPair, o, n effective.Header) {
	e := k.edit(n)
	serial := o.Serial
	if k.dir == change.Response {
		serial = n.Serial
	}
	at := Place{Direction: k.dir, Kind: k.kind, Name: n.Name, Status: k.status, Subject: e.Subject, Shared: e.Shared,
		Around: Around{OldSide: edits.Present(o.Pos, ""), NewSide: edits.Present(n.Pos, ""),
			write: func(json string) *messages.Message {
				text, ok := messages.HeaderText(serial, len(n.Content) > 0, json)
				if !ok {
					return nil
				}
				return k.write(n.Name, &text)
			}}}
	d := described{old: o.Schema, new: n.Schema, oldContent: o.Content, newContent: n.Content, dir: k.dir}
	e.Rule = "header-content-changed"
	e.Message = func() *messages.Message {
		if text, ok := c.write.Draw(d.bySide(k.dir), k.dir); ok {
			return at.Around.write(text)
		}
		return nil
	}
	c.described(k.pair, d, at, e)
	if o.Schema == nil || n.Schema == nil || o.Serial.Explode == n.Serial.Explode {
		return
	}
	if c.old.Kinds.Kinds(o.Schema)&c.new.Kinds.Kinds(n.Schema)&analysis.KindObject == 0 {
		return
	}
	before, _ := messages.Style(n.Name, o.Serial, `{"a":"1","b":"2"}`)
	after, _ := messages.Style(n.Name, n.Serial, `{"a":"1","b":"2"}`)
	e = k.edit(n)
	e.Rule, e.Sentence = "header-explode-changed", "explode: "+before+" → "+after
	e.Old, e.New = member(o.Pos, "explode", before), member(n.Pos, "explode", after)
	e.Judge(edits.Other, k.dir, func() *messages.Message {
		schema := d.bySide(k.dir)
		if text, ok := c.write.Draw(long(schema, "{}"), k.dir); ok {
			return at.Around.write(text)
		}
		return nil
	})
	c.list.Add(k.pair, k.dir, e)
}
