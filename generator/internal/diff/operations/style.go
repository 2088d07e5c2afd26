package operations

import (
	"strconv"

	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/edits"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
)

// styles compares how the value of a parameter is written, as far as the values that it can have tell two ways apart.
func (c *comparer) styles(p *effective.Pair, o, n effective.Parameter, about editMaker) {
	if o.Schema == nil || n.Schema == nil {
		return // content has no style
	}
	kinds := c.old.Kinds.Kinds(o.Schema) & c.new.Kinds.Kinds(n.Schema)
	before, after := o.Serial, n.Serial
	var e edits.Edit
	switch {
	case before.Style != after.Style:
		e = about("parameter-style-changed", "style", string(before.Style), string(after.Style))
		e.Sentence = "style " + e.Sentence
	case before.Explode != after.Explode:
		e = about("parameter-explode-changed", "explode", strconv.FormatBool(before.Explode), strconv.FormatBool(after.Explode))
		e.Sentence = "explode " + e.Sentence
	default:
		c.reserved(p, o, n, about)
		return
	}
	r, sample := edits.Same, messages.Unlike(before, after, kinds)
	if sample != "" {
		r = edits.Other
		one, _ := messages.Style(n.Name, before, sample)
		two, _ := messages.Style(n.Name, after, sample)
		e.Sentence += " (" + messages.Legible(one) + " → " + messages.Legible(two) + ")"
	}
	e.Judge(r, p.Direction, func() *messages.Message { return c.styled(p, o, n, sample) })
	c.list.Add(p, p.Direction, e)
}

// styled is a message with a value that both ways write differently: of two elements, if the schema has one.
func (c *comparer) styled(p *effective.Pair, o, n effective.Parameter, sample string) *messages.Message {
	schema := o.Schema
	if p.Direction == change.Response {
		schema = n.Schema
	}
	for _, s := range []*api.Schema{long(schema, sample), schema} {
		text, ok := c.write.Draw(s, p.Direction)
		if ok && messages.Differ(o.Serial, n.Serial, text) {
			return c.write.Request(p, messages.Draft{Omit: n.Key, Set: n.Key, Value: text})
		}
	}
	return nil
}

// long is a schema whose values are such that styles differ: of the kind of the sample and with two elements, a member or a character.
func long(s *api.Schema, sample string) *api.Schema {
	one, two := api.Int(1), api.Int(2)
	more := &api.Schema{Pos: s.Pos}
	switch sample[0] {
	case '[':
		more.Types, more.Array = []api.Type{api.TypeArray}, &api.ArrayRules{MinItems: &two}
	case '{':
		more.Types, more.Object = []api.Type{api.TypeObject}, &api.ObjectRules{MinProperties: &one}
	default: // an empty text has no style, and leads nowhere in a path
		more.String = &api.StringRules{MinLength: &one}
	}
	return &api.Schema{Pos: s.Pos, Compose: &api.Composition{AllOf: []*api.Schema{s, more}}}
}

// reserved compares allowReserved. Whether a server reads a reserved character that it did not expect, no schema says.
func (c *comparer) reserved(p *effective.Pair, o, n effective.Parameter, about editMaker) {
	if o.Serial.AllowReserved == n.Serial.AllowReserved {
		return
	}
	before, after := strconv.FormatBool(o.Serial.AllowReserved), strconv.FormatBool(n.Serial.AllowReserved)
	e := about("parameter-reserved-changed", "allowReserved", before, after)
	e.Sentence = "allowReserved " + e.Sentence
	e.Verdict, e.Why = change.Compatible, "An encoded character is read as before."
	if o.Serial.AllowReserved == (p.Direction == change.Request) {
		e.Verdict, e.Why = change.Unknown, "Reserved characters that are not encoded may be refused; many readers take them."
	}
	c.list.Add(p, p.Direction, e)
}

// takesEmpty reports whether the empty text surely fits a schema.
func takesEmpty(a *analysis.Analysis, s *api.Schema) bool {
	if s == nil || a.Kinds(s)&analysis.KindString == 0 {
		return false
	}
	s = a.Core(s)
	return s.Enum == nil && s.Const == nil && s.String == nil && s.Format == "" && s.Compose == nil && s.Ref == nil
}
