package support

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A script is a transport that responds as told, without a network, so that time can be simulated.
type script struct {
	outcomes []func(*http.Request) (*http.Response, error)
	sent     []time.Time
}

func (s *script) RoundTrip(req *http.Request) (*http.Response, error) {
	n := min(len(s.sent), len(s.outcomes)-1)
	s.sent = append(s.sent, time.Now())
	return s.outcomes[n](req)
}

func status(code int, header ...string) func(*http.Request) (*http.Response, error) {
	return func(req *http.Request) (*http.Response, error) {
		h := http.Header{}
		for i := 0; i+1 < len(header); i += 2 {
			h.Set(header[i], header[i+1])
		}
		return &http.Response{StatusCode: code, Header: h, Body: http.NoBody, Request: req}, nil
	}
}

var errBroken = errors.New("connection reset")

func broken(*http.Request) (*http.Response, error) { return nil, errBroken }

func unsent(*http.Request) (*http.Response, error) {
	return nil, &net.OpError{Op: "dial", Err: errBroken}
}

// hang responds when the request is given up.
func hang(req *http.Request) (*http.Response, error) {
	<-req.Context().Done()
	return nil, req.Context().Err()
}

func TestRetries(t *testing.T) {
	type outcome = func(*http.Request) (*http.Response, error)
	tests := []struct {
		name     string
		method   string
		outcomes []outcome
		opts     []Option
		attempts int
		least    time.Duration
		most     time.Duration
		ok       bool
	}{
		{"success", "GET", []outcome{status(200)}, nil, 1, 0, 0, true},
		{"429 to POST", "POST", []outcome{status(429), status(200)}, nil, 2, 100 * time.Millisecond, 200 * time.Millisecond, true},
		{"backoff doubles", "GET", []outcome{status(500), status(502), status(200)}, nil, 3, 300 * time.Millisecond, 600 * time.Millisecond, true},
		{"two by default", "GET", []outcome{status(504)}, nil, 3, 0, time.Second, false},
		{"none", "GET", []outcome{status(504)}, []Option{WithRetries(0)}, 1, 0, 0, false},
		{"negative", "GET", []outcome{status(504)}, []Option{WithRetries(-3)}, 1, 0, 0, false},
		{"many", "GET", []outcome{status(500)}, []Option{WithRetries(40)}, 41, 160 * time.Second, 400 * time.Second, false},
		{"500 to POST", "POST", []outcome{status(500), status(200)}, nil, 1, 0, 0, false},
		{"503 to POST", "POST", []outcome{status(503), status(200)}, nil, 1, 0, 0, false},
		{"503 to POST that says when", "POST", []outcome{status(503, "Retry-After", "3"), status(200)}, nil, 2, 3 * time.Second, 3 * time.Second, true},
		{"503 to PUT", "PUT", []outcome{status(503), status(200)}, nil, 2, 0, time.Second, true},
		{"502 to PATCH", "PATCH", []outcome{status(502), status(200)}, nil, 1, 0, 0, false},
		{"501", "GET", []outcome{status(501), status(200)}, nil, 1, 0, 0, false},
		{"404", "GET", []outcome{status(404), status(200)}, nil, 1, 0, 0, false},
		{"broken GET", "GET", []outcome{broken, status(200)}, nil, 2, 0, time.Second, true},
		{"broken DELETE", "DELETE", []outcome{broken, broken, broken}, nil, 3, 0, time.Second, false},
		{"broken POST", "POST", []outcome{broken, status(200)}, nil, 1, 0, 0, false},
		{"seconds", "GET", []outcome{status(429, "Retry-After", "120"), status(200)}, nil, 2, 120 * time.Second, 120 * time.Second, true},
		{"too many seconds", "GET", []outcome{status(429, "Retry-After", "121"), status(200)}, nil, 1, 0, 0, false},
		{"absurd seconds", "GET", []outcome{status(429, "Retry-After", "99999999999999999999"), status(200)}, nil, 1, 0, 0, false},
		{"beyond 2^31 seconds", "GET", []outcome{status(429, "Retry-After", "4294967296"), status(200)}, nil, 1, 0, 0, false},
		{"a number of 400 digits", "GET", []outcome{status(429, "Retry-After", strings.Repeat("9", 400)), status(200)}, nil, 1, 0, 0, false},
		{"parts of a second", "GET", []outcome{status(429, "Retry-After", "1.5"), status(200)}, nil, 2, 1500 * time.Millisecond, 1500 * time.Millisecond, true},
		{"milliseconds", "GET", []outcome{status(429, "Retry-After-Ms", "2500", "Retry-After", "60"), status(200)}, nil, 2, 2500 * time.Millisecond, 2500 * time.Millisecond, true},
		{"too many milliseconds", "GET", []outcome{status(503, "retry-after-ms", "120001"), status(200)}, nil, 1, 0, 0, false},
		{"no number", "GET", []outcome{status(429, "Retry-After", "soon"), status(200)}, nil, 2, 0, time.Second, true},
		{"infinite", "POST", []outcome{status(503, "Retry-After", "Inf"), status(200)}, nil, 1, 0, 0, false},
		{"503 to POST with milliseconds", "POST", []outcome{status(503, "Retry-After-Ms", "3"), status(200)}, nil, 2, 0, time.Second, true},
		{"not sent", "POST", []outcome{unsent, status(200)}, nil, 2, 0, time.Second, true},
		{"408 to GET", "GET", []outcome{status(408), status(200)}, nil, 2, 0, time.Second, true},
		{"408 to POST", "POST", []outcome{status(408), status(200)}, nil, 1, 0, 0, false},
		{"425", "PUT", []outcome{status(425), status(200)}, nil, 2, 0, time.Second, true},
		{"520", "GET", []outcome{status(520), status(200)}, nil, 2, 0, time.Second, true},
		{"527", "QUERY", []outcome{status(527), status(200)}, nil, 2, 0, time.Second, true},
		{"528", "GET", []outcome{status(528), status(200)}, nil, 1, 0, 0, false},
		{"519", "GET", []outcome{status(519), status(200)}, nil, 1, 0, 0, false},
		{"522 to POST", "POST", []outcome{status(522), status(200)}, nil, 1, 0, 0, false},
		{"QUERY", "QUERY", []outcome{broken, status(503), status(200)}, nil, 3, 0, time.Second, true},
		{"negative seconds", "GET", []outcome{status(429, "Retry-After", "-5"), status(200)}, nil, 2, 0, time.Second, true},
		{"date", "GET", []outcome{status(503, "Retry-After", "Sat, 01 Jan 2000 00:00:09 GMT"), status(200)}, nil, 2, 9 * time.Second, 9 * time.Second, true},
		{"date that is over", "GET", []outcome{status(503, "Retry-After", "Sat, 01 Jan 1999 00:00:09 GMT"), status(200)}, nil, 2, 0, time.Second, true},
		{"date far away", "GET", []outcome{status(503, "Retry-After", "Sat, 01 Jan 2005 00:00:09 GMT"), status(200)}, nil, 1, 0, 0, false},
		{"timeout of an attempt", "GET", []outcome{hang, status(200)}, []Option{WithTimeout(time.Minute)}, 2, time.Minute, 61 * time.Second, true},
		{"timeout of a POST", "POST", []outcome{hang, status(200)}, []Option{WithTimeout(time.Minute)}, 1, time.Minute, time.Minute, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { // begins at 2000-01-01T00:00:00Z
				s := &script{outcomes: test.outcomes}
				c, err := NewClient("http://example.com", append(test.opts, WithHTTPClient(&http.Client{Transport: s}))...)
				require.NoError(t, err)
				start := time.Now()
				err = c.discard(t.Context(), c.with(nil), &call{op: "Op", method: test.method, path: "/"})
				assert.Equal(t, test.ok, err == nil, "%v", err)
				assert.Len(t, s.sent, test.attempts)
				assert.GreaterOrEqual(t, time.Since(start), test.least)
				assert.LessOrEqual(t, time.Since(start), test.most)
			})
		})
	}
}

func TestRetryAndContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &script{outcomes: []func(*http.Request) (*http.Response, error){status(429, "Retry-After", "60"), hang}}
		c, err := NewClient("http://example.com", WithHTTPClient(&http.Client{Transport: s}))
		require.NoError(t, err)
		get := func(ctx context.Context) error {
			return c.discard(ctx, c.with(nil), &call{op: "Op", method: "GET", path: "/"})
		}
		start := time.Now()
		ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
		err = get(ctx)
		cancel()
		_, ok := errors.AsType[*APIError](err)
		assert.True(t, ok, "the response, at once, because the context ends before the next attempt: %v", err)
		assert.Equal(t, time.Duration(0), time.Since(start))

		s.sent = nil
		ctx, cancel = context.WithCancel(t.Context())
		go func() {
			time.Sleep(10 * time.Second)
			cancel()
		}()
		err = get(ctx)
		assert.ErrorIs(t, err, context.Canceled)
		assert.Equal(t, 10*time.Second, time.Since(start), "while it waits")

		s.sent = nil
		ctx, cancel = context.WithTimeout(t.Context(), 90*time.Second)
		defer cancel()
		err = get(ctx)
		assert.ErrorIs(t, err, context.DeadlineExceeded)
		assert.Len(t, s.sent, 2, "no attempt after the end of the context")
	})
}

// TestTimeoutOfBody checks that the time of an attempt covers the body.
func TestTimeoutOfBody(t *testing.T) {
	var attempts atomic.Int32
	release := make(chan bool)
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		attempts.Add(1)
		w.Header().Set("Content-Type", "application/json")
		w.Write([]byte(`["a"`))
		w.(http.Flusher).Flush()
		select {
		case <-release:
		case <-r.Context().Done():
		}
	})
	defer close(release)
	start := time.Now()
	_, err := c.ListTags(t.Context(), WithTimeout(50*time.Millisecond))
	assert.ErrorIs(t, err, context.DeadlineExceeded)
	assert.Less(t, time.Since(start), 10*time.Second)
	assert.Equal(t, int32(1), attempts.Load())
}

// TestReconnects: each connection that brings an event gives the stream all its attempts again.
func TestReconnects(t *testing.T) {
	tests := []struct {
		name             string
		retries          int
		bring            string // an e for each connection that brings an event
		events, requests int
	}{
		{"all bring events", 2, "eeeeee", 6, 7},
		{"one retry", 1, "eee", 3, 4},
		{"no retries", 0, "eee", 1, 1},
		{"a stream that ends without ids", 2, "----", 0, 1},
		{"some do", 2, "e-e-ee", 4, 7},
		{"too few do", 2, "e-e--e", 2, 5},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				events, requests := 0, 0
				c, err := NewClient("http://example.com", WithRetries(test.retries), WithHTTPClient(&http.Client{Transport: roundTrip(func(req *http.Request) (*http.Response, error) {
					requests++
					if requests > len(test.bring) {
						return status(http.StatusNoContent)(req)
					}
					resp, err := status(http.StatusOK, "Content-Type", "text/event-stream")(req)
					if test.bring[requests-1] == 'e' {
						resp.Body = io.NopCloser(strings.NewReader("id: 1\ndata: x\n\n"))
					}
					return resp, err
				})}))
				require.NoError(t, err)
				c.receiveEvents(t.Context(), c.with(nil), &call{op: "Op", method: "GET", path: "/"}, func(_ *message, err error) bool {
					require.NoError(t, err)
					events++
					return true
				})
				assert.Equal(t, test.events, events, "events")
				assert.Equal(t, test.requests, requests, "requests")
			})
		})
	}
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }
