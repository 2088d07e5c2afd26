package operations

import (
	"net/url"
	"strconv"

	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// styles compares how the value of a parameter is written, as far as the values that it can have tell two ways apart.
func (c *comparer) styles(p *pair, o, n parameter, about func(rule, keyword, before, after string) edit) {
	if o.Schema == nil || n.Schema == nil {
		return // content has no style
	}
	kinds := c.old.kinds.Kinds(o.Schema) & c.new.kinds.Kinds(n.Schema)
	before, after := o.Serial, n.Serial
	var e edit
	switch {
	case before.Style != after.Style:
		e = about("parameter-style-changed", "style", string(before.Style), string(after.Style))
		e.sentence = "style " + e.sentence
	case before.Explode != after.Explode:
		e = about("parameter-explode-changed", "explode", strconv.FormatBool(before.Explode), strconv.FormatBool(after.Explode))
		e.sentence = "explode " + e.sentence
	default:
		c.reserved(p, o, n, about)
		return
	}
	r, sample := same, unlike(before, after, kinds)
	if sample != "" {
		r = other
		one, _ := written(n.Name, before, sample)
		two, _ := written(n.Name, after, sample)
		e.sentence += " (" + legible(one) + " → " + legible(two) + ")"
	}
	e.judge(r, p.dir, func() *Message { return c.styled(p, o, n, sample) })
	c.add(p, p.dir, e)
}

// legible is the text of a value without escapes.
func legible(text string) string {
	if plain, err := url.PathUnescape(text); err == nil {
		text = plain
	}
	return orNone(text)
}

// unlike returns a value of some kinds that two ways write differently, "" if there is none.
func unlike(before, after api.Serialization, kinds analysis.KindSet) string {
	for _, k := range []struct {
		kind   analysis.KindSet
		sample string
	}{{analysis.KindArray, `["1","2"]`}, {analysis.KindObject, `{"a":"1","b":"2"}`}, {^(analysis.KindArray | analysis.KindObject), `"1"`}} {
		if kinds&k.kind != 0 && differ(before, after, k.sample) {
			return k.sample
		}
	}
	return ""
}

// differ reports whether two ways write a value as different texts. What a style cannot write is written in no other way.
func differ(before, after api.Serialization, sample string) bool {
	one, canBefore := written("a", before, sample)
	two, canAfter := written("a", after, sample)
	return canBefore != canAfter || one != two
}

// styled is a message with a value that both ways write differently: of two elements, if the schema has one.
func (c *comparer) styled(p *pair, o, n parameter, sample string) *Message {
	schema := o.Schema
	if p.dir == change.Response {
		schema = n.Schema
	}
	for _, s := range []*api.Schema{long(schema, sample), schema} {
		text, ok := c.draw(s, p.dir)
		if ok && differ(o.Serial, n.Serial, text) {
			return c.request(p, draft{omit: n.key, set: n.key, value: text})
		}
	}
	return nil
}

// long is a schema whose values are such that styles differ: of the kind of the sample and with two elements or a member.
func long(s *api.Schema, sample string) *api.Schema {
	one, two := api.Int(1), api.Int(2)
	more := &api.Schema{Pos: s.Pos}
	switch sample[0] {
	case '[':
		more.Types, more.Array = []api.Type{api.TypeArray}, &api.ArrayRules{MinItems: &two}
	case '{':
		more.Types, more.Object = []api.Type{api.TypeObject}, &api.ObjectRules{MinProperties: &one}
	default:
		return s
	}
	return &api.Schema{Pos: s.Pos, Compose: &api.Composition{AllOf: []*api.Schema{s, more}}}
}

// reserved compares allowReserved. Whether a server reads a reserved character that it did not expect, no schema says.
func (c *comparer) reserved(p *pair, o, n parameter, about func(rule, keyword, before, after string) edit) {
	if o.Serial.AllowReserved == n.Serial.AllowReserved {
		return
	}
	e := about("parameter-reserved-changed", "allowReserved", strconv.FormatBool(o.Serial.AllowReserved), strconv.FormatBool(n.Serial.AllowReserved))
	e.sentence = "allowReserved " + e.sentence
	e.verdict, e.why = change.Compatible, "An encoded character is read as before."
	if o.Serial.AllowReserved == (p.dir == change.Request) {
		e.verdict, e.why = change.Unknown, "Reserved characters that are not encoded may be refused; many readers take them."
	}
	c.add(p, p.dir, e)
}

// takesEmpty reports whether the empty text surely fits a schema.
func takesEmpty(a *analysis.Analysis, s *api.Schema) bool {
	if s == nil || a.Kinds(s)&analysis.KindString == 0 {
		return false
	}
	s = a.Core(s)
	return s.Enum == nil && s.Const == nil && s.String == nil && s.Format == "" && s.Compose == nil && s.Ref == nil
}
