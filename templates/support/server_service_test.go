package support

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// This file holds a small service as the generator emits it, and what tests send to it.

type emptyParams struct{}

func (*emptyParams) check(*checker)      {}
func (*emptyParams) read(*requestReader) {}

// An ownerParams has a parameter in each place and a body of JSON.
type ownerParams struct {
	ID    int64
	Limit *int64
	Tags  []string
	Role  string
	Body  Owner
}

func (p *ownerParams) check(c *checker) {
	c.in = "path"
	c.integer("id", p.ID, 1, 1000)
	c.in = "query"
	if p.Limit != nil {
		c.integer("limit", *p.Limit, 1, 100)
	}
	c.in = "header"
	c.length("X-Role", p.Role, 0, 5)
	c.in = "body"
	c.object("", &p.Body)
}

func (p *ownerParams) read(in *requestReader) {
	in.required("path", "id", simpleStyle, numberShape, func(r *jsonReader) { p.ID = r.int64() })
	if !in.param("query", "limit", formStyle, numberShape, func(r *jsonReader) { p.Limit = new(r.int64()) }) {
		p.Limit = new(int64(20))
	}
	in.param("query", "tags", formStyle, textsShape, func(r *jsonReader) { p.Tags = scalars(r, (*jsonReader).string) })
	in.param("header", "X-Role", simpleStyle, textShape, func(r *jsonReader) { p.Role = r.string() })
	if in.body(true, "application/json") != "" {
		in.json(&p.Body)
	}
}

const goodOwner = `{"user_id":7,"role":"admin"}`

// keep makes a method that keeps its parameters.
func keep[P, R any](into *P, result R) func(context.Context, P) (R, error) {
	return func(_ context.Context, p P) (R, error) {
		*into = p
		return result, nil
	}
}

// makeOwner is an operation with JSON both ways.
func makeOwner(method func(context.Context, *ownerParams) (*Owner, error)) operation {
	return operation{
		name: "MakeOwner", route: route{method: "POST", path: "/owners/{id}"},
		success: []string{"201", "204", "2XX"}, empty: []string{"204"},
		failures: []failureBody{
			{"409", "application/json", asBody[*Point], noProblem}, {"422", "application/vnd.problem+json", asBody[*Owner], openProblem},
			{"423", "application/problem+json", asBody[*Owner], closedProblem}, {"500", "text/plain", asText, noProblem}, {"404", "", nil, noProblem},
			{"4XX", "application/json", asFunc(func(w *jsonWriter, x []string) { w.list(len(x), func(i int) { w.string(x[i]) }) }, nil), noProblem},
		},
		contents: []sentContent{{"application/json", sendsJSON(method)}},
	}
}

func owner() *Owner { return &Owner{UserID: 7, Role: RoleAdmin} }

// A logText is what a server logged.
type logText struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logText) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

// take gives what was logged since the last time.
func (l *logText) take() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	defer l.b.Reset()
	return l.b.String()
}

// A served is a server with some operations.
type served struct {
	t   *testing.T
	h   http.Handler
	url string
	log *logText
}

func handle(t *testing.T, options HandlerOptions, schemes []scheme, operations ...operation) served {
	t.Helper()
	log := new(logText)
	if options.Logger == nil {
		options.Logger = slog.New(slog.NewTextHandler(log, nil))
	}
	h, err := newHandler(options, "/v1", schemes, operations...)
	require.NoError(t, err)
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return served{t, h, server.URL, log}
}

// get makes an operation of GET with one content.
func get(path, mediaType string, s sender) operation {
	return operation{name: "Get", route: route{method: "GET", path: path}, success: []string{"200"}, contents: []sentContent{{mediaType, s}}}
}

// A answer is a response with its body.
type answer struct {
	*http.Response
	t    *testing.T
	body string
}

// send sends a request over the network, and through a recorder. Headers are name and value in turn.
func (s served) send(method, path, body string, headers ...string) answer {
	s.t.Helper()
	req, err := http.NewRequest(method, s.url+path, strings.NewReader(body))
	require.NoError(s.t, err)
	if body != "" {
		req.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		req.Header.Add(headers[i], headers[i+1])
		if headers[i] == "Content-Type" {
			req.Header["Content-Type"] = []string{headers[i+1]}
		}
	}
	resp, err := http.DefaultTransport.RoundTrip(req)
	require.NoError(s.t, err)
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	require.NoError(s.t, err)
	return answer{resp, s.t, string(data)}
}

// client makes a client of the server.
func (s served) client(opts ...Option) *Client {
	s.t.Helper()
	c, err := NewClient(s.url+"/v1", append([]Option{WithRetries(0), WithResponseValidation()}, opts...)...)
	require.NoError(s.t, err)
	return c
}

// A problem is the default body of a failure.
type problemBody struct {
	Type, Title string
	Status      int
	Detail      string
	RequestID   string `json:"request_id"`
	Errors      []struct{ Detail, In, Pointer, Rule string }
}

func (r answer) problem(status int) problemBody {
	r.t.Helper()
	var p problemBody
	require.NoError(r.t, json.Unmarshal([]byte(r.body), &p), r.body)
	require.Equal(r.t, status, r.StatusCode, r.body)
	assert.Equal(r.t, status, p.Status)
	assert.Equal(r.t, "about:blank", p.Type)
	assert.Equal(r.t, "application/problem+json", r.Header.Get("Content-Type"))
	assert.Equal(r.t, r.Header.Get("X-Request-Id"), p.RequestID)
	assert.NotEmpty(r.t, p.RequestID)
	return p
}

// places gives the violations, one a line: place, pointer, rule.
func (p problemBody) places() string {
	var lines []string
	for _, e := range p.Errors {
		lines = append(lines, strings.TrimSpace(e.In+" "+e.Pointer)+" "+e.Rule)
	}
	return strings.Join(lines, "\n")
}

// errUpset is an error of a method that nobody outside should see.
var errUpset = errors.New("secret: disk full")

const (
	eventually = 5 * time.Second
	tick       = 5 * time.Millisecond
)
