package mock

import (
	"net/http"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/messages"
	"github.com/oas2go/oas2go/generator/internal/diff/verify"
	"github.com/oas2go/oas2go/generator/internal/examples"
)

// An engine makes responses, and judges them. It is for one goroutine at a time.
type engine struct {
	judge   *verify.Judge
	maker   *examples.Maker
	seed    uint64
	replies map[replyKey]*reply
}

// A reply is a response that is ready to be sent, or why there is none.
type reply struct {
	status   int
	header   http.Header
	parts    [][]byte // the body; several are the items of a stream
	isEvents bool
	why      string
}

// A replyKey is what a reply depends on.
type replyKey struct {
	op, status         int
	mediaType, example string
}

// maxReplies is how many replies are kept: clients choose media types of a range, so there may be any number.
const maxReplies = 10_000

// choose returns the status and the response for a preferred code, or the usual ones: the first success of the document, else a
// redirect, else the default, else the first one.
func (o *operation) choose(code int) (status int, response *api.Response) {
	if code != 0 {
		if response, ok := verify.ResponseFor(o.api, code); ok {
			return code, response
		}
	}
	status = o.usualStatus()
	response, _ = verify.ResponseFor(o.api, status)
	return status, response
}

func (o *operation) usualStatus() int {
	list := o.api.Responses
	for _, class := range []api.Status{2, 3} {
		for _, entry := range list {
			if entry.Status/100 == class {
				return int(entry.Status)
			}
		}
		if slices.ContainsFunc(list, func(e api.ResponseEntry) bool { return e.Status == class }) {
			return int(class) * 100
		}
	}
	if len(list) == 0 || slices.ContainsFunc(list, func(e api.ResponseEntry) bool { return e.Status == api.DefaultStatus }) {
		return http.StatusOK
	}
	if first := list[0].Status; !first.IsRange() {
		return int(first)
	}
	return int(list[0].Status) * 100
}

// usual returns the response that a request gets which prefers nothing.
func (e *engine) usual(o *operation) *reply {
	r, _ := e.preferred(o, preferences{}, nil)
	return r
}

// preferred returns the response that a request prefers, and the preferences that were applied.
func (e *engine) preferred(o *operation, p preferences, accept []string) (r *reply, applied []string) {
	status, response := o.choose(p.code)
	if p.code != 0 && status == p.code {
		applied = append(applied, p.codeText())
	}
	switch {
	case len(o.api.Responses) == 0:
		return &reply{status: status}, applied
	case response == nil:
		return &reply{status: status, why: "the response is not known"}, applied
	case status < http.StatusOK:
		return &reply{status: status, why: "a status below 200 is no response by itself"}, applied
	}
	mediaType, entry := negotiate(response.Content, accept)
	if entry < 0 && len(response.Content) > 0 { // a failure, or there is no body
		mediaType, entry = messages.Concrete(response.Content[0].Name), 0
	}
	example := ""
	if with, at, ok := withExample(response.Content, p.example, entry, accept); ok {
		applied = append(applied, p.exampleText())
		mediaType, entry, example = with, at, p.example
	}
	key := replyKey{o.op, status, mediaType, example}
	if e.replies[key] == nil {
		if len(e.replies) >= maxReplies {
			clear(e.replies)
		}
		e.replies[key] = e.make(o, key, response, entry)
	}
	return e.replies[key], applied
}

// withExample finds a named example: of the media type that was negotiated, or of another one that the client takes.
func withExample(content []api.Named[api.Use[api.MediaType]], name string, entry int, accept []string) (mediaType string, at int, ok bool) {
	if name == "" || entry < 0 {
		return "", 0, false
	}
	indexes := []int{entry}
	for i := range content {
		indexes = append(indexes, i)
	}
	for _, i := range indexes {
		if media := content[i].Value.Value; media == nil || !hasExample(media, name) {
			continue
		}
		if with, taken := negotiate(content[i:i+1], accept); taken == 0 {
			return with, i, true
		}
	}
	return "", 0, false
}

func hasExample(media *api.MediaType, name string) bool {
	_, ok := api.Find(media.Examples, name)
	return ok
}

// make makes a response and lets the judge have the last word. entry is the index of the media type, -1 for none.
func (e *engine) make(o *operation, key replyKey, response *api.Response, entry int) *reply {
	r := &reply{status: key.status, header: http.Header{}}
	if missing := e.addHeaders(r, response); missing != "" {
		r.why = "no value was found for the required header " + missing
		return r
	}
	if entry >= 0 && hasBody(r.status) {
		media := response.Content[entry].Value.Value
		if media == nil {
			r.why = "the content of " + key.mediaType + " is not known"
			return r
		}
		w := bodyWriter{engine: e, media: media, status: key.status, mediaType: key.mediaType, example: key.example}
		if r.why = w.write(r); r.why != "" {
			return r
		}
		r.header.Set("Content-Type", key.mediaType)
	}
	result := e.judge.Response(o.api, verify.Message{Method: o.method, Status: r.status, Header: r.header, Body: slices.Concat(r.parts...)})
	if len(result.Errors) > 0 {
		r.why = "what was made is not allowed: " + result.Errors[0].String()
	}
	return r
}

// addHeaders adds the headers of a response, and returns the first one that is required and cannot be made. Those of the connection
// belong to the server, and a coding of the body would have to be true.
func (e *engine) addHeaders(r *reply, response *api.Response) (missing string) {
	for _, entry := range response.Headers {
		name := http.CanonicalHeaderKey(entry.Name)
		switch name {
		case "Content-Type", "Content-Length", "Content-Encoding", "Transfer-Encoding", "Connection", "Trailer", "Upgrade", "Date", "Preference-Applied":
			continue
		}
		h := entry.Value.Value
		if h == nil || !isToken(name) || r.header[name] != nil {
			continue
		}
		text, ok := e.headerText(h)
		switch {
		case ok:
			r.header[name] = []string{text}
		case h.Required && missing == "":
			missing = entry.Name
		}
	}
	return missing
}

func (e *engine) headerText(h *api.Header) (text string, ok bool) {
	schema, list := h.Schema, values(h.Examples)
	if len(h.Content) > 0 {
		media := h.Content[0].Value.Value
		if media == nil {
			return "", false
		}
		schema, list = media.Schema, append(list, values(media.Examples)...)
	}
	v := e.value(schema, list)
	if _, isNull := v.(api.Null); isNull && len(h.Content) == 0 {
		v = e.notNull(schema)
	}
	if v == nil {
		return "", false
	}
	text, ok = messages.HeaderText(h.Serial, len(h.Content) > 0, api.JSON(v))
	return text, ok && !strings.ContainsFunc(text, func(c rune) bool { return c < ' ' && c != '\t' || c == 0x7f })
}

// isToken reports whether a text can be the name of a header (RFC 9110, section 5.6.2).
func isToken(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(c rune) bool {
		return c <= ' ' || c > '~' || strings.ContainsRune(`"(),/:;<=>?@[\]{}`, c)
	})
}

// madeUp is the content of what no schema describes, as it is in an example service.
const madeUp = api.String("example")

// value returns a value of a schema, of list if one of it is valid; nil if none is found.
func (e *engine) value(s *api.Schema, list []api.Value) api.Value {
	if s == nil && len(list) == 0 {
		return madeUp
	}
	return e.maker.Full(s, change.Response, list)
}

// notNull returns a value of a schema for a text, in which there is no null; nil if none is found.
func (e *engine) notNull(s *api.Schema) api.Value {
	if s == nil {
		return nil
	}
	plain := &api.Schema{Pos: s.Pos, Types: []api.Type{api.TypeBoolean, api.TypeObject, api.TypeArray, api.TypeNumber, api.TypeString}}
	return e.maker.Value(&api.Schema{Pos: s.Pos, Compose: &api.Composition{AllOf: []*api.Schema{s, plain}}}, change.Response, nil)
}

// values returns the values of examples.
func values(list []api.Named[api.Use[api.Example]]) (values []api.Value) {
	for _, v := range named(list) {
		values = append(values, v.Value)
	}
	return values
}

// named returns the values of examples with their names.
func named(list []api.Named[api.Use[api.Example]]) (values []api.Named[api.Value]) {
	for _, entry := range list {
		if v := valueOf(entry.Value.Value); v != nil {
			values = append(values, api.Named[api.Value]{Name: entry.Name, Value: v})
		}
	}
	return values
}

func valueOf(x *api.Example) api.Value {
	switch {
	case x == nil:
		return nil
	case x.DataValue != nil:
		return x.DataValue
	}
	return x.Value
}
