package mock

import (
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
	"github.com/oas2go/oas2go/generator/internal/diff/verify/wire"
	"github.com/oas2go/oas2go/generator/internal/examples"
)

// A bodyWriter writes the body of one response.
type bodyWriter struct {
	*engine
	media     *api.MediaType
	status    int
	mediaType string
	example   string // that is preferred, "" for none
}

const eventsType = "text/event-stream"

// write writes the body, or returns why it cannot.
func (w *bodyWriter) write(r *reply) (why string) {
	list := named(w.media.Examples)
	if w.example != "" {
		use, _ := api.Find(w.media.Examples, w.example)
		switch x := use.Value; {
		case x != nil && valueOf(x) != nil:
			list = []api.Named[api.Value]{{Value: valueOf(x)}}
		case x != nil && x.SerializedValue != "":
			r.parts = [][]byte{[]byte(x.SerializedValue)}
			return ""
		default:
			return "the example " + strconv.Quote(w.example) + " is not in the document itself"
		}
	}
	isEvents := wire.BaseType(w.mediaType) == eventsType
	if isEvents || wire.IsJSONSequence(w.mediaType) {
		return w.stream(r, list, isEvents)
	}
	if image := w.image(list); image != "" {
		r.parts = [][]byte{[]byte(image)}
		return ""
	}
	values := w.chosen(w.media.Schema, list)
	if values == nil {
		return "no value of the body was found"
	}
	v := values[0]
	if w.example != "" && !api.Equal(v, list[0].Value) {
		return "the document does not allow its example " + strconv.Quote(w.example)
	}
	text, why := w.text(v)
	r.parts = [][]byte{text}
	return why
}

// image returns an image if the media type is that of one that can be made, and the document has no example.
func (w *bodyWriter) image(list []api.Named[api.Value]) string {
	image := examples.Image(wire.BaseType(w.mediaType))
	if len(list) > 0 || image == "" || !w.judge.Value(w.media.Schema, change.Response, []byte(api.JSON(api.String(strings.ToValidUTF8(image, "\ufffd"))))).Valid {
		return ""
	}
	return image
}

// chosen returns the values of a body that an example service has too, the one that the seed chooses in front; nil if none is found.
func (w *bodyWriter) chosen(s *api.Schema, list []api.Named[api.Value]) (values []api.Value) {
	if s == nil && len(list) == 0 {
		return []api.Value{madeUp}
	}
	for _, v := range w.maker.ForResponse(w.status, w.mediaType).Several(s, change.Response, list, examples.MostOfResponse) {
		if _, isNull := v.Value.(api.Null); !isNull || hasNull(w.mediaType) {
			values = append(values, v.Value)
		}
	}
	if len(values) == 0 {
		if v := w.notNull(s); v != nil {
			return []api.Value{v}
		}
		return nil
	}
	first := startAt(w.seed, len(values))
	return slices.Concat(values[first:], values[:first])
}

// hasNull reports whether a media type can say that a value is null.
func hasNull(mediaType string) bool {
	return wire.IsJSON(mediaType) || wire.IsXML(mediaType) || isYAML(mediaType)
}

func isYAML(mediaType string) bool { return strings.HasSuffix(wire.BaseType(mediaType), "yaml") }

// text writes a value in a media type.
func (w *bodyWriter) text(v api.Value) (text []byte, why string) {
	name := wire.BaseType(w.mediaType)
	switch {
	case wire.IsJSON(w.mediaType), isYAML(w.mediaType): // YAML has JSON in it
		return []byte(api.JSON(v) + "\n"), ""
	case wire.IsXML(w.mediaType):
		if s, isText := v.(api.String); isText && w.media.Schema == nil {
			return []byte(s), ""
		}
		text, err := wire.WriteXML(w.media.Schema, rootName(w.media.Schema), v)
		if err != nil {
			return nil, err.Error()
		}
		return text, ""
	case name == wire.FormType, strings.HasPrefix(name, "multipart/"):
		return nil, "responses in " + name + " are not made"
	}
	if s, isText := v.(api.String); isText {
		return []byte(s), ""
	}
	scalar, ok := messages.BodyText("text/plain", api.JSON(v))
	if !ok {
		return nil, "nothing says how arrays and objects are written in " + name
	}
	return []byte(scalar), ""
}

// rootName is the name of the outermost element of XML where nothing says it: that of the component.
func rootName(s *api.Schema) string {
	if s != nil && s.Ref != nil {
		return s.Ref.Text[strings.LastIndexByte(s.Ref.Text, '/')+1:]
	}
	return "root"
}

// stream writes a few items, one behind the other. OAS 3.2: Sequential Media Types.
func (w *bodyWriter) stream(r *reply, list []api.Named[api.Value], isEvents bool) (why string) {
	values := w.items(list)
	if values == nil {
		return "no value of the items was found"
	}
	r.isEvents = isEvents
	for i, v := range values {
		switch {
		case isEvents:
			r.parts = append(r.parts, []byte(w.event(v, i+1)))
		case wire.BaseType(w.mediaType) == "application/json-seq":
			r.parts = append(r.parts, []byte("\x1e"+api.JSON(v)+"\n"))
		default:
			r.parts = append(r.parts, []byte(api.JSON(v)+"\n"))
		}
	}
	return ""
}

// items returns the values of a stream: those of an array that describes all of it, or of the schema of one.
func (w *bodyWriter) items(list []api.Named[api.Value]) []api.Value {
	schema := w.media.ItemSchema
	if schema == nil {
		schema = w.media.Schema
		if wire.OutlineOf(schema).IsArray {
			if values := w.chosen(schema, list); values != nil {
				all, _ := values[0].(api.Array)
				return all
			}
			return nil
		}
	}
	var each []api.Named[api.Value]
	for _, v := range list {
		all, isList := v.Value.(api.Array)
		if !isList || w.media.ItemSchema == nil {
			each = append(each, v)
			continue
		}
		for _, item := range all {
			each = append(each, api.Named[api.Value]{Name: v.Name, Value: item})
		}
	}
	return w.chosen(schema, each)
}

// event writes an item as a server-sent event (WHATWG HTML, 9.2.5). An item with the members of an event is one, else it is the data. An
// event has an id, so that a client that connects again says that it has seen all.
func (w *bodyWriter) event(v api.Value, number int) string {
	fields, isObject := v.(api.Object)
	_, hasData := fields.Get("data")
	if !isObject || !hasData || w.media.ItemSchema == nil {
		fields = api.Object{{Name: "data", Value: v}}
	}
	var b strings.Builder
	if _, hasID := fields.Get("id"); !hasID {
		b.WriteString("id: " + strconv.Itoa(number) + "\n")
	}
	for _, f := range fields {
		text := api.JSON(f.Value)
		if s, isText := f.Value.(api.String); isText {
			text = string(s)
		}
		for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r", ""), "\n") {
			if f.Name == "data" || f.Name == "event" || f.Name == "id" || f.Name == "retry" {
				b.WriteString(f.Name + ": " + line + "\n")
			}
		}
	}
	return b.String() + "\n"
}
