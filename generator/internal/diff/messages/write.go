package messages

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
)

// A written value is the text of a scalar, of the elements of an array or of the members of an object.
type plain struct {
	kind  byte // 's', 'a' or 'o'
	texts []string
	names []string
}

// plainOf reads JSON text; not ok if it is none.
func plainOf(text string) (v plain, ok bool) {
	var raw json.RawMessage
	if json.Unmarshal([]byte(text), &raw) != nil {
		return plain{}, false
	}
	switch raw[0] {
	case '[':
		var list []json.RawMessage
		ok = json.Unmarshal(raw, &list) == nil
		v.kind = 'a'
		for _, e := range list {
			v.texts = append(v.texts, scalarText(e))
		}
	case '{':
		var members map[string]json.RawMessage
		ok = json.Unmarshal(raw, &members) == nil
		v.kind = 'o'
		for name := range members {
			v.names = append(v.names, name)
		}
		slices.Sort(v.names)
		for _, name := range v.names {
			v.texts = append(v.texts, scalarText(members[name]))
		}
	default:
		v.kind, v.texts, ok = 's', []string{scalarText(raw)}, true
	}
	return v, ok
}

// scalarText is a string without quotes; what is inside of an array or object stays JSON.
func scalarText(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s // also for null
	}
	return string(raw)
}

// Style writes a JSON value by a style, as OAS, Style Examples has it; not ok if the style cannot.
func Style(name string, s api.Serialization, value string) (text string, ok bool) {
	v, ok := plainOf(value)
	if !ok {
		return "", false
	}
	e := url.QueryEscape
	if s.AllowReserved {
		e = func(t string) string {
			return strings.NewReplacer("%", "%25", " ", "%20", "#", "%23", "&", "%26", "+", "%2B").Replace(t)
		}
	}
	escape := func(t string) string { return strings.ReplaceAll(e(t), "+", "%20") }
	switch s.Style {
	case api.StyleSimple:
		return v.inPath(escape, "", ",", s.Explode), true
	case api.StyleLabel:
		between := ","
		if s.Explode {
			between = "."
		}
		return v.inPath(escape, ".", between, s.Explode), true
	case api.StyleMatrix:
		return v.matrix(escape, name, s.Explode), true
	case api.StyleSpaceDelimited:
		return v.inQuery(escape, name, "%20", s.Explode, "&"), true
	case api.StylePipeDelimited:
		return v.inQuery(escape, name, "%7C", s.Explode, "&"), true
	case api.StyleDeepObject:
		var parts []string
		for i, n := range v.names {
			parts = append(parts, escape(name+"["+n+"]")+"="+escape(v.texts[i]))
		}
		return strings.Join(parts, "&"), v.kind == 'o'
	case api.StyleCookie:
		raw := func(t string) string { return t }
		return v.inQuery(raw, name, ",", s.Explode, "; "), true
	}
	return v.inQuery(escape, name, ",", s.Explode, "&"), true
}

// inPath writes the styles simple and label.
func (v plain) inPath(escape func(string) string, before, between string, explode bool) string {
	if v.kind != 'o' {
		return before + strings.Join(v.each(escape), between)
	}
	return before + strings.Join(v.flat(escape, explode), between)
}

func (v plain) each(escape func(string) string) (list []string) {
	for _, t := range v.texts {
		list = append(list, escape(t))
	}
	return list
}

// flat is the members of an object: a=1, b=2 if it is exploded, else a, 1, b, 2.
func (v plain) flat(escape func(string) string, explode bool) (list []string) {
	for i, t := range v.texts {
		if explode {
			list = append(list, escape(v.names[i])+"="+escape(t))
		} else {
			list = append(list, escape(v.names[i]), escape(t))
		}
	}
	return list
}

func (v plain) matrix(escape func(string) string, name string, explode bool) string {
	switch {
	case v.kind == 'o' && explode:
		return ";" + strings.Join(v.flat(escape, true), ";")
	case v.kind == 'o':
		return ";" + name + "=" + strings.Join(v.flat(escape, false), ",")
	case v.kind == 'a' && explode:
		text := ""
		for _, t := range v.each(escape) {
			text += ";" + name + "=" + t
		}
		return text
	}
	return ";" + name + "=" + strings.Join(v.each(escape), ",")
}

// inQuery writes the styles that name the value.
func (v plain) inQuery(escape func(string) string, name, between string, explode bool, pairs string) string {
	key := escape(name) + "="
	switch {
	case v.kind == 'o' && explode:
		return strings.Join(v.flat(escape, true), pairs)
	case v.kind == 'o':
		return key + strings.Join(v.flat(escape, false), between)
	case v.kind == 'a' && explode:
		var parts []string
		for _, t := range v.each(escape) {
			parts = append(parts, key+t)
		}
		return strings.Join(parts, pairs)
	}
	return key + strings.Join(v.each(escape), between)
}

// parameterText writes a parameter: by its style, or as the text of its media type.
func parameterText(v effective.Parameter, value string) (string, bool) {
	if len(v.Content) == 0 {
		if v.In == api.InHeader {
			return HeaderText(v.Serial, false, value)
		}
		return Style(v.Name, v.Serial, value)
	}
	text, ok := BodyText(v.Content[0].Name, value)
	if !ok {
		return "", false
	}
	switch v.In {
	case api.InQuerystring:
		if effective.BaseType(v.Content[0].Name) == "application/x-www-form-urlencoded" {
			return text, true
		}
		return url.QueryEscape(text), true
	case api.InHeader:
		return text, true
	case api.InPath:
		return url.PathEscape(text), true
	}
	return url.QueryEscape(v.Name) + "=" + url.QueryEscape(text), true
}

// HeaderText writes a header: its style is simple, and nothing is escaped.
func HeaderText(s api.Serialization, isContent bool, value string) (string, bool) {
	if isContent {
		return value, true
	}
	v, ok := plainOf(value)
	if !ok {
		return "", false
	}
	return v.inPath(func(t string) string { return t }, "", ",", s.Explode), true
}

// Concrete is a media type that fits a range.
func Concrete(key string) string {
	switch base := effective.BaseType(key); {
	case base == "*/*" || base == "application/*":
		return "application/json"
	case base == "text/*":
		return "text/plain"
	case effective.IsRange(key):
		return strings.Replace(base, "*", "x", 1)
	}
	return key
}

// SampleBody returns a body that an entry describes, of a media type that fits it.
func (w *Writer) SampleBody(m *effective.Media, name string, dir change.Direction) (string, bool) {
	schema := m.Type.Schema
	if effective.IsSequence(m.Key) && m.Type.ItemSchema != nil {
		schema = m.Type.ItemSchema
	}
	value, ok := w.Draw(schema, dir)
	if !ok {
		return "", false
	}
	return EncodedText(m, name, value)
}

// EncodedText is BodyText of a media type that may say how the parts of a form are written.
func EncodedText(m *effective.Media, media, value string) (string, bool) {
	v, ok := plainOf(value)
	if !ok || v.kind != 'o' || effective.BaseType(media) != "application/x-www-form-urlencoded" {
		return BodyText(media, value)
	}
	var pairs []string
	for i, name := range v.names {
		serial := api.Serialization{Style: api.StyleForm, Explode: true}
		text := v.texts[i]
		e, _ := api.Find(m.Type.Encoding.ByName, name)
		inner, isJSON := plainOf(text)
		styled := e != nil && (e.Serial.HasStyle || e.Serial.HasExplode || e.Serial.AllowReserved)
		if styled {
			serial = e.Serial
		}
		if list := isJSON && inner.kind == 'a' && !strings.Contains(text, "{"); !isJSON || !styled && !list {
			text = api.JSON(api.String(text)) // one value, as it stands
		}
		pair, ok := Style(name, serial, text)
		if !ok { // nobody says how, such as a list in the style deepObject
			pair, _ = Style(name, api.Serialization{Style: api.StyleForm, Explode: true}, api.JSON(api.String(text)))
		}
		if pair != "" {
			pairs = append(pairs, pair)
		}
	}
	return strings.Join(pairs, "&"), true
}

// BodyText writes a JSON value as a body; not ok if nobody knows how.
func BodyText(media, value string) (string, bool) {
	media = Concrete(media)
	base := effective.BaseType(media)
	switch {
	case effective.IsJSON(media):
		return value, true
	case base == "application/json-seq" || strings.HasSuffix(base, "+json-seq"):
		return "\x1e" + value + "\n", true
	case effective.IsSequence(media):
		return value + "\n", true
	case base == "application/x-www-form-urlencoded":
		return Style("", api.Serialization{Style: api.StyleForm, Explode: true}, value)
	case strings.HasPrefix(base, "multipart/"):
		return multipartText(media, value)
	case effective.IsXML(media):
		return xmlText(value)
	}
	v, ok := plainOf(value)
	return strings.Join(v.texts, ""), ok && v.kind == 's'
}
