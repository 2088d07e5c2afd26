package operations

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// An encodingPair is how the parts of a body are written in both documents.
type encodingPair struct {
	oldMedia, newMedia *mediaEntry
	old, new           api.Encodings
}

// encodings compares the encoding of each property that a side says something about, and of items by position.
func (c *comparer) encodings(k contentPair, e encodingPair) {
	base := baseOf(e.newMedia.key)
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
	return propertyOf(m.media.Schema, name, map[*api.Schema]bool{})
}

// propertyOf finds the schema of a property behind references and allOf.
func propertyOf(s *api.Schema, name string, seen map[*api.Schema]bool) *api.Schema {
	if s == nil || seen[s] {
		return nil
	}
	seen[s] = true
	if s.Object != nil {
		if p, ok := api.Find(s.Object.Properties, name); ok {
			return p
		}
	}
	if s.Ref != nil {
		if p := propertyOf(s.Ref.Target, name, seen); p != nil {
			return p
		}
	}
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			if p := propertyOf(part, name, seen); p != nil {
				return p
			}
		}
	}
	return nil
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
	before, after := c.encoded(&c.old, v.form, o, v.oldSchema), c.encoded(&c.new, v.form, n, v.newSchema)
	subject := k.subject + ", part " + v.name
	if r := c.encodingRelation(before, after, v); r != same {
		e := edit{rule: "encoding-changed", subject: subject, shared: k.shared, sentence: before.text() + " → " + after.text(),
			old: presentIf(v.old != nil, oldPos, before.text()), new: presentIf(v.new != nil, newPos, after.text()),
			facts: change.Facts{Name: v.name, Old: before.text(), New: after.text()}}
		e.judge(r, k.dir, nil)
		if e.verdict == change.Breaking { // a schema does not say how a part is read
			e.verdict, e.why = change.Unknown, "Many readers take a part by its content, whatever its encoding."
		}
		c.add(k.pair, k.dir, e)
	}
	c.headers(headerPair{pair: k.pair, dir: k.dir, kind: EncodingHeader, status: k.status, subject: subject, shared: k.shared, exact: k.exact,
		old: headerEntries(o.Headers), new: headerEntries(n.Headers), oldPos: oldPos, newPos: newPos,
		write: func(string, string) *Message { return nil }})
}

// An encoded is the effective encoding of a part.
type encoded struct {
	types  []string // media types; nil if a style counts instead
	serial api.Serialization
}

func (e encoded) text() string {
	if e.types != nil {
		return strings.Join(e.types, ", ")
	}
	text := string(e.serial.Style) + ", explode " + strconv.FormatBool(e.serial.Explode)
	if e.serial.AllowReserved {
		text += ", allowReserved"
	}
	return text
}

func (c *comparer) encoded(s *side, form bool, e *api.Encoding, schema *api.Schema) encoded {
	if e.Serial.HasStyle || e.Serial.HasExplode || e.Serial.AllowReserved || form && e.ContentType == "" {
		return encoded{serial: e.Serial}
	}
	if e.ContentType == "" {
		return encoded{types: defaultTypes(s.kinds, schema), serial: e.Serial}
	}
	var types []string
	for t := range strings.SplitSeq(e.ContentType, ",") {
		types = append(types, mediaKey(t))
	}
	slices.Sort(types)
	return encoded{types: types, serial: e.Serial}
}

// defaultTypes is the media type that a part has if nobody says: OAS, Encoding Object, contentType.
func defaultTypes(a *analysis.Analysis, s *api.Schema) []string {
	if s == nil {
		return []string{"application/octet-stream"}
	}
	core := a.Core(s)
	kinds := a.Kinds(s) &^ analysis.KindNull
	switch {
	case core.Format == "binary" || core.Content != nil && core.Content.Encoding == "" && core.Content.MediaType != "":
		return []string{"application/octet-stream"}
	case kinds == analysis.KindArray && core.Array != nil && core.Array.Items != nil && a.Kinds(core.Array.Items)&analysis.KindArray == 0:
		return defaultTypes(a, core.Array.Items)
	case kinds == analysis.KindObject || kinds == analysis.KindArray:
		return []string{"application/json"}
	case kinds&(analysis.KindObject|analysis.KindArray) == 0:
		return []string{"text/plain"}
	}
	return []string{"application/octet-stream"}
}

// encodingRelation compares two encodings. A property that only one document has is a matter of its schema.
func (c *comparer) encodingRelation(before, after encoded, v part) relation {
	if (v.oldSchema == nil) != (v.newSchema == nil) {
		return same
	}
	switch {
	case before.types == nil && after.types == nil:
		kinds := analysis.AnyKind
		if v.oldSchema != nil {
			kinds = c.old.kinds.Kinds(v.oldSchema) & c.new.kinds.Kinds(v.newSchema)
		}
		if unlike(before.serial, after.serial, kinds) == "" && before.serial.AllowReserved == after.serial.AllowReserved {
			return same
		}
		return other
	case before.types == nil || after.types == nil:
		return other
	}
	oldIn, newIn := allIn(before.types, after.types), allIn(after.types, before.types)
	switch {
	case oldIn && newIn:
		return same
	case oldIn:
		return wider
	case newIn:
		return narrower
	}
	return other
}

// allIn reports whether each media type of a is one of b, or in a range of it.
func allIn(a, b []string) bool {
	return !slices.ContainsFunc(a, func(t string) bool {
		kind, _, _ := strings.Cut(t, "/")
		return !slices.ContainsFunc(b, func(u string) bool { return u == t || u == "*/*" || u == kind+"/*" })
	})
}
