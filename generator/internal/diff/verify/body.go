package verify

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/verify/wire"
)

// body judges the body of a message by the media types of the document.
func (j *Judge) body(f *findings, content []api.Named[api.Use[api.MediaType]], m Message, way change.Direction) {
	actual := m.Header.Get("Content-Type")
	entry := wire.MatchMedia(content, actual)
	switch {
	case actual == "":
		f.add("media type", "", "", "the message has none")
		return
	case entry == nil:
		f.add("media type", "", "", "%s is not one of the document", actual)
		return
	case entry.Value.Value == nil:
		f.problem("the content of %s is not known", entry.Name)
		return
	}
	media := entry.Value.Value
	switch {
	case media.ItemSchema != nil || wire.IsJSONSequence(actual):
		f.include("body", "", j.sequence(media, actual, m.Body, way))
	case wire.BaseType(actual) == wire.FormType && media.Schema != nil:
		f.include("body", "", j.form(media, wire.ParsePairs(string(m.Body)), way))
	case wire.BaseType(actual) == wire.MultipartType && media.Schema != nil:
		j.multipart(f, media, actual, m.Body, way)
	default:
		f.include("body", "", j.text(media.Schema, actual, m.Body, way))
	}
}

// text judges a text of a media type.
func (j *Judge) text(schema *api.Schema, mediaType string, text []byte, way change.Direction) Result {
	name := wire.BaseType(mediaType)
	switch {
	case wire.IsJSON(mediaType) && schema == nil:
		if _, wrong := decode(text); wrong != nil {
			return Result{Errors: []Place{*wrong}}
		}
		return Result{Valid: true}
	case wire.IsJSON(mediaType):
		return j.Value(schema, way, text)
	case schema == nil:
		return Result{Valid: true}
	case wire.IsXML(mediaType):
		return j.xml(schema, text, way)
	case isPlain(name) && utf8.Valid(text):
		return j.readings(schema, way, wire.Leaf(string(text)))
	case isAnyBytes(schema):
		return Result{Valid: true}
	}
	return Result{Problem: problemError("values in " + name + " are not judged")}
}

// xml judges a text of XML.
func (j *Judge) xml(schema *api.Schema, text []byte, way change.Direction) Result {
	readings, wrong, err := wire.ReadXML(schema, text)
	switch {
	case err != nil:
		return Result{Problem: err}
	case wrong != nil:
		return Result{Errors: []Place{{Keyword: "xml", Message: wrong.Error()}}}
	}
	return j.readings(schema, way, readings)
}

// isPlain reports whether a body of a media type is the text of one value.
func isPlain(name string) bool {
	switch name {
	case "text/event-stream", "text/xml", "text/yaml", "text/csv":
		return false
	}
	return strings.HasPrefix(name, "text/")
}

// isAnyBytes reports whether a schema says no more than that there are bytes: it is empty, or a string of the format binary (OAS 3.0), or
// tells what is in it (OAS 3.1).
func isAnyBytes(s *api.Schema) bool {
	for range 10 {
		if s.Ref == nil || s.Ref.Target == nil {
			break
		}
		s = s.Ref.Target
	}
	if s.Form == api.FormTrue {
		return true
	}
	limited := s.Ref != nil || s.Enum != nil || s.Const != nil || s.String != nil || s.Number != nil || s.Array != nil ||
		s.Object != nil || s.Compose != nil
	isBinary := s.Format == "" || s.Format == "binary" || s.Format == "base64"
	return s.Form == api.FormObject && !limited && isBinary && s.Has(api.TypeString)
}

// itemSchema returns the schema of the items of a sequence, nil for any. Before OAS 3.2 nothing said how a schema is meant: one of no array
// is that of an item.
func (j *Judge) itemSchema(media *api.MediaType) *api.Schema {
	if media.ItemSchema == nil && j.doc.Version.Before(3, 2) && !wire.OutlineOf(media.Schema).IsArray {
		return media.Schema
	}
	return media.ItemSchema
}

// sequence judges items that come one behind the other. OAS 3.2: Sequential Media Types.
func (j *Judge) sequence(media *api.MediaType, mediaType string, body []byte, way change.Direction) Result {
	if !wire.IsJSONSequence(mediaType) {
		return Result{Problem: problemError("items in " + wire.BaseType(mediaType) + " are not judged")}
	}
	var f findings
	items, ofItem := []any{}, j.itemSchema(media)
	for line := range bytes.SplitSeq(bytes.ReplaceAll(body, []byte("\x1e"), []byte("\n")), []byte("\n")) {
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		item, wrong := decode(line)
		pointer := pointerOf([]string{indexes(len(items) + 1)[len(items)]})
		if wrong != nil {
			f.include("", pointer, Result{Errors: []Place{*wrong}})
			item = nil
		} else {
			f.include("", pointer, j.value(ofItem, way, item))
		}
		items = append(items, item)
	}
	if len(f.errors) == 0 && ofItem != media.Schema {
		f.include("", "", j.value(media.Schema, way, items))
	}
	return f.result(nil)
}
