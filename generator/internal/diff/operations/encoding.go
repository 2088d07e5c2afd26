package operations

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
)

// An encodingPair is how the parts of a body are written in both documents.
type encodingPair struct {
	oldMedia, newMedia *effective.Media
	old, new           api.Encodings
}

// encodings compares the encoding of each property that a side says something about, and of items by position.
func (c *comparer) encodings(k contentPair, e encodingPair) {
	base := effective.BaseType(e.newMedia.Key)
	form := base == "application/x-www-form-urlencoded"
	if !strings.HasPrefix(base, "multipart/") && !form {
		return // OAS, Media Type Object: encoding applies to these
	}
	var names []string
	for _, n := range slices.Concat(e.new.ByName, e.old.ByName) {
		if !slices.Contains(names, n.Name) {
			names = append(names, n.Name)
		}
	}
	for _, name := range names {
		o, _ := api.Find(e.old.ByName, name)
		n, _ := api.Find(e.new.ByName, name)
		c.encoding(k, part{name, e.partSchema(true, name), e.partSchema(false, name), o, n, form})
	}
	for i := range max(len(e.old.PrefixItems), len(e.new.PrefixItems)) {
		c.encoding(k, part{strconv.Itoa(i), nil, nil, at(e.old.PrefixItems, i), at(e.new.PrefixItems, i), form})
	}
	if e.old.Items != nil || e.new.Items != nil {
		c.encoding(k, part{"items", nil, nil, e.old.Items, e.new.Items, form})
	}
}

func at(list []*api.Encoding, i int) *api.Encoding {
	if i < len(list) {
		return list[i]
	}
	return nil
}

// A part is a property or item of a body, and what both sides say of its encoding; nil for nothing.
type part struct {
	name                 string
	oldSchema, newSchema *api.Schema
	old, new             *api.Encoding
	form                 bool // of a urlencoded body, where the default is a style
}

func (e encodingPair) partSchema(old bool, name string) *api.Schema {
	m := e.newMedia
	if old {
		m = e.oldMedia
	}
	return effective.PropertyOf(m.Type.Schema, name, map[*api.Schema]bool{})
}

func (c *comparer) encoding(k contentPair, v part) {
	oldPos, newPos := k.oldPos, k.newPos
	empty := api.Encoding{Serial: api.DefaultSerialization(api.InQuery)}
	o, n := &empty, &empty
	if v.old != nil {
		o, oldPos = v.old, v.old.Pos
	}
	if v.new != nil {
		n, newPos = v.new, v.new.Pos
	}
	before, after := effective.EncodingOf(c.old, v.form, o, v.oldSchema), effective.EncodingOf(c.new, v.form, n, v.newSchema)
	subject := k.subject + ", part " + v.name
	if r := c.encodingRelation(before, after, v); r != edits.Same {
		e := edits.Edit{Rule: "encoding-changed", Subject: subject, Shared: k.shared,
			Sentence: before.Text() + " → " + after.Text(), Old: edits.PresentIf(v.old != nil, oldPos, before.Text()),
			New:   edits.PresentIf(v.new != nil, newPos, after.Text()),
			Facts: change.Facts{Name: v.name, Old: before.Text(), New: after.Text()}}
		e.Judge(r, k.dir, nil)
		if e.Verdict == change.Breaking { // a schema does not say how a part is read
			e.Verdict, e.Why = change.Unknown, "Many readers take a part by its content, whatever its encoding."
		}
		c.list.Add(k.pair, k.dir, e)
	}
	c.headers(headerPair{pair: k.pair, dir: k.dir, kind: EncodingHeader, status: k.status, subject: subject,
		shared: k.shared, exact: k.exact, old: effective.HeadersOf(o.Headers), new: effective.HeadersOf(n.Headers),
		oldPos: oldPos, newPos: newPos, write: func(string, *string) *messages.Message { return nil }})
}

// encodingRelation compares two encodings. A property that only one document has is a matter of its schema.
func (c *comparer) encodingRelation(before, after effective.Encoding, v part) edits.Relation {
	if (v.oldSchema == nil) != (v.newSchema == nil) {
		return edits.Same
	}
	switch {
	case before.Types == nil && after.Types == nil:
		kinds := analysis.AnyKind
		if v.oldSchema != nil {
			kinds = c.old.Kinds.Kinds(v.oldSchema) & c.new.Kinds.Kinds(v.newSchema)
		}
		if messages.Unlike(before.Serial, after.Serial, kinds) == "" && before.Serial.AllowReserved == after.Serial.AllowReserved {
			return edits.Same
		}
		return edits.Other
	case before.Types == nil || after.Types == nil:
		return edits.Other
	}
	oldIn, newIn := effective.AllIn(before.Types, after.Types), effective.AllIn(after.Types, before.Types)
	switch {
	case oldIn && newIn:
		return edits.Same
	case oldIn:
		return edits.Wider
	case newIn:
		return edits.Narrower
	}
	return edits.Other
}
