package server

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// madeUp is the content of what no schema describes: a text, bytes, a header.
const madeUp = "example"

// elsewhere is where redirects lead that say nothing else.
const elsewhere = "/example"

// bodies returns the bodies that a method may give for a status.
func (x exampleBuilder) bodies(r *operations.Result, e api.ResponseEntry, call *gomodel.Operation) (list []gomodel.SetExample) {
	c := caseOf(r, e)
	if c == nil {
		return nil
	}
	content := contentOf(e, c)
	given := namedValues(content)
	if c.Kind == media.Stream {
		return x.bytes(r, c, given)
	}
	nullable := len(gomodel.EmptyCodes(call.Result)) == 0 && c.Kind != media.Text
	for _, v := range x.values(c.Schema, codeOf(e.Status, 200), c.Media, given) {
		if _, null := v.Value.(api.Null); null && !nullable {
			continue // it has no text, or would say that there is no body
		}
		list = append(list, jsonExample(v, c, r.Union))
	}
	return list
}

// caseOf returns the case of a result for a status, nil for none. Where all have one type, the first case speaks for all.
func caseOf(r *operations.Result, e api.ResponseEntry) *operations.ResultCase {
	for _, c := range r.Cases {
		if c.Status == e.Status {
			return c
		}
	}
	if r.Union || r.Suffix != "" || len(r.Cases) == 0 {
		return nil
	}
	return r.Cases[0]
}

// contentOf returns what the document says of the media type of a case, nil if the status has another one.
func contentOf(e api.ResponseEntry, c *operations.ResultCase) *api.MediaType {
	for _, m := range e.Use.Value.Content {
		if m.Name == c.Media {
			return m.Value.Value
		}
	}
	return nil
}

// namedValues returns the examples of a media type.
func namedValues(m *api.MediaType) (list []api.Named[api.Value]) {
	if m == nil {
		return nil
	}
	for _, x := range m.Examples {
		e := x.Value.Value
		switch {
		case e != nil && e.DataValue != nil:
			list = append(list, api.Named[api.Value]{Name: x.Name, Pos: x.Pos, Value: e.DataValue})
		case e != nil && e.Value != nil:
			list = append(list, api.Named[api.Value]{Name: x.Name, Pos: x.Pos, Value: e.Value})
		}
	}
	return list
}

// values returns sample values. What no schema describes may be anything.
func (x exampleBuilder) values(s *api.Schema, status int, mediaType string, given []api.Named[api.Value]) []api.Named[api.Value] {
	if s != nil {
		return x.Samples.Several(s, status, mediaType, given, maxExamples)
	}
	if len(given) == 0 {
		return []api.Named[api.Value]{{Value: api.String(madeUp)}}
	}
	return given[:min(len(given), maxExamples)]
}

// codeOf returns the status that a response has if nobody asks for another one of its range. usual is that of default.
func codeOf(s api.Status, usual int) int {
	switch {
	case s == api.DefaultStatus:
		return usual
	case s.IsRange():
		return int(s) * 100
	}
	return int(s)
}

// jsonExample returns a value as the decoder of a result reads it.
func jsonExample(v api.Named[api.Value], c *operations.ResultCase, union bool) gomodel.SetExample {
	e := gomodel.SetExample{Name: v.Name, Body: api.JSON(v.Value)}
	if c.Kind != media.Text {
		return e
	}
	text, isString := v.Value.(api.String)
	switch {
	case union: // the text itself
		if e.Text = true; isString {
			e.Body = string(text)
		}
		if e.Body == "" {
			e.Body = madeUp
		}
	case !isString && shapes.IsText(c.Use.Shape):
		e.Body = api.JSON(api.String(e.Body))
	}
	return e
}

// bytes returns the content of a result that is bytes: a text of the document, or one that is made up.
func (x exampleBuilder) bytes(r *operations.Result, c *operations.ResultCase, given []api.Named[api.Value]) (list []gomodel.SetExample) {
	var header []gomodel.SentHeader
	accept := r.Accept
	if r.Union {
		accept = []string{c.Media}
	}
	for _, name := range accept {
		if strings.Contains(name, "*") {
			header = []gomodel.SentHeader{{Name: "Content-Type", Text: concrete(name)}}
		}
	}
	for _, v := range given[:min(len(given), maxExamples)] {
		body := api.JSON(v.Value)
		if text, ok := v.Value.(api.String); ok {
			body = string(text)
		}
		if body != "" {
			list = append(list, gomodel.SetExample{Name: v.Name, Header: header, Text: true, Body: body})
		}
	}
	if list == nil {
		list = []gomodel.SetExample{{Header: header, Text: true, Body: x.content(accept)}}
	}
	return list
}

// content returns bytes that are made up: an image where all of the media types are one that can be made, else a text.
func (x exampleBuilder) content(accept []string) string {
	if len(accept) == 1 {
		name := media.BaseType(accept[0])
		if strings.Contains(name, "*") {
			name = concrete(name)
		}
		if image := x.Samples.Image(name); image != "" {
			return image
		}
	}
	return madeUp
}

// concrete returns a media type of a range.
func concrete(name string) string {
	family, _, _ := strings.Cut(media.BaseType(name), "/")
	switch family {
	case "text":
		return "text/plain"
	case "image":
		return "image/png"
	case "audio", "video":
		return family + "/mpeg"
	}
	return "application/octet-stream"
}

// failure returns the bodies of a failure. One whose body has no Go type is sent with the default body.
func (x exampleBuilder) failure(e api.ResponseEntry) (list []gomodel.SetExample, ok bool) {
	if body := x.failureBody(e); body != nil {
		var given []api.Named[api.Value]
		for _, m := range e.Use.Value.Content {
			if kind := media.KindOf(m.Name); kind == media.JSON || kind == media.Any {
				given = append(given, namedValues(m.Value.Value)...)
			}
		}
		made := x.values(body.Schema, codeOf(e.Status, 500), body.Media, given)
		if len(given) == 0 {
			made = made[:min(len(made), 1)] // a failure that is made up is like any other
		}
		for _, v := range made {
			list = append(list, gomodel.SetExample{Name: v.Name, Body: api.JSON(v.Value)})
		}
		return list, len(list) > 0
	}
	if !slices.Contains(x.o.Failures.Texts, e.Status) {
		return []gomodel.SetExample{{}}, true
	}
	for _, m := range e.Use.Value.Content {
		for _, v := range namedValues(m.Value.Value) {
			if text, ok := v.Value.(api.String); ok && text != "" && len(list) < maxExamples {
				list = append(list, gomodel.SetExample{Name: v.Name, Text: true, Body: string(text)})
			}
		}
	}
	if list == nil {
		list = []gomodel.SetExample{{Text: true, Body: madeUp}}
	}
	return list, true
}

// failureBody returns the type of the body of a failure, which a broader status may have for it; nil for none.
func (x exampleBuilder) failureBody(e api.ResponseEntry) *operations.ErrorBody {
	isJSON := slices.ContainsFunc(e.Use.Value.Content, func(m api.Named[api.Use[api.MediaType]]) bool {
		kind := media.KindOf(m.Name)
		return kind == media.JSON || kind == media.Any
	})
	if !isJSON {
		return nil
	}
	for _, is := range []func(api.Status) bool{
		func(s api.Status) bool { return s == e.Status },
		func(s api.Status) bool { return s.IsRange() && s == e.Status/100 },
		func(s api.Status) bool { return s == api.DefaultStatus },
	} {
		for i := range x.o.Failures.Bodies {
			if body := &x.o.Failures.Bodies[i]; is(body.Status) {
				return body
			}
		}
	}
	return nil
}

// header returns the headers of a success that it requires, and where a redirect leads; false if one has no value.
func (x exampleBuilder) header(e api.ResponseEntry) (list []gomodel.SentHeader, ok bool) {
	isRedirect := operations.StatusText(e.Status)[0] == '3'
	for _, h := range x.o.Headers.List {
		isLocation := isRedirect && strings.EqualFold(h.Wire, "Location")
		if !isLocation && !slices.Contains(h.Requires, e.Status) {
			continue
		}
		text, ok := x.headerText(h)
		if !ok {
			return nil, false
		}
		list = append(list, gomodel.SentHeader{Name: h.Wire, Text: text})
		isRedirect = isRedirect && !isLocation
	}
	if isRedirect {
		list = append(list, gomodel.SentHeader{Name: "Location", Text: elsewhere})
	}
	return list, true
}

// headerText returns a value of a header as it is sent.
func (x exampleBuilder) headerText(h *operations.Header) (text string, ok bool) {
	if h.Schema == nil {
		return madeUp, true
	}
	var given []api.Value
	for _, v := range namedValues(&api.MediaType{Examples: h.Header.Examples}) {
		given = append(given, v.Value)
	}
	v := x.Samples.Given(h.Schema, false, given)
	if v == nil { // not an empty text, if that can be
		v = x.Samples.Value(h.Schema, false, []api.Value{api.String(elsewhere), api.String(madeUp)})
	}
	if v == nil {
		return "", false
	}
	plain := func(v api.Value) string {
		if s, ok := v.(api.String); ok && h.Form != gomodel.HeaderPlain {
			return string(s)
		}
		return api.JSON(v)
	}
	text = plain(v)
	if items, isList := v.(api.Array); isList && (h.Form == gomodel.HeaderTexts || h.Form == gomodel.HeaderList) {
		var texts []string
		for _, item := range items {
			texts = append(texts, plain(item))
		}
		text = strings.Join(texts, ",")
	}
	isControl := func(c rune) bool { return c < ' ' || c == 0x7f }
	return text, !strings.ContainsFunc(text, isControl)
}
