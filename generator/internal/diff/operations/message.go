package operations

import (
	"encoding/base64"
	"net/url"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
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

// A draft says what a request has other than the smallest one.
type draft struct {
	omit        string // the key of a parameter that is left out
	set, value  string // the key of one that has this value, as JSON
	query       string // more text of the query
	server      string // a base URL
	absolute    bool   // the URL has a host
	noBody      bool
	media, body string       // a body, as text
	credentials *requirement // of this alternative only
}

// draw returns a value of a schema.
func (c *comparer) draw(s *api.Schema, dir change.Direction) (string, bool) {
	switch {
	case c.sample == nil:
		return "", false
	case s == nil:
		return `""`, true
	}
	return c.sample(s, dir)
}

// request returns the smallest request that the old document allows, or the new one if it is received, with what both need, so that
// only the edit can be the reason to refuse it. It is nil if a part of it cannot be written.
func (c *comparer) request(p *pair, d draft) *Message {
	own, foreign := p.old, p.new
	if p.dir == change.Response || own == nil {
		own, foreign = p.new, p.old
	}
	w := &requestWriter{comparer: c, pair: p, draft: d, path: own.path, message: &Message{Operation: p.name, Direction: p.dir, Method: own.api.Method}}
	w.parameters(own.parameters(), nil)
	if foreign != nil {
		w.parameters(foreign.parameters(), own.parameters())
	}
	w.body(own, foreign)
	w.credentials(own, foreign)
	if w.failed {
		return nil
	}
	m := w.message
	if len(w.cookies) > 0 {
		m.Header = append(m.Header, Field{"Cookie", strings.Join(w.cookies, "; ")})
	}
	if !p.incoming() {
		m.URL = w.base(own, foreign) + w.path
	}
	if d.query != "" {
		w.query = append(w.query, d.query)
	}
	if len(w.query) > 0 {
		m.URL += "?" + strings.Join(w.query, "&")
	}
	return m
}

// A requestWriter collects the parts of a request.
type requestWriter struct {
	*comparer
	pair    *pair
	draft   draft
	path    string
	query   []string
	cookies []string
	message *Message
	failed  bool
}

// parameters writes those that are required and the one that the draft sets, but none of known.
func (w *requestWriter) parameters(list, known []parameter) {
	for _, v := range list {
		is := func(o parameter) bool { return o.key == v.key }
		set := v.key == w.draft.set
		if slices.ContainsFunc(known, is) || !set && (v.key == w.draft.omit || !v.Required) {
			continue
		}
		text, ok := w.draft.value, true
		if !set {
			text, ok = w.draw(schemaOr(v.Schema, v.Content), w.pair.dir)
		}
		if ok {
			ok = w.parameter(v, text)
		}
		w.failed = w.failed || !ok
	}
}

func (w *requestWriter) parameter(v parameter, json string) bool {
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

func (w *requestWriter) body(own, foreign *operation) {
	b := bodyOf(own.api)
	switch {
	case w.draft.noBody:
		return
	case w.draft.media != "":
		w.message.put(w.draft.media, w.draft.body)
		return
	case b == nil && foreign != nil:
		b = bodyOf(foreign.api)
	}
	needed := b != nil && b.Required
	if foreign != nil {
		other := bodyOf(foreign.api)
		needed = needed || b != nil && other != nil && other.Required
	}
	if !needed {
		return
	}
	entries := mediaEntries(b.Content)
	for i := range entries {
		if text, ok := w.sampleBody(&entries[i], w.pair.dir); ok {
			w.message.put(concrete(entries[i].key), text)
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
func (w *requestWriter) credentials(own, foreign *operation) {
	if w.draft.credentials != nil {
		w.show(*w.draft.credentials)
		return
	}
	w.show(least(w.requirements(own, w.pair.incoming())))
	if foreign != nil {
		w.show(least(w.requirements(foreign, w.pair.incoming())))
	}
}

// least is the alternative with the fewest schemes.
func least(list []requirement) requirement {
	return slices.MinFunc(list, func(a, b requirement) int { return len(a.Schemes) - len(b.Schemes) })
}

func (w *requestWriter) show(r requirement) {
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
			w.message.Scopes = append(w.message.Scopes, without(use.Scopes, w.message.Scopes)...)
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
func (w *requestWriter) base(own, foreign *operation) string {
	servers, _ := own.servers()
	list := addresses(servers)
	chosen := list[0]
	if foreign != nil {
		others, _ := foreign.servers()
		lost := missing(list, addresses(others))
		for _, a := range list {
			if !slices.Contains(lost, a) {
				chosen = a
				break
			}
		}
	}
	if w.draft.absolute {
		chosen = w.draft.server
	}
	chosen = strings.ReplaceAll(chosen, anyText, "x")
	if w.draft.absolute {
		return chosen
	}
	return splitAddress(chosen).path
}

// A reply says what a response has other than the smallest one.
type reply struct {
	omit, set   string // a header that is left out, or has this value
	noBody      bool
	media, body string
}

// reply returns the smallest response of a status that the new document allows, or the old one if callers answer.
func (c *comparer) reply(p *pair, status api.Status, d reply) *Message {
	own := p.new
	if p.answer() == change.Request {
		own = p.old
	}
	entry := answering(own.api.Responses, status)
	if entry == nil {
		return nil
	}
	m := &Message{Operation: p.name, Direction: p.answer(), Status: exampleStatus(status, p), Method: own.api.Method}
	if d.set != "" {
		m.Header = append(m.Header, Field{d.omit, d.set})
	}
	for _, h := range headerEntries(entry.Use.Value.Headers) {
		if !h.Required || strings.EqualFold(h.name, d.omit) {
			continue
		}
		value, ok := c.draw(schemaOr(h.Schema, h.Content), p.answer())
		if ok {
			value, ok = headerText(h.Serial, len(h.Content) > 0, value)
		}
		if !ok {
			return nil
		}
		m.Header = append(m.Header, Field{h.name, value})
	}
	if !c.replyBody(m, entry.Use.Value, p.answer(), d) {
		return nil
	}
	return m
}

func (c *comparer) replyBody(m *Message, r *api.Response, dir change.Direction, d reply) bool {
	entries := mediaEntries(r.Content)
	switch {
	case d.media != "":
		m.put(d.media, d.body)
	case d.noBody || len(entries) == 0:
	default:
		for i := range entries {
			if text, ok := c.sampleBody(&entries[i], dir); ok {
				m.put(concrete(entries[i].key), text)
				return true
			}
		}
		return false
	}
	return true
}

// exampleStatus is a code that goes by an entry in the documents that have it.
func exampleStatus(s api.Status, p *pair) int {
	if s >= 100 {
		return int(s)
	}
	fits := func(code api.Status) bool {
		for _, o := range []*operation{p.old, p.new} {
			if entry := answering(o.api.Responses, s); entry == nil || entry.Status != s {
				continue
			}
			if answering(o.api.Responses, code).Status != s {
				return false
			}
		}
		return true
	}
	begin := []api.Status{s * 100}
	if s == api.DefaultStatus {
		begin = []api.Status{500, 400, 200, 300, 100}
	}
	for _, from := range begin {
		for code := from; code < from+100; code++ {
			if fits(code) {
				return int(code)
			}
		}
	}
	return int(begin[0])
}
