// Package mutant changes requests at random, so that some of them break their document. It knows nothing of documents.
package mutant

import (
	"math/rand/v2"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/golden/conformance/exchange"
)

// A Mutator changes requests.
type Mutator struct {
	Random  *rand.Rand
	Headers []string // that may be changed: those that are parameters
}

// Change returns a changed request and how it was changed.
func (m *Mutator) Change(q exchange.Request) (changed exchange.Request, kind string) {
	changes := []func(*exchange.Request) string{m.query, m.query, m.path, m.route, m.method, m.header, m.body, m.body, m.json, m.json, m.json, m.json, m.mediaType}
	for {
		changed = exchange.Request{Method: q.Method, Target: q.Target, Header: q.Header.Clone(), Body: slices.Clone(q.Body)}
		if kind = pick(m.Random, changes)(&changed); kind != "" {
			return changed, kind
		}
	}
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// text gives a text that is a good value at some places and a bad one at others. It is escaped.
func (m *Mutator) text() string {
	return pick(m.Random, []string{"", "abc", "0", "1", "-1", "1.5", "1e3", "007", "2147483648", "99999999999999999999", "true", "null", "a%20b", "a%2Cb", "a%2Fb", "%C3%A9", "%5B%5D", "%7B%7D",
		"2024-02-30", "2026-01-02", "2026-01-02T03:04:05Z", "f8123fa6-99f1-4ed9-83f4-c827c7277d41", strings.Repeat("x", 300)})
}

// query changes a pair of the query.
func (m *Mutator) query(q *exchange.Request) (kind string) {
	path, query, _ := strings.Cut(q.Target, "?")
	var pairs []string
	if query != "" {
		pairs = strings.Split(query, "&")
	}
	if len(pairs) == 0 {
		q.Target = path + "?zz=" + m.text()
		return "parameter added"
	}
	i := m.Random.IntN(len(pairs))
	name, value, _ := strings.Cut(pairs[i], "=")
	switch m.Random.IntN(6) {
	case 0:
		pairs, kind = slices.Delete(pairs, i, i+1), "parameter dropped"
	case 1:
		pairs, kind = append(pairs, pairs[i]), "parameter duplicated"
	case 2:
		pairs[i], kind = "zz"+name+"="+value, "parameter renamed"
	case 3:
		pairs, kind = append(pairs, "zz="+m.text()), "parameter added"
	default:
		pairs[i], kind = name+"="+m.text(), "parameter with another value"
	}
	if q.Target = path; len(pairs) > 0 {
		q.Target += "?" + strings.Join(pairs, "&")
	}
	return kind
}

// path changes a segment of the path.
func (m *Mutator) path(q *exchange.Request) string {
	return m.segments(q, func(list []string) []string {
		text := m.text()
		if text == "" {
			text = "x"
		}
		list[m.Random.IntN(len(list))] = text
		return list
	}, "segment of the path changed")
}

// route changes how many segments a path has.
func (m *Mutator) route(q *exchange.Request) string {
	return m.segments(q, func(list []string) []string {
		if m.Random.IntN(2) == 0 && len(list) > 1 {
			return list[:len(list)-1]
		}
		return append(list, "zz")
	}, "other number of segments")
}

func (m *Mutator) segments(q *exchange.Request, change func([]string) []string, kind string) string {
	path, query, found := strings.Cut(q.Target, "?")
	q.Target = "/" + strings.Join(change(strings.Split(strings.TrimPrefix(path, "/"), "/")), "/")
	if found {
		q.Target += "?" + query
	}
	return kind
}

func (m *Mutator) method(q *exchange.Request) string {
	old := q.Method
	q.Method = pick(m.Random, []string{http.MethodGet, http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodPatch})
	if old == q.Method {
		return ""
	}
	return "other method"
}

// header changes a parameter that is a header, or a cookie.
func (m *Mutator) header(q *exchange.Request) string {
	if len(m.Headers) == 0 {
		return ""
	}
	name := pick(m.Random, m.Headers)
	if q.Header.Get(name) == "" {
		return ""
	}
	if m.Random.IntN(3) == 0 {
		q.Header.Del(name)
		return "header dropped"
	}
	text, err := url.PathUnescape(m.text())
	if err != nil || text == "" || strings.ContainsFunc(text, func(r rune) bool { return r > '~' }) {
		return ""
	}
	q.Header.Set(name, text)
	return "header with another value"
}

// body changes the bytes of the body.
func (m *Mutator) body(q *exchange.Request) string {
	if len(q.Body) == 0 {
		return ""
	}
	switch m.Random.IntN(3) {
	case 0:
		q.Body = q.Body[:m.Random.IntN(len(q.Body))]
		return "body truncated"
	case 1:
		q.Body = nil
		return "body dropped"
	}
	q.Body = append(q.Body, "]x"...)
	return "bytes behind the body"
}

func (m *Mutator) mediaType(q *exchange.Request) string {
	if len(q.Body) == 0 || q.Header.Get("Content-Type") == "" {
		return ""
	}
	q.Header.Set("Content-Type", pick(m.Random, []string{"text/plain", "application/xml", "image/odd", "application/json", "application/json; charset=utf-8", "application/x-www-form-urlencoded", "odd"}))
	return "other media type"
}
