package codec

import (
	"fmt"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/jsonvalue"
)

// An Answer is a response to a call.
type Answer struct {
	Status int
	Media  string // the Content-Type, "" for none
	Body   string
}

// A Reading is what a client with default options makes of an answer.
type Reading struct {
	// Fails says that the call returns an error because the answer cannot be read. An answer that is no success is an error of every
	// call, and none of this kind.
	Fails bool
	Why   string // it fails, in words that are not those of generated code
	// Untyped says that the answer is no success and that its body is no typed APIError.Body.
	Untyped bool
	// Unknown says that nothing can be told without running the code: the body is XML.
	Unknown bool
}

// Reads says what the client makes of an answer to the method operation.
func (c *Package) Reads(operation string, a Answer) Reading {
	o := c.operations[operation]
	if o == nil {
		return Reading{Unknown: true}
	}
	if a.Status/100 != 2 {
		return Reading{Untyped: !c.typesError(o, a)}
	}
	why, unknown := c.success(o, a)
	return Reading{Fails: why != "", Why: why, Unknown: unknown}
}

// typesError reports whether APIError.Body is set.
func (c *Package) typesError(o *gomodel.Operation, a Answer) bool {
	i := findStatus(len(o.Errors), func(i int) string { return o.Errors[i].Status }, a.Status)
	if i < 0 || strings.TrimSpace(a.Body) == "null" {
		return false
	}
	return c.json(o.Errors[i].Codec, a) == ""
}

// findStatus finds what the document says about a status: by itself, by its range, or for the rest; -1 for nothing.
func findStatus(n int, statusOf func(int) string, code int) int {
	status := strconv.Itoa(code)
	for _, wanted := range []string{status, status[:1] + "XX", "default"} {
		for i := range n {
			if statusOf(i) == wanted {
				return i
			}
		}
	}
	return -1
}

// success says why the answer of a success cannot be read, "" for nothing.
func (c *Package) success(o *gomodel.Operation, a Answer) (why string, unknown bool) {
	switch r := o.Result.(type) {
	case gomodel.ValueResult:
		if slices.Contains(r.Empty, a.Status) {
			return "", false
		}
		if r.Form == gomodel.FormXML {
			return "", true
		}
		return c.value(r.Form, r.Codec, a), false
	case gomodel.OneOfResult:
		return c.oneOf(r, a)
	case gomodel.SequenceResult:
		return c.sequence(r, a), false
	}
	return "", false
}

// value reads a body that is one value.
func (c *Package) value(form gomodel.BodyForm, codec gomodel.Codec, a Answer) string {
	switch {
	case form == gomodel.FormReader || form == gomodel.FormText && codec == gomodel.Codec(gomodel.Scalar{Kind: gomodel.String}):
		return ""
	case form == gomodel.FormText:
		return c.text(codec, a)
	}
	return c.json(codec, a)
}

// text reads the text of a scalar.
func (c *Package) text(codec gomodel.Codec, a Answer) string {
	text := strings.TrimSpace(a.Body)
	if text == "" {
		return "the body is empty"
	}
	s, plain := codec.(gomodel.Scalar)
	if plain && (s.Kind == gomodel.Bool || s.Kind.IsNumber()) {
		return c.parse(codec, text)
	}
	return describe(reader{c}.read(codec, api.String(text), ""))
}

// json reads a body of JSON.
func (c *Package) json(codec gomodel.Codec, a Answer) string {
	switch {
	case a.Body == "":
		return "the body is empty"
	case a.Media != "" && !isJSON(a.Media):
		return fmt.Sprintf("the content type is %q, not JSON", a.Media)
	}
	return c.parse(codec, a.Body)
}

func (c *Package) parse(codec gomodel.Codec, text string) string {
	v, err := jsonvalue.Parse(text)
	if err != nil {
		return err.Error()
	}
	return describe(reader{c}.read(codec, v, ""))
}

func describe(m *misfit) string {
	if m == nil {
		return ""
	}
	return strings.TrimPrefix(m.Error(), ": ")
}

// isJSON reports whether a media type is JSON (RFC 6839, section 3.1).
func isJSON(media string) bool {
	t, _, _ := mime.ParseMediaType(media)
	return t == "application/json" || t == "text/json" || strings.HasSuffix(t, "+json")
}

// oneOf reads an answer whose body depends on the status. A status that the document does not describe may have no body.
func (c *Package) oneOf(r gomodel.OneOfResult, a Answer) (why string, unknown bool) {
	i := findStatus(len(r.Cases), func(i int) string { return r.Cases[i].Status }, a.Status)
	switch {
	case i >= 0 && r.Cases[i].Form == gomodel.FormReader:
		return "", false
	case slices.Contains(r.Empty, a.Status) || i < 0 && a.Body == "":
		return "", false
	case i < 0:
		return "the document does not describe this status", false
	case r.Cases[i].Form == gomodel.FormXML:
		return "", true
	}
	return c.value(r.Cases[i].Form, r.Cases[i].Codec, a), false
}

// sequence reads the items of an answer, one after the other.
func (c *Package) sequence(r gomodel.SequenceResult, a Answer) string {
	wanted := isLines
	if r.Events {
		wanted = isEvents
	}
	if a.Media != "" && !wanted(a.Media) && (a.Status == http.StatusOK || a.Body != "") {
		return fmt.Sprintf("the content type is %q", a.Media)
	}
	items := lines(a.Body)
	switch {
	case r.Events && a.Status == http.StatusNoContent:
		return ""
	case r.Events:
		items = events(a.Body)
	}
	for _, item := range items {
		if r.Form == gomodel.FormText {
			continue
		}
		if why := c.parse(r.Codec, item); why != "" {
			return why
		}
	}
	return ""
}

func isEvents(media string) bool {
	t, _, _ := mime.ParseMediaType(media)
	return t == "text/event-stream"
}

func isLines(media string) bool {
	t, _, _ := mime.ParseMediaType(media)
	names := []string{
		"application/jsonl", "application/x-ndjson", "application/ndjson", "application/json-seq", "application/jsonlines",
		"application/x-jsonlines", "application/json-lines", "application/x-json-stream", "application/stream+json",
	}
	return slices.Contains(names, t) || strings.HasSuffix(t, "+json-seq") || strings.HasSuffix(t, "+jsonl")
}

// lines returns the texts of JSON Lines and its like.
func lines(body string) (items []string) {
	for line := range strings.SplitSeq(body, "\n") {
		if item := strings.TrimSpace(strings.TrimLeft(line, "\x1e")); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// events returns the data of whole events, up to [DONE] (WHATWG HTML, section 9.2.6).
func events(body string) (items []string) {
	data, some := "", false
	for line := range strings.Lines(body) {
		text := strings.TrimRight(line, "\r\n")
		if text == "" && some {
			if data = strings.TrimSuffix(data, "\n"); data == "[DONE]" {
				return items
			}
			items = append(items, data)
			data, some = "", false
			continue
		}
		if field, value, _ := strings.Cut(text, ":"); field == "data" {
			data, some = data+strings.TrimPrefix(value, " ")+"\n", true
		}
	}
	return items
}
