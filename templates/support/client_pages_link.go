package support

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// A linkTrail is a [pageTrail] on which the server gives the URL of each next page. It takes the query of that URL, and nothing else.
type linkTrail struct {
	pageTrail
	own   string   // the query that the parameters of the caller make
	query string   // that of the next page, "" for the first one
	sent  *url.URL // where the last request went
	got   *http.Response
}

// attachTrail makes a call ask for the page that was linked to, and keep what links need. It is outside of all other middleware, which
// sees the query that is sent.
func (t *linkTrail) attachTrail(c *config) {
	c.middleware = slices.Insert(c.middleware, 0, Middleware(t.askPage))
}

func (t *linkTrail) askPage(req *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
	t.own = req.URL.RawQuery
	if t.query != "" {
		req.URL.RawQuery = t.query
	}
	t.note(req.URL.Query().Encode())
	sent := *req.URL
	resp, err := next(req)
	t.sent, t.got = &sent, resp
	return resp, err
}

// linkHeader returns the URL of the next page that the header Link has, "" for none.
func (t *linkTrail) linkHeader() string {
	if t.got == nil {
		return ""
	}
	return nextLink(t.got.Header.Values("Link"))
}

// turnLink goes to the page that a URL leads to.
func (t *linkTrail) turnLink(link string) error {
	if t.sent == nil {
		return t.lost(errors.New("the next page has a URL, but no request was sent that it could belong to"))
	}
	at := t.sent
	if t.got != nil && t.got.Request != nil && t.got.Request.URL != nil {
		at = t.got.Request.URL // behind a redirect
	}
	target, err := at.Parse(strings.TrimSpace(link))
	switch {
	case err != nil:
		return t.lost(errors.New("the URL of the next page cannot be read"))
	case !sameHost(target, t.sent) && !sameHost(target, at):
		return t.lost(fmt.Errorf("the next page is on another server, %s", serverOf(target)))
	case target.RawQuery == "":
		return t.lost(errors.New("the URL of the next page has no query"))
	}
	t.query = withQuery(t.own, target.RawQuery)
	return t.turn((&url.URL{RawQuery: t.query}).Query().Encode())
}

// withQuery returns a query in which the pairs of over replace those of the same names.
func withQuery(query, over string) string {
	replaced := (&url.URL{RawQuery: over}).Query()
	var pairs []string
	for pair := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(pair, "=")
		if text, err := url.QueryUnescape(name); err == nil && pair != "" && !replaced.Has(text) {
			pairs = append(pairs, pair)
		}
	}
	return strings.Join(append(pairs, over), "&")
}

// sameHost reports whether two URLs lead to one server. A server behind a proxy may not know that it is reached by https.
func sameHost(a, b *url.URL) bool {
	return (a.Scheme == "http" || a.Scheme == "https") && strings.EqualFold(a.Hostname(), b.Hostname()) && ownPort(a) == ownPort(b)
}

// ownPort returns the port of a server, "" for the usual one of its scheme.
func ownPort(u *url.URL) string {
	if port := u.Port(); u.Scheme == "http" && port != "80" || u.Scheme == "https" && port != "443" {
		return port
	}
	return ""
}

// nextLink returns the target of the first link of the relation next: RFC 8288, section 3.
func nextLink(headers []string) string {
	for _, rest := range headers {
		for {
			_, behind, opened := strings.Cut(rest, "<")
			target, params, closed := strings.Cut(behind, ">")
			if !opened || !closed {
				break
			}
			var isNext bool
			if isNext, rest = linkParams(params); isNext {
				return target
			}
		}
	}
	return ""
}

// linkParams reads the parameters of a link, as far as they go: whether its relation is next, and what stands behind them. Only the first
// rel counts; a link with an anchor is about something else than the page.
func linkParams(text string) (isNext bool, rest string) {
	relation, anchored := "", false
	for known := false; ; {
		text = strings.TrimLeft(text, " \t")
		if !strings.HasPrefix(text, ";") {
			return !anchored && slices.ContainsFunc(strings.Fields(relation), isNextRelation), text
		}
		var name, value string
		name, value, text = linkParam(strings.TrimLeft(text[1:], " \t"))
		switch {
		case strings.EqualFold(name, "rel") && !known:
			relation, known = value, true
		case strings.EqualFold(name, "anchor"):
			anchored = true
		}
	}
}

func isNextRelation(word string) bool { return strings.EqualFold(word, "next") }

// linkParam reads one parameter: a name, and a value that may be quoted.
func linkParam(text string) (name, value, rest string) {
	end := strings.IndexAny(text, "=;, \t")
	if end < 0 {
		return text, "", ""
	}
	name, rest = text[:end], strings.TrimLeft(text[end:], " \t")
	if !strings.HasPrefix(rest, "=") {
		return name, "", rest
	}
	rest = strings.TrimLeft(rest[1:], " \t")
	if !strings.HasPrefix(rest, `"`) {
		if end = strings.IndexAny(rest, ";, \t"); end < 0 {
			end = len(rest)
		}
		return name, rest[:end], rest[end:]
	}
	var b strings.Builder
	for i := 1; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == '"':
			return name, b.String(), rest[i+1:]
		case c == '\\' && i+1 < len(rest):
			i++
			b.WriteByte(rest[i])
		default:
			b.WriteByte(c)
		}
	}
	return name, b.String(), ""
}
