package verify

import (
	"bytes"
	"io"
	"maps"
	"mime"
	"mime/multipart"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/verify/wire"
)

// form judges name=value&name=value, of which each property is a part. OAS: Encoding Object; Appendix B of 3.2.
func (j *Judge) form(media *api.MediaType, pairs []wire.Pair, way change.Direction) Result {
	if media.Schema == nil {
		return Result{Valid: true}
	}
	value, about := object{}, wire.OutlineOf(media.Schema)
	inObjects := map[string]bool{} // names that are members of an exploded property
	for _, entry := range media.Encoding.ByName {
		if e := entry.Value; isStyled(e) {
			readings, names, ok := styledProperty(entry.Name, e.Serial, about.Property(entry.Name), pairs)
			if !ok {
				return Result{Errors: []Place{notInStyle("/"+escapeToken(entry.Name), e.Serial)}}
			}
			if len(readings) > 0 {
				value[entry.Name] = readings
			}
			for _, name := range names {
				inObjects[name] = true
			}
		}
	}
	for _, p := range pairs {
		if _, styled := value[p.Name]; styled || inObjects[p.Name] {
			continue
		}
		value[p.Name] = propertyReadings(wire.Named(pairs, p.Name), about.Property(p.Name))
	}
	return j.readings(media.Schema, way, value)
}

// isStyled reports whether a property is written in a style: then its media type does not count. OAS: Encoding Object, style.
func isStyled(e *api.Encoding) bool {
	return e != nil && (e.Serial.HasStyle || e.Serial.HasExplode || e.Serial.AllowReserved)
}

// styledProperty returns the readings of a property in a style, and the names of the pairs that are members of it.
func styledProperty(name string, s api.Serialization, f wire.Outline, pairs []wire.Pair) (
	readings wire.Choice, names []string, ok bool,
) {
	if s.Style == api.StyleDeepObject {
		o, _ := wire.DeepObject(name, pairs)
		for _, p := range pairs {
			if strings.HasPrefix(p.Name, name+"[") {
				names = append(names, p.Name)
			}
		}
		if o != nil {
			readings = wire.Choice{o}
		}
		return readings, names, true
	}
	if s.Explode {
		readings, vague := wire.SeveralPairs(name, f, pairs, func(string) bool { return true }, wire.UnescapePlus)
		if vague {
			readings = nil
		}
		return readings, slices.Collect(maps.Keys(f.Properties)), true
	}
	switch texts := wire.Named(pairs, name); len(texts) {
	case 0:
		return nil, nil, true
	case 1:
		readings, ok = wire.OneText(name, texts[0], s, f, wire.UnescapePlus)
		return readings, nil, ok
	}
	return nil, nil, false
}

// propertyReadings: a property is a value, a list of all its values, or JSON if it is an object or a list of such.
func propertyReadings(raw []string, f wire.Outline) wire.Choice {
	var list []any
	for _, text := range raw {
		list = append(list, valueOrJSON(wire.UnescapePlus(text)))
	}
	return oneOrList(list, f)
}

// oneOrList: what is there once is a value, and may be a list of one.
func oneOrList(list []any, f wire.Outline) wire.Choice {
	switch {
	case len(list) > 1:
		return wire.Choice{list}
	case f.IsArray:
		return wire.Choice{list[0], list}
	}
	return wire.Choice{list[0]}
}

func valueOrJSON(text string) any {
	if strings.HasPrefix(strings.TrimSpace(text), "{") || strings.HasPrefix(strings.TrimSpace(text), "[") {
		if value, wrong := decode([]byte(text)); wrong == nil {
			return wire.Choice{value, text}
		}
	}
	return wire.Leaf(text)
}

// multipart judges the parts of a form. OAS: Encoding Object; RFC 7578.
func (j *Judge) multipart(f *findings, media *api.MediaType, contentType string, body []byte, way change.Direction) {
	_, params, err := mime.ParseMediaType(contentType)
	if err != nil || params["boundary"] == "" {
		f.add("media type", "", "", "a multipart body needs a boundary")
		return
	}
	parts := map[string][]any{}
	for r := multipart.NewReader(bytes.NewReader(body), params["boundary"]); ; {
		part, err := r.NextRawPart()
		if err == io.EOF {
			break
		}
		var data []byte
		if err == nil {
			data, err = io.ReadAll(part)
		}
		if err != nil {
			f.add("body", "", "multipart", "%v", err)
			return
		}
		name := part.FormName()
		parts[name] = append(parts[name], j.part(f, media, name, part, data))
	}
	value, about := object{}, wire.OutlineOf(media.Schema)
	for name, list := range parts {
		value[name] = oneOrList(list, about.Property(name))
	}
	f.include("body", "", j.readings(media.Schema, way, value))
}

// part returns the readings of a part, and reports a media type that the document does not allow for it.
func (j *Judge) part(f *findings, media *api.MediaType, name string, part *multipart.Part, data []byte) any {
	actual := part.Header.Get("Content-Type")
	pointer := "/" + escapeToken(name)
	encoding, _ := api.Find(media.Encoding.ByName, name)
	if encoding != nil && encoding.ContentType != "" && !isStyled(encoding) && !isOneOf(encoding.ContentType, actual) {
		f.add("body", pointer, "contentType", "%s is not one of %s", actual, encoding.ContentType)
	}
	if encoding != nil && len(encoding.Headers) > 0 {
		f.problem("headers of parts are not judged: body %s", pointer)
	}
	if wire.IsJSON(actual) {
		value, wrong := decode(data)
		if wrong != nil {
			f.include("body", pointer, Result{Errors: []Place{*wrong}})
		}
		return value
	}
	if actual == "" || isPlain(wire.BaseType(actual)) {
		return valueOrJSON(string(data))
	}
	return strings.ToValidUTF8(string(data), "\ufffd")
}

// isOneOf reports whether a media type is in a list with commas. A part without one is text (RFC 7578, section 4.4).
func isOneOf(list, actual string) bool {
	if actual == "" {
		actual = "text/plain"
	}
	for declared := range strings.SplitSeq(list, ",") {
		if wire.MediaRank(strings.TrimSpace(declared), actual) >= 0 {
			return true
		}
	}
	return false
}
