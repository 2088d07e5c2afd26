package messages

import (
	"encoding/base64"
	"net/url"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/effective"
)

// A Message is a request or a response. Its URL is relative where the host does not matter, and "" for a message to a receiver, which
// says itself where it is.
type Message struct {
	Operation   string // that it belongs to
	Direction   change.Direction
	Method, URL string // of a request
	Status      int    // of a response, else 0
	Header      []Field
	Body        string
	HasBody     bool
	Scopes      []string // that the token of the request grants
	Certificate bool     // the caller shows one
}

// A Field is a header.
type Field struct{ Name, Value string }

// A Draft says what a request has other than the smallest one.
type Draft struct {
	Omit        string // the key of a parameter that is left out
	Set, Value  string // the key of one that has this value, as JSON
	Query       string // more text of the query
	Server      string // a base URL
	Absolute    bool   // the URL has a host
	NoBody      bool
	Media, Body string                 // a body, as text
	Credentials *effective.Requirement // of this alternative only
}

// A Writer writes messages.
type Writer struct {
	Sample  Sampler
	Schemes *effective.Schemes
}

// Draw returns a value of a schema.
func (w *Writer) Draw(s *api.Schema, dir change.Direction) (string, bool) {
	switch {
	case w.Sample == nil:
		return "", false
	case s == nil:
		return `""`, true
	}
	return w.Sample(s, dir)
}

// drawText returns a value that is no empty text, if the schema has one: an empty segment of a path leads nowhere, and some readers take
// an empty parameter for none.
func (w *Writer) drawText(s *api.Schema, dir change.Direction) (string, bool) {
	text, ok := w.Draw(s, dir)
	if !ok || text != `""` {
		return text, ok
	}
	one := api.Int(1)
	long := &api.Schema{String: &api.StringRules{MinLength: &one}}
	if s != nil {
		long = &api.Schema{Pos: s.Pos, Compose: &api.Composition{AllOf: []*api.Schema{s, long}}}
	}
	if longer, ok := w.Draw(long, dir); ok {
		return longer, true
	}
	return text, true
}

// Request returns the smallest request that the old document allows, or the new one if it is received, with what both need, so that
// only the edit can be the reason to refuse it. It is nil if a part of it cannot be written.
func (w *Writer) Request(p *effective.Pair, d Draft) *Message {
	own, foreign := p.Old, p.New
	if p.Direction == change.Response || own == nil {
		own, foreign = p.New, p.Old
	}
	r := &requestWriter{Writer: w, pair: p, draft: d, path: own.Path, message: &Message{Operation: p.Name,
		Direction: p.Direction, Method: own.API.Method}}
	r.parameters(own.Parameters(), nil)
	if foreign != nil {
		r.parameters(foreign.Parameters(), own.Parameters())
	}
	r.body(own, foreign)
	r.credentials(own, foreign)
	if r.failed {
		return nil
	}
	m := r.message
	if len(r.cookies) > 0 {
		m.Header = append(m.Header, Field{"Cookie", strings.Join(r.cookies, "; ")})
	}
	if !p.Incoming() {
		m.URL = r.base(own, foreign) + filled(r.path)
	}
	if d.Query != "" {
		r.query = append(r.query, d.Query)
	}
	if len(r.query) > 0 {
		m.URL += "?" + strings.Join(r.query, "&")
	}
	return m
}

// filled is a path without the variables that nobody declares.
func filled(path string) string {
	names, _ := api.TemplateNames(path)
	for _, name := range names {
		path = strings.Replace(path, "{"+name+"}", "x", 1)
	}
	return path
}

// A requestWriter collects the parts of a request.
type requestWriter struct {
	*Writer
	pair    *effective.Pair
	draft   Draft
	path    string
	query   []string
	cookies []string
	message *Message
	failed  bool
}

// parameters writes those that are required and the one that the draft sets, but none of known.
func (w *requestWriter) parameters(list, known []effective.Parameter) {
	for _, v := range list {
		is := func(o effective.Parameter) bool { return o.Key == v.Key }
		set := v.Key == w.draft.Set
		if slices.ContainsFunc(known, is) || !set && (v.Key == w.draft.Omit || !v.Required) {
			continue
		}
		text, ok := w.draft.Value, true
		if !set {
			text, ok = w.drawText(effective.SchemaOf(v.Schema, v.Content), w.pair.Direction)
		}
		if ok {
			ok = w.parameter(v, text)
		}
		w.failed = w.failed || !ok
	}
}

func (w *requestWriter) parameter(v effective.Parameter, json string) bool {
	text, ok := parameterText(v, json)
	if !ok {
		return false
	}
	switch v.In {
	case api.InPath:
		if text == "" {
			return false // an empty segment leads nowhere
		}
		w.path = strings.Replace(w.path, "{"+v.Name+"}", text, 1)
	case api.InHeader:
		w.message.Header = append(w.message.Header, Field{v.Name, text})
	case api.InCookie:
		w.cookies = append(w.cookies, text)
	default:
		if text != "" {
			w.query = append(w.query, text)
		}
	}
	return true
}

func (w *requestWriter) body(own, foreign *effective.Operation) {
	b := effective.BodyOf(own.API)
	switch {
	case w.draft.NoBody:
		return
	case w.draft.Media != "":
		w.message.put(w.draft.Media, w.draft.Body)
		return
	case b == nil && foreign != nil:
		b = effective.BodyOf(foreign.API)
	}
	needed := b != nil && b.Required
	if foreign != nil {
		other := effective.BodyOf(foreign.API)
		needed = needed || b != nil && other != nil && other.Required
	}
	if !needed {
		return
	}
	entries := effective.MediaOf(b.Content)
	for i := range entries {
		name := Concrete(entries[i].Key)
		if text, ok := w.SampleBody(&entries[i], name, w.pair.Direction); ok {
			w.message.put(name, text)
			return
		}
	}
	w.failed = len(entries) > 0
}

func (m *Message) put(media, body string) {
	if strings.HasPrefix(media, "multipart/") {
		media += "; boundary=" + boundary
	}
	m.Header = append(m.Header, Field{"Content-Type", media})
	m.Body, m.HasBody = body, true
}

// credentials shows those that the draft wants, or those that both documents want.
func (w *requestWriter) credentials(own, foreign *effective.Operation) {
	if w.draft.Credentials != nil {
		w.show(*w.draft.Credentials)
		return
	}
	w.show(least(w.Schemes.Requirements(own, w.pair.Incoming())))
	if foreign != nil {
		w.show(least(w.Schemes.Requirements(foreign, w.pair.Incoming())))
	}
}

// least is the alternative with the fewest schemes.
func least(list []effective.Requirement) effective.Requirement {
	return slices.MinFunc(list, func(a, b effective.Requirement) int { return len(a.Schemes) - len(b.Schemes) })
}

func (w *requestWriter) show(r effective.Requirement) {
	for _, use := range r.Schemes {
		if use.Target == nil {
			continue
		}
		switch k := use.Target.Kind.(type) {
		case api.APIKey:
			w.showKey(k)
		case api.HTTPAuth:
			value := k.Scheme + " x"
			switch strings.ToLower(k.Scheme) {
			case "basic":
				value = "Basic " + base64.StdEncoding.EncodeToString([]byte("user:password"))
			case "bearer":
				value = "Bearer token"
			}
			w.authorize(value)
		case api.OAuth2, api.OpenIDConnect:
			w.authorize("Bearer token")
			for _, scope := range use.Scopes {
				if !slices.Contains(w.message.Scopes, scope) {
					w.message.Scopes = append(w.message.Scopes, scope)
				}
			}
		case api.MutualTLS:
			w.message.Certificate = true
		}
	}
}

func (w *requestWriter) authorize(value string) {
	if !slices.ContainsFunc(w.message.Header, func(f Field) bool { return f.Name == "Authorization" }) {
		w.message.Header = append(w.message.Header, Field{"Authorization", value})
	}
}

func (w *requestWriter) showKey(k api.APIKey) {
	pair := url.QueryEscape(k.Name) + "=key"
	switch k.In {
	case api.InHeader:
		if !slices.ContainsFunc(w.message.Header, func(f Field) bool { return strings.EqualFold(f.Name, k.Name) }) {
			w.message.Header = append(w.message.Header, Field{k.Name, "key"})
		}
	case api.InCookie:
		if !slices.Contains(w.cookies, k.Name+"=key") {
			w.cookies = append(w.cookies, k.Name+"=key")
		}
	default:
		if !slices.Contains(w.query, pair) {
			w.query = append(w.query, pair)
		}
	}
}

// base is the beginning of the URL: that of a server of both documents if there is one.
func (w *requestWriter) base(own, foreign *effective.Operation) string {
	servers, _ := own.Servers()
	list := effective.Addresses(servers)
	chosen := list[0]
	if foreign != nil {
		others, _ := foreign.Servers()
		lost := effective.Missing(list, effective.Addresses(others))
		for _, a := range list {
			if !slices.Contains(lost, a) {
				chosen = a
				break
			}
		}
	}
	if w.draft.Absolute {
		chosen = w.draft.Server
	}
	chosen = effective.Filled(chosen)
	if w.draft.Absolute {
		return chosen
	}
	return effective.SplitAddress(chosen).Path
}

// A Reply says what a response has other than the smallest one.
type Reply struct {
	Omit        string  // a header that is left out
	Set         *string // the value that it has instead
	NoBody      bool
	Media, Body string
}

// Reply returns the smallest response of a status that the new document allows, or the old one if callers respond.
func (w *Writer) Reply(p *effective.Pair, status api.Status, d Reply) *Message {
	own := p.New
	if p.Responses() == change.Request {
		own = p.Old
	}
	entry := effective.EntryFor(own.API.Responses, status)
	if entry == nil {
		return nil
	}
	m := &Message{Operation: p.Name, Direction: p.Responses(), Status: effective.ExampleStatus(status, p), Method: own.API.Method}
	if d.Set != nil {
		m.Header = append(m.Header, Field{d.Omit, *d.Set})
	}
	for _, h := range effective.HeadersOf(entry.Use.Value.Headers) {
		if !h.Required || strings.EqualFold(h.Name, d.Omit) {
			continue
		}
		value, ok := w.drawText(effective.SchemaOf(h.Schema, h.Content), p.Responses())
		if ok {
			value, ok = HeaderText(h.Serial, len(h.Content) > 0, value)
		}
		if !ok {
			return nil
		}
		m.Header = append(m.Header, Field{h.Name, value})
	}
	if !w.replyBody(m, entry.Use.Value, p.Responses(), d) {
		return nil
	}
	return m
}

func (w *Writer) replyBody(m *Message, r *api.Response, dir change.Direction, d Reply) bool {
	entries := effective.MediaOf(r.Content)
	switch {
	case d.Media != "":
		m.put(d.Media, d.Body)
	case d.NoBody || len(entries) == 0:
	default:
		for i := range entries {
			name := Concrete(entries[i].Key)
			if text, ok := w.SampleBody(&entries[i], name, dir); ok {
				m.put(name, text)
				return true
			}
		}
		return false
	}
	return true
}

// A Sampler returns a value that a schema allows in a direction, as JSON text; not ok if it knows none.
type Sampler func(schema *api.Schema, dir change.Direction) (json string, ok bool)
