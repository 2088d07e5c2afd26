package support

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type ListNotesParams struct {
	Cursor *string
	Limit  *int64
}

func (p *ListNotesParams) check(*checker) {}

// ListNotes is a method as the generator emits it, for pages that are lists of texts.
func (c *Client) ListNotes(ctx context.Context, params *ListNotesParams, opts ...Option) (x []string, err error) {
	cfg := c.with(opts)
	p := *params
	k := call{op: "ListNotes", method: "GET", pattern: "GET /notes", path: "/notes", accept: "application/json", security: schemeQueryKey}
	if err := cfg.checked(&k, "ListNotesParams", &p); err != nil {
		return nil, err
	}
	if p.Cursor != nil {
		k.addQuery("cursor", *p.Cursor)
	}
	if p.Limit != nil {
		k.addQuery("limit", strconv.FormatInt(*p.Limit, 10))
	}
	if ok, err := c.receiveFunc(ctx, cfg, &k, func(r *jsonReader) { x = scalars(r, (*jsonReader).string) }, nil); !ok {
		return nil, err
	}
	return x, k.misread
}

// cursorPages is the loop that the generator emits for cursors; next says where a page leads.
func (c *Client) cursorPages(ctx context.Context, p ListNotesParams, next func([]string) string) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		p, trail := p, pageTrail{op: "ListNotes"}
		if p.Cursor != nil {
			trail.start(*p.Cursor)
		}
		for {
			page, err := c.ListNotes(ctx, &p)
			if !yield(page, err) || err != nil {
				return
			}
			next := next(page)
			if next == "" {
				return
			}
			if err := trail.turn(next); err != nil {
				yield(nil, err)
				return
			}
			p.Cursor = new(next)
		}
	}
}

// linkPages is the loop that the generator emits for the header Link.
func (c *Client) linkPages(ctx context.Context, p ListNotesParams, opts ...Option) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		trail := linkTrail{pageTrail: pageTrail{op: "ListNotes"}}
		opts := slices.Concat(opts, []Option{trail.attachTrail})
		for {
			page, err := c.ListNotes(ctx, &p, opts...)
			if !yield(page, err) || err != nil {
				return
			}
			next := trail.linkHeader()
			if next == "" {
				return
			}
			if err := trail.turnLink(next); err != nil {
				yield(nil, err)
				return
			}
		}
	}
}

// noteServer has a list that grows by an item with each of the first requests, and gives pages of it. Every second request fails once.
type noteServer struct {
	sync.Mutex
	notes   []string
	asked   []url.Values
	failed  int
	growing int
}

func (s *noteServer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.Lock()
	defer s.Unlock()
	if s.failed++; s.failed%2 == 0 {
		w.Header().Set("Retry-After", "0")
		w.WriteHeader(http.StatusTooManyRequests)
		return
	}
	query := r.URL.Query()
	s.asked = append(s.asked, query)
	if len(s.asked) <= s.growing {
		s.notes = append(s.notes, "new "+strconv.Itoa(len(s.asked)))
	}
	from, _ := strconv.Atoi(query.Get("cursor"))
	limit, _ := strconv.Atoi(query.Get("limit"))
	to := min(from+limit, len(s.notes))
	if to < len(s.notes) {
		w.Header().Add("Link", `</notes?cursor=0>; rel="first"`)
		w.Header().Add("Link", fmt.Sprintf(`<%s?cursor=%d>; rel="next last"`, r.URL.Path, to))
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(s.notes[from:to])
}

func newNotes(t *testing.T) (*noteServer, *Client) {
	t.Helper()
	s := &noteServer{notes: []string{"a", "b", "c"}, growing: 3}
	h := httptest.NewServer(s)
	t.Cleanup(h.Close)
	c, err := NewClient(h.URL, WithQueryKey("secret"))
	require.NoError(t, err)
	return s, c
}

// allNotes is what a reader of all pages gets, the items that were added meanwhile among them.
var allNotes = []string{"a", "b", "c", "new 1", "new 2", "new 3"}

func TestPagesGrow(t *testing.T) {
	for kind, read := range map[string]func(*noteServer, *Client) iter.Seq2[[]string, error]{
		"cursor": func(s *noteServer, c *Client) iter.Seq2[[]string, error] {
			seen := 0
			return c.cursorPages(t.Context(), ListNotesParams{Limit: new(int64(2))}, func(page []string) string {
				if seen += len(page); len(page) < 2 || seen == len(s.notes) {
					return ""
				}
				return strconv.Itoa(seen)
			})
		},
		"link": func(_ *noteServer, c *Client) iter.Seq2[[]string, error] {
			return c.linkPages(t.Context(), ListNotesParams{Limit: new(int64(2))})
		},
	} {
		t.Run(kind, func(t *testing.T) {
			s, c := newNotes(t)
			var all []string
			for page, err := range read(s, c) {
				require.NoError(t, err)
				all = append(all, page...)
			}
			assert.Equal(t, allNotes, all)
			require.Len(t, s.asked, 3)
			for _, query := range s.asked {
				assert.Equal(t, []string{"2"}, query["limit"], "what the caller set goes with each request")
				assert.Equal(t, []string{"secret"}, query["api_key"])
				assert.LessOrEqual(t, len(query["cursor"]), 1)
			}
		})
	}
}

// TestPagesLeaveTheCallerAlone: a Response of the caller is filled, and its middleware sees what is sent.
func TestPagesLeaveTheCallerAlone(t *testing.T) {
	_, c := newNotes(t)
	var resp *http.Response
	var seen []string
	watch := WithMiddleware(func(req *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
		seen = append(seen, req.URL.RawQuery)
		return next(req)
	})
	for _, err := range c.linkPages(t.Context(), ListNotesParams{Limit: new(int64(3))}, watch, WithResponseInto(&resp)) {
		require.NoError(t, err)
		require.NotNil(t, resp)
	}
	assert.Equal(t, []string{"limit=3", "limit=3&cursor=3", "limit=3&cursor=3"}, seen, "with the attempt that failed")
}

func TestPagesInCircles(t *testing.T) {
	_, c := newNotes(t)
	n := 0
	var last error
	marks := []string{"1", "2", "1"}
	for _, err := range c.cursorPages(t.Context(), ListNotesParams{Limit: new(int64(1))}, func([]string) string { n++; return marks[n-1] }) {
		last = err
	}
	require.EqualError(t, last, "support: ListNotes: the server leads back to a page that was read before")
	assert.Equal(t, 3, n)
	var call *CallError
	require.ErrorAs(t, last, &call)
	assert.False(t, call.Retryable())
}

func TestLinksOfPages(t *testing.T) {
	at := func(text string) *url.URL {
		u, err := url.Parse(text)
		require.NoError(t, err)
		return u
	}
	for _, test := range []struct{ link, query, problem string }{
		{"?cursor=2", "limit=5&cursor=2", ""},
		{"/elsewhere/notes?cursor=2&limit=1", "cursor=2&limit=1", ""},
		{"https://API.example.com/notes?cursor=a%20b", "limit=5&cursor=a%20b", ""},
		{"http://api.example.com:80/notes?li%6dit=7", "li%6dit=7", ""},
		{" ?cursor=2#top ", "limit=5&cursor=2", ""},
		{"https://user:word@other.example/?token=x", "", "the next page is on another server, https://other.example"},
		{"https://api.example.com:8443/notes?cursor=2", "", "the next page is on another server, https://api.example.com:8443"},
		{"ftp://api.example.com/notes?cursor=2", "", "the next page is on another server, ftp://api.example.com"},
		{"javascript:alert(1)?a=b", "", "the next page is on another server, javascript://"},
		{"/notes/2", "", "the URL of the next page has no query"},
		{"http://[::1/?secret=1", "", "the URL of the next page cannot be read"},
	} {
		trail := linkTrail{pageTrail: pageTrail{op: "X"}, own: "limit=5", sent: at("https://api.example.com/notes?limit=5")}
		err := trail.turnLink(test.link)
		if test.problem != "" {
			require.EqualError(t, err, "support: X: "+test.problem, test.link)
			continue
		}
		require.NoError(t, err, test.link)
		assert.Equal(t, test.query, trail.query, test.link)
		assert.Error(t, trail.turnLink(test.link), "the same again: %s", test.link)
	}
	assert.Error(t, (&linkTrail{}).turnLink("?a=b"))
	assert.Empty(t, (&linkTrail{}).linkHeader())
}

func TestNextLink(t *testing.T) {
	for text, want := range map[string]string{
		`<a>; rel=next`:                "a",
		`<a>;rel="next"`:               "a",
		`<a>; REL = "prev NEXT"`:       "a",
		`<a,b;c>; rel=next`:            "a,b;c",
		`<a>; rel=prev, <b>; rel=next`: "b",
		`<a>; rel=prev,<b>;title="x\", <y>; rel=next";rel=next`: "b",
		`<a>; rel=prev; rel=next`:                               "",
		`<a>; anchor="#x"; rel=next`:                            "",
		`<a>; rel=nextish`:                                      "",
		`<a>; title=next`:                                       "",
		`<a>`:                                                   "",
		`<a>; rel`:                                              "",
		`<a>; rel=`:                                             "",
		`<a>; rel="next`:                                        "a",
		`<a; rel=next`:                                          "",
		`a; rel=next`:                                           "",
		`<a>;;; rel=next`:                                       "a",
		`<a> junk; rel=next`:                                    "",
		`<>; rel=next`:                                          "",
		``:                                                      "",
	} {
		assert.Equal(t, want, nextLink([]string{text}), text)
	}
	assert.Equal(t, "b", nextLink([]string{"<a>; rel=prev", "<b>; rel=next"}))
}

func FuzzNextLink(f *testing.F) {
	f.Add(`<a>; rel=prev,<b>;title="x\", <y>";rel=next`)
	f.Fuzz(func(t *testing.T, text string) {
		if target := nextLink([]string{text}); !strings.Contains(text, "<"+target+">") && target != "" {
			t.Errorf("%q is not in %q", target, text)
		}
	})
}
