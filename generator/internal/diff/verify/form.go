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
)

// form judges name=value&name=value, of which each property is a part. OAS: Encoding Object; Appendix B of 3.2.
func (j *Judge) form(media *api.MediaType, pairs []pair, way change.Direction) Result {
	if media.Schema == nil {
		return Result{Valid: true}
	}
	value := object{}
	inObjects := map[string]bool{} // names that are members of an exploded property
	for _, entry := range media.Encoding.ByName {
		if e := entry.Value; isStyled(e) {
			readings, names, ok := styledProperty(entry.Name, e.Serial, outlineOf(propertyOf(media.Schema, entry.Name)), pairs)
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
		if _, styled := value[p.name]; styled || inObjects[p.name] {
			continue
		}
		value[p.name] = propertyReadings(named(pairs, p.name), outlineOf(propertyOf(media.Schema, p.name)))
	}
	return j.readings(media.Schema, way, value)
}

// isStyled reports whether a property is written in a style: then its media type does not count. OAS: Encoding Object, style.
func isStyled(e *api.Encoding) bool {
	return e != nil && (e.Serial.HasStyle || e.Serial.HasExplode || e.Serial.AllowReserved)
}

// styledProperty returns the readings of a property in a style, and the names of the pairs that are members of it.
func styledProperty(name string, s api.Serialization, f outline, pairs []pair) (readings choice, names []string, ok bool) {
	if s.Style == api.StyleDeepObject {
		o, _ := deepObject(name, pairs)
		for _, p := range pairs {
			if strings.HasPrefix(p.name, name+"[") {
				names = append(names, p.name)
			}
		}
		if o != nil {
			readings = choice{o}
		}
		return readings, names, true
	}
	if s.Explode {
		readings, vague := severalPairs(name, f, pairs, func(string) bool { return true }, unescapePlus)
		if vague {
			readings = nil
		}
		return readings, slices.Collect(maps.Keys(f.names)), true
	}
	switch texts := named(pairs, name); len(texts) {
	case 0:
		return nil, nil, true
	case 1:
		readings, ok = oneText(name, texts[0], s, f, unescapePlus)
		return readings, nil, ok
	}
	return nil, nil, false
}

// propertyReadings: a property is a value, a list of all its values, or JSON if it is an object or a list of such.
func propertyReadings(raw []string, f outline) choice {
	var list []any
	for _, text := range raw {
		list = append(list, valueOrJSON(unescapePlus(text)))
	}
	return oneOrList(list, f)
}

// oneOrList: what is there once is a value, and may be a list of one.
func oneOrList(list []any, f outline) choice {
	switch {
	case len(list) > 1:
		return choice{list}
	case f.isArray:
		return choice{list[0], list}
	}
	return choice{list[0]}
}

func valueOrJSON(text string) any {
	if strings.HasPrefix(strings.TrimSpace(text), "{") || strings.HasPrefix(strings.TrimSpace(text), "[") {
		if value, wrong := decode([]byte(text)); wrong == nil {
			return choice{value, text}
		}
	}
	return leaf(text)
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
	value := object{}
	for name, list := range parts {
		value[name] = oneOrList(list, outlineOf(propertyOf(media.Schema, name)))
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
	if isJSON(actual) {
		value, wrong := decode(data)
		if wrong != nil {
			f.include("body", pointer, Result{Errors: []Place{*wrong}})
		}
		return value
	}
	if actual == "" || isPlain(baseType(actual)) {
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
		if mediaRank(strings.TrimSpace(declared), actual) >= 0 {
			return true
		}
	}
	return false
}
