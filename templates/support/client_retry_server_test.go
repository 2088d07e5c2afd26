package support

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// reset ends a connection with an RST, which is no end that a client could expect.
func reset(t *testing.T, w http.ResponseWriter) {
	conn, _, err := w.(http.Hijacker).Hijack()
	if assert.NoError(t, err) {
		conn.(*net.TCPConn).SetLinger(0)
		conn.Close()
	}
}

// behavior is what a server does with a request, the first of which has number 1.
type behavior func(t *testing.T, w http.ResponseWriter, r *http.Request, n int32)

func fails(times int32, status int, header ...string) behavior {
	return func(t *testing.T, w http.ResponseWriter, _ *http.Request, n int32) {
		for i := 0; n <= times && i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		if n <= times {
			w.WriteHeader(status)
		}
	}
}

// TestRetriesOfAServer is the behavior of calls against a real server.
func TestRetriesOfAServer(t *testing.T) {
	resetAt := func(after bool) behavior {
		return func(t *testing.T, w http.ResponseWriter, _ *http.Request, n int32) {
			if n > 1 {
				return
			}
			if after {
				w.Header().Set("Content-Length", "5")
				w.WriteHeader(200)
				io.WriteString(w, "ab")
				w.(http.Flusher).Flush()
			}
			reset(t, w)
		}
	}
	tests := []struct {
		name, method, key string
		behavior          behavior
		requests          int32
		status            int // of the error, 0 for none, -1 for one without a response
	}{
		{"429 with Retry-After, then 200", "GET", "", fails(1, 429, "Retry-After", "0"), 2, 0},
		{"429 with Retry-After, then 200", "POST", "", fails(1, 429, "Retry-After", "0"), 2, 0},
		{"503 three times", "GET", "", fails(3, 503), 3, 503},
		{"503 three times, then more tries", "GET", "", fails(2, 503), 3, 0},
		{"503", "POST", "", fails(3, 503), 1, 503},
		{"503 with a key", "POST", "k", fails(2, 503), 3, 0},
		{"502 with a key", "PATCH", "k", fails(1, 502), 2, 0},
		{"reset before headers", "GET", "", resetAt(false), 2, 0},
		{"reset before headers", "POST", "", resetAt(false), 1, -1},
		{"reset before headers with a key", "POST", "k", resetAt(false), 2, 0},
		{"reset after headers, of a body that nobody needs", "GET", "", resetAt(true), 1, 0},
		{"Retry-After of 2^32 seconds", "POST", "", fails(1, 429, "Retry-After", "4294967296"), 1, 429},
	}
	for _, test := range tests {
		t.Run(test.name+" "+test.method, func(t *testing.T) {
			var requests atomic.Int32
			keys := map[string]bool{}
			c := serve(t, func(w http.ResponseWriter, r *http.Request) {
				keys[r.Header.Get("Idempotency-Key")] = true
				test.behavior(t, w, r, requests.Add(1))
			}, WithHTTPClient(&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}))
			k := &call{op: "Op", method: test.method, path: "/", body: []byte("{}")}
			if test.key != "" {
				k.addKey("Idempotency-Key", test.key)
			}
			err := c.discard(t.Context(), c.with(nil), k)
			assert.Equal(t, test.requests, requests.Load())
			assert.Equal(t, map[string]bool{test.key: true}, keys, "the same for each attempt")
			switch e, ok := errors.AsType[*APIError](err); {
			case test.status == 0:
				assert.NoError(t, err)
			case test.status < 0:
				failed, _ := errors.AsType[*CallError](err)
				require.NotNil(t, failed, "%v", err)
				assert.Equal(t, int(test.requests), failed.Attempts)
				assert.False(t, failed.Retryable())
			case assert.True(t, ok, "%v", err):
				assert.Equal(t, test.status, e.StatusCode)
				assert.Equal(t, int(test.requests), e.Attempts)
				assert.Positive(t, e.Elapsed)
			}
		})
	}
}

// TestNotSent: what never had a connection is sent again, whatever its method is.
func TestNotSent(t *testing.T) {
	var accepted atomic.Int32
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer listener.Close()
	go func() {
		for conn, err := listener.Accept(); err == nil; conn, err = listener.Accept() {
			accepted.Add(1)
			conn.Close() // in the handshake
		}
	}()
	wrapped := &http.Client{Transport: roundTrip(http.DefaultTransport.RoundTrip)}
	for name, opts := range map[string][]Option{"a transport": nil, "one around it": {WithHTTPClient(wrapped)}} {
		accepted.Store(0)
		c, err := NewClient("https://"+listener.Addr().String(), opts...)
		require.NoError(t, err)
		err = c.discard(t.Context(), c.with(nil), &call{op: "Op", method: "POST", path: "/", body: []byte("{}")})
		e, ok := errors.AsType[*CallError](err)
		require.True(t, ok, "%v", err)
		assert.Equal(t, 3, e.Attempts, name)
		assert.True(t, e.Retryable(), name)
		assert.Equal(t, int32(3), accepted.Load(), name)
		assert.Contains(t, err.Error(), " (3 attempts in ")
	}

	c, err := NewClient("http://127.0.0.1:1")
	require.NoError(t, err)
	err = c.discard(t.Context(), c.with(nil), &call{op: "Op", method: "PATCH", path: "/"})
	e, ok := errors.AsType[*CallError](err)
	require.True(t, ok, "%v", err)
	assert.Equal(t, 3, e.Attempts, "dial")

	c, err = NewClient("http://host.invalid", WithRetries(1))
	require.NoError(t, err)
	err = c.discard(t.Context(), c.with(nil), &call{op: "Op", method: "POST", path: "/"})
	e, ok = errors.AsType[*CallError](err)
	require.True(t, ok, "%v", err)
	assert.Equal(t, 2, e.Attempts, "DNS")
}

// TestRetryPolicy: a policy of the user replaces ours, but for what can never be right.
func TestRetryPolicy(t *testing.T) {
	var requests atomic.Int32
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if requests.Add(1) < 6 {
			w.Header().Set("X-N", fmt.Sprint(requests.Load()))
			reply(400, "application/json", `{"code":"Throttled"}`)(w, r)
		}
	}, WithRetries(1))
	var seen []Attempt
	throttled := WithRetryPolicy(func(ctx context.Context, a Attempt) (bool, time.Duration) {
		seen = append(seen, a)
		return a.Retry || strings.Contains(string(a.Body), "Throttled"), time.Millisecond
	})
	post := func() *call {
		return &call{op: "Op", id: "op", method: "POST", pattern: "POST /a/{b}", path: "/a/1", body: []byte("{}")}
	}
	require.NoError(t, c.discard(t.Context(), c.with([]Option{throttled}), post()))
	require.Len(t, seen, 5, "more than WithRetries says; what went well is not asked")
	for i, a := range seen {
		assert.Equal(t, OperationInfo{ID: "op", Name: "Op", Method: "POST", Path: "/a/{b}", Attempt: i + 1}, a.Operation)
		assert.False(t, a.Retry)
		assert.Equal(t, 400, a.Response.StatusCode)
		assert.Equal(t, fmt.Sprint(i+1), a.Response.Header.Get("X-N"))
		assert.Positive(t, a.Elapsed)
		assert.NoError(t, a.Err)
	}

	requests.Store(0)
	k := post()
	k.streamBody("text/plain", struct{ io.Reader }{strings.NewReader("x")})
	assert.Error(t, c.discard(t.Context(), c.with([]Option{throttled}), k))
	assert.Equal(t, int32(1), requests.Load(), "a body that cannot be read again")

	requests.Store(0)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	late := WithRetryPolicy(func(context.Context, Attempt) (bool, time.Duration) { return true, time.Hour })
	assert.Error(t, c.discard(ctx, c.with([]Option{late}), post()))
	assert.Equal(t, int32(1), requests.Load(), "the context ends before")

	never := WithRetryPolicy(func(_ context.Context, a Attempt) (bool, time.Duration) {
		assert.True(t, a.Retry)
		assert.Error(t, a.Err)
		assert.Nil(t, a.Response)
		return false, 0
	})
	c, err := NewClient("http://127.0.0.1:1", never)
	require.NoError(t, err)
	err = c.discard(t.Context(), c.with(nil), post())
	e, ok := errors.AsType[*CallError](err)
	require.True(t, ok, "%v", err)
	assert.Equal(t, 1, e.Attempts)
}

// TestEachHopIsSigned: a redirect has a signature of its own, over its own path, and another server gets none.
func TestEachHopIsSigned(t *testing.T) {
	var mu sync.Mutex
	var got []string
	record := func(r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		got = append(got, strings.Join(r.Header.Values("Authorization"), "+")+" "+r.Header.Get("Referer")+r.URL.RawQuery)
	}
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { record(r) }))
	defer other.Close()
	target := ""
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		record(r)
		if !strings.HasSuffix(r.URL.Path, "/final") {
			http.Redirect(w, r, target, http.StatusTemporaryRedirect)
		}
	}, WithHTTPClient(&http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return nil }}))
	n := 0
	sign := WithAkSk(func(req *http.Request, body []byte) error {
		n++
		op, ok := OperationOf(req.Context())
		assert.True(t, ok)
		req.Header.Add("Authorization", fmt.Sprint(n, " ", req.URL.Path, " ", string(body), " ", req.Pattern, op.Attempt))
		return nil
	})
	send := func() {
		got, n = nil, 0
		k := &call{op: "Op", method: "PUT", pattern: "PUT /a", path: "/a", body: []byte("{}"), security: schemeAkSk + " & " + schemeQueryKey}
		require.NoError(t, c.discard(t.Context(), c.with([]Option{sign, WithQueryKey("key")}), k))
	}
	target = "/base/final"
	send()
	assert.Equal(t, []string{"1 /base/a {} PUT /a1 api_key=key", "2 /base/final {} PUT /a1 api_key=key"}, got)
	target = other.URL + "/final"
	send()
	assert.Equal(t, []string{"1 /base/a {} PUT /a1 api_key=key", " "}, got, "no credential, and no key in a Referer")
}

func TestBaseURLOfACall(t *testing.T) {
	var hosts []string
	c := serve(t, func(w http.ResponseWriter, r *http.Request) { hosts = append(hosts, "client "+r.URL.Path) })
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { hosts = append(hosts, "call "+r.RequestURI) }))
	defer other.Close()
	send := func(opts ...Option) error {
		return c.discard(t.Context(), c.with(opts), &call{op: "Op", method: "GET", path: "/a%2Fb", query: []string{"x=%20"}})
	}
	require.NoError(t, send(WithBaseURL(other.URL+"/v%20/")))
	require.NoError(t, send())
	assert.Equal(t, []string{"call /v%20/a%2Fb?x=%20", "client /base/a/b"}, hosts)
	for _, bad := range []string{"", "/x", "http://h?q", "http://%zz"} {
		assert.ErrorContains(t, send(WithBaseURL(bad)), "support: Op: ", bad)
		_, err := NewClient("http://h", WithBaseURL(bad))
		assert.ErrorContains(t, err, "support: NewClient: ", bad)
	}
}

// TestThousandCalls: one client, a thousand calls at once, some of which are made again.
func TestThousandCalls(t *testing.T) {
	var n atomic.Int32
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if n.Add(1)%10 == 0 {
			w.Header().Set("Retry-After-Ms", "1")
			w.WriteHeader(429)
			return
		}
		reply(200, "application/json", `["`+r.Header.Get("X-N")+`"]`)(w, r)
	}, WithRetries(20), WithUserToken("t"), WithHTTPClient(&http.Client{Transport: &http.Transport{MaxConnsPerHost: 50}}))
	var wait sync.WaitGroup
	for i := range 1000 {
		wait.Go(func() {
			var opts []Option
			if i%2 == 0 {
				opts = []Option{WithHeader("X-N", fmt.Sprint(i))}
			}
			k := call{op: "Op", method: "POST", pattern: "POST /", path: "/", body: []byte("{}"), security: schemeUserToken}
			var got string
			_, err := c.receiveFunc(t.Context(), c.with(opts), &k, func(r *jsonReader) {
				for a := r.array(); a.next(r); {
					got = r.string()
				}
			}, nil)
			want := ""
			if i%2 == 0 {
				want = fmt.Sprint(i)
			}
			assert.NoError(t, err)
			assert.Equal(t, want, got)
		})
	}
	wait.Wait()
}
