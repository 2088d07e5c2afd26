package support

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An anyFailure is what a user asks of the errors of any package.
type anyFailure interface {
	error
	OperationName() string
	HTTPStatus() int
	RequestID() string
	Retryable() bool
	IdempotencyKey() string
	Dump() string
}

const secret = "s3cr3t"

// secretCall makes a call that is full of secrets, which must not be seen.
func secretCall() (*call, []Option) {
	k := &call{op: "Op", id: "op", method: "POST", pattern: "POST /a", path: "/a", query: []string{"q=" + secret}, body: []byte(secret), accept: "text/x", security: schemeQueryKey + " & " + schemeUserToken + " & " + schemeSession}
	k.addHeader("X-Own", secret)
	return k, []Option{WithQueryKey(secret), WithUserToken(secret), WithSession(secret), WithHeader("Authorization", "Bearer "+secret), WithRetries(1)}
}

func TestErrorMethods(t *testing.T) {
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Request-Id", "r-1")
		w.Header().Set("Retry-After", "0")
		w.Header().Set("Set-Cookie", "sid="+secret)
		w.Header().Set("X-Subject-Token", secret)
		reply(429, "application/json", `{"code":1}`)(w, r)
	})
	k, opts := secretCall()
	k.addKey("Idempotency-Key", "key-1")
	err := fmt.Errorf("wrapped: %w", c.discard(t.Context(), c.with(opts), k))
	f, ok := errors.AsType[anyFailure](err)
	require.True(t, ok)
	assert.Equal(t, "Op", f.OperationName())
	assert.Equal(t, 429, f.HTTPStatus())
	assert.Equal(t, "r-1", f.RequestID())
	assert.True(t, f.Retryable())
	assert.Equal(t, "key-1", f.IdempotencyKey())
	assert.Regexp(t, `^support: Op: HTTP 429 Too Many Requests: {"code":1} \(2 attempts in \d+ms\)$`, f.Error())
	e, _ := errors.AsType[*APIError](err)
	assert.Equal(t, "POST", e.Method)
	assert.Regexp(t, `^http://127.0.0.1:\d+/a$`, e.URL)
	assert.Regexp(t, `^POST http://127.0.0.1:\d+/a \(2 attempts in \d+ms\)
Accept: text/x
Authorization: REDACTED
Cookie: REDACTED
Idempotency-Key: key-1
User-Agent: support \(oas2go\)
X-Auth-Token: REDACTED
X-Own: REDACTED

HTTP 429 Too Many Requests
Content-Length: 10
Content-Type: application/json
Date: .*
Retry-After: 0
Set-Cookie: REDACTED
X-Request-Id: r-1
X-Subject-Token: REDACTED

{"code":1}
$`, e.Dump())

	c = serve(t, reply(404, "text/plain", "gone"))
	_, err = c.GetParcel(t.Context())
	assert.EqualError(t, err, "support: GetParcel: HTTP 404 Not Found: gone", "one attempt is not worth a word")
	f, _ = errors.AsType[anyFailure](err)
	assert.False(t, f.Retryable())
	assert.Empty(t, f.RequestID()+f.IdempotencyKey())

	c = serve(t, reply(200, "application/json", `{`))
	_, err = c.GetParcel(t.Context())
	f, _ = errors.AsType[anyFailure](err)
	assert.Equal(t, 200, f.HTTPStatus())
	assert.False(t, f.Retryable(), "what cannot be read cannot be read again")
	assert.Contains(t, f.Dump(), "\n{\n\ninvalid response of GetParcel", "with the reason")
	assert.Equal(t, "support: HTTP 0", (&APIError{}).Error(), "one that a test of a user made")
	assert.NotEmpty(t, (&APIError{}).Dump())
}

func TestCallError(t *testing.T) {
	var seen *http.Request
	c, err := NewClient("http://user:"+secret+"@127.0.0.1:1/x", WithMiddleware(func(req *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
		seen = req
		return next(req)
	}))
	require.NoError(t, err)
	k, opts := secretCall()
	err = c.discard(t.Context(), c.with(opts), k)
	f, ok := errors.AsType[anyFailure](err)
	require.True(t, ok)
	assert.NotNil(t, seen)
	assert.Equal(t, "Op", f.OperationName())
	assert.Zero(t, f.HTTPStatus())
	assert.True(t, f.Retryable(), "it was not sent")
	assert.Contains(t, f.Dump(), "POST http://127.0.0.1:1/a (2 attempts in ")
	for _, text := range []string{f.Error(), f.Dump(), fmt.Sprintf("%v %+v", err, f)} {
		assert.NotContains(t, text, secret)
	}

	err = c.SendParcel(t.Context(), nil)
	f, ok = errors.AsType[anyFailure](err)
	require.True(t, ok)
	assert.Equal(t, "SendParcel", f.OperationName())
	assert.False(t, f.Retryable())
	_, ok = errors.AsType[*InvalidError](err)
	assert.True(t, ok)
	assert.NotContains(t, err.Error(), "attempt")

	err = c.discard(t.Context(), c.with([]Option{WithTimeout(time.Nanosecond), WithRetries(0)}), &call{op: "Op", method: "GET", path: "/"})
	f, _ = errors.AsType[anyFailure](err)
	assert.True(t, f.Retryable(), "the time of an attempt")
	assert.Contains(t, err.Error(), " (1 attempt in ")
}

func TestRequestID(t *testing.T) {
	for _, test := range []struct {
		want    string
		headers []string
	}{
		{"", []string{"X-Other", "x"}},
		{"a", []string{"x-request-id", "a", "Request-Id", "b"}},
		{"b", []string{"Request-Id", "b", "X-Correlation-Id", "c"}},
		{"d", []string{"X-Amzn-RequestId", "d"}},
		{"c", []string{"X-Correlation-Id", "c"}},
	} {
		h := http.Header{}
		for i := 0; i < len(test.headers); i += 2 {
			h.Set(test.headers[i], test.headers[i+1])
		}
		assert.Equal(t, test.want, requestID(h))
	}
}

func TestLogger(t *testing.T) {
	n := 0
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if n++; n == 1 {
			w.Header().Set("Retry-After-Ms", "250")
			w.Header().Set("X-Request-Id", "r-1")
			w.WriteHeader(429)
		}
	})
	var log bytes.Buffer
	logger := slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == "time" || a.Key == "elapsed" || a.Key == "url" {
			return slog.Attr{}
		}
		return a
	}}))
	k, opts := secretCall()
	require.NoError(t, c.discard(t.Context(), c.with(append(opts, WithLogger(logger))), k))
	assert.Equal(t, `level=WARN msg="support: Op" method=POST attempt=1 status=429 request_id=r-1 retry_in=250ms
level=INFO msg="support: Op" method=POST attempt=2 status=200 request_id=""
`, log.String())

	log.Reset()
	c, err := NewClient("http://user:"+secret+"@127.0.0.1:1", WithLogger(slog.New(slog.NewTextHandler(&log, nil))))
	require.NoError(t, err)
	k, opts = secretCall()
	require.Error(t, c.discard(t.Context(), c.with(opts), k))
	assert.Contains(t, log.String(), "url=http://127.0.0.1:1/a ")
	assert.NotContains(t, log.String(), secret)
	assert.Equal(t, 2, strings.Count(log.String(), "level=WARN"))
}

// TestOperationOf: middleware, shared middleware and transports know what a request is for.
func TestOperationOf(t *testing.T) {
	var seen []string
	note := func(who string, req *http.Request) {
		op, ok := OperationOf(req.Context())
		assert.True(t, ok)
		seen = append(seen, fmt.Sprint(who, " ", op.ID, " ", op.Name, " ", op.Method, " ", op.Path, " ", op.Attempt, " ", req.Pattern))
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		assert.Equal(t, "support (oas2go)", r.UserAgent())
		if len(seen) < 3 {
			w.WriteHeader(429)
			return
		}
		io.WriteString(w, "ok")
	}))
	defer server.Close()
	c, err := NewClient(server.URL, WithHTTPClient(&http.Client{Transport: roundTrip(func(req *http.Request) (*http.Response, error) {
		note("transport", req)
		return http.DefaultTransport.RoundTrip(req)
	})}), WithMiddleware(func(req *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
		note("middleware", req)
		return next(req)
	}))
	require.NoError(t, err)
	p := goodParams(t)
	require.NoError(t, c.SendParcel(t.Context(), p))
	const about = " sendParcel SendParcel POST /v2/{project_id}/parcels/{name} "
	const pattern = " POST /v2/{project_id}/parcels/{name}"
	assert.Equal(t, []string{"middleware" + about + "1" + pattern, "transport" + about + "1" + pattern, "middleware" + about + "2" + pattern, "transport" + about + "2" + pattern}, seen)
	_, ok := OperationOf(t.Context())
	assert.False(t, ok)
}

// TestStatusWithoutName: a status that HTTP does not know has no name, and leaves no gap.
func TestStatusWithoutName(t *testing.T) {
	e := &APIError{StatusCode: 441, Operation: "Op"}
	assert.Equal(t, "support: Op: HTTP 441", e.Error())
	assert.Contains(t, e.Dump(), "\nHTTP 441\n")
}
