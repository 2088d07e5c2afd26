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

// A Response is a response to a call.
type Response struct {
	Status int
	Media  string // the Content-Type, "" for none
	Body   string
}

// A Reading is what a client with default options makes of a response.
type Reading struct {
	// Fails says that the call returns an error because the response cannot be read, or a part of it, which leaves the rest. A response that
	// is no success is an error of every call, and none of this kind.
	Fails bool
	Why   string // it fails, in words that are not those of generated code
	// Untyped says that the response is no success and that its body is no typed APIError.Body.
	Untyped bool
	// Unknown says that nothing can be told without running the code: the body is XML, or an item may be a failure.
	Unknown bool
}

// Reads says what the client makes of a response to the method operation.
func (c *Package) Reads(operation string, a Response) Reading {
	o := c.operations[operation]
	if o == nil {
		return Reading{Unknown: true}
	}
	r := reader{c, o.Tolerate}
	if a.Status/100 != 2 {
		return Reading{Untyped: !r.typesError(o, a)}
	}
	why, unknown := r.success(o, a)
	return Reading{Fails: why != "", Why: why, Unknown: unknown}
}

// typesError reports whether APIError.Body is set: a part of it may be unreadable.
func (r reader) typesError(o *gomodel.Operation, a Response) bool {
	i := findStatus(len(o.Errors), func(i int) string { return o.Errors[i].Status }, a.Status)
	if i < 0 || strings.TrimSpace(a.Body) == "null" {
		return false
	}
	v, why := r.json(a)
	m := r.whole(o.Errors[i].Codec, false, v)
	return why == "" && (m == nil || m.at != "")
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

// success says why the response of a success cannot be read, "" for nothing.
func (r reader) success(o *gomodel.Operation, a Response) (why string, unknown bool) {
	switch result := o.Result.(type) {
	case gomodel.ReaderResult:
		return lacksBody(result.Empty, a), false
	case gomodel.ValueResult:
		if slices.Contains(result.Empty, a.Status) {
			return "", false
		}
		if result.Form == gomodel.FormXML {
			return "", true
		}
		if f := (form{result.Form, result.Codec, result.Nullable}); f.isRaw() {
			return lacksBody(result.Empty, a), false
		}
		return r.value(form{result.Form, result.Codec, result.Nullable}, a), false
	case gomodel.OneOfResult:
		return r.oneOf(result, a)
	case gomodel.SequenceResult:
		return r.sequence(o, result, a)
	}
	return "", false
}

// lacksBody says that a text or bytes are missing: with 204 there are none, with any other status they may be empty.
func lacksBody(empty []int, a Response) string {
	if a.Status == http.StatusNoContent && !slices.Contains(empty, a.Status) {
		return "the body is empty"
	}
	return ""
}

// A form is how a body is read.
type form struct {
	gomodel.BodyForm
	codec    gomodel.Codec
	nullable bool
}

// isRaw reports whether a body is given as it is.
func (f form) isRaw() bool {
	return f.BodyForm == gomodel.FormReader || f.BodyForm == gomodel.FormText && f.codec == gomodel.Codec(gomodel.Scalar{Kind: gomodel.String})
}

// value reads a body that is one value.
func (r reader) value(f form, a Response) string {
	switch {
	case f.isRaw():
		return ""
	case f.BodyForm == gomodel.FormText:
		return r.text(f, a)
	}
	v, why := r.json(a)
	if why != "" {
		return why
	}
	return describe(r.whole(f.codec, f.nullable, v))
}

// text reads the text of a scalar.
func (r reader) text(f form, a Response) string {
	text := strings.TrimSpace(a.Body)
	if text == "" {
		return "the body is empty"
	}
	s, plain := f.codec.(gomodel.Scalar)
	if plain && (s.Kind == gomodel.Bool || s.Kind.IsNumber()) {
		return r.parse(f, text)
	}
	return describe(r.read(f.codec, api.String(text), ""))
}

// json returns the JSON of a body, or why there is none.
func (r reader) json(a Response) (v api.Value, why string) {
	switch {
	case a.Body == "":
		return nil, "the body is empty"
	case a.Media != "" && !isJSON(a.Media):
		return nil, fmt.Sprintf("the content type is %q, not JSON", a.Media)
	}
	v, err := jsonvalue.Parse(a.Body)
	if err != nil {
		return nil, err.Error()
	}
	return v, ""
}

func (r reader) parse(f form, text string) string {
	v, err := jsonvalue.Parse(text)
	if err != nil {
		return err.Error()
	}
	return describe(r.whole(f.codec, f.nullable, v))
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

// oneOf reads a response whose body depends on the status. A status that the document does not describe is the first whose media type came,
// or may have no body.
func (r reader) oneOf(result gomodel.OneOfResult, a Response) (why string, unknown bool) {
	i := findStatus(len(result.Cases), func(i int) string { return result.Cases[i].Status }, a.Status)
	if i < 0 && a.Media != "" {
		i = slices.IndexFunc(result.Cases, func(c gomodel.ResultCase) bool {
			if c.Form == gomodel.FormJSON {
				return isJSON(a.Media)
			}
			return isOneOf(a.Media, c.Media)
		})
	}
	switch {
	case i >= 0 && result.Cases[i].Form == gomodel.FormReader:
		return "", false
	case slices.Contains(result.Empty, a.Status) || i < 0 && a.Body == "":
		return "", false
	case i < 0:
		return "the document does not describe this status", false
	case result.Cases[i].Form == gomodel.FormXML:
		return "", true
	}
	c := result.Cases[i]
	return r.value(form{c.Form, c.Codec, c.Nullable}, a), false
}

// isOneOf reports whether a media type is one of a list, in which there may be ranges.
func isOneOf(media, list string) bool {
	own, _, err := mime.ParseMediaType(media)
	if err != nil {
		return false
	}
	return slices.ContainsFunc(strings.Split(list, ","), func(allowed string) bool {
		allowed, _, _ = strings.Cut(allowed, ";")
		allowed = strings.ToLower(strings.TrimSpace(allowed))
		family, isRange := strings.CutSuffix(allowed, "*")
		return own == allowed || isRange && (family == "*/" || family == "" || strings.HasPrefix(own, family))
	})
}
