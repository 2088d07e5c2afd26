package support

import (
	"context"
	"fmt"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestPartsOfEmittedCode has what only emitted code calls.
func TestPartsOfEmittedCode(t *testing.T) {
	assert.EqualError(t, errNoService, "support: NewHandler: the service is nil")
	assert.Equal(t, "1,2", headerText(func(w *jsonWriter) { w.list(2, func(i int) { w.int64(int64(i + 1)) }) }))
	assert.Equal(t, "a", headerText(func(w *jsonWriter) { w.string("a") }))
	assert.True(t, isTrue(NewNullable(true)))
	assert.False(t, isTrue(NewNullable(false)))
	assert.False(t, isTrue(NewNull[bool]()))
	assert.False(t, isTrue(Nullable[bool]{}))
}

// TestUpstreamOutOfReach: what a client of any package says of a call without a response is no fault of this server.
func TestUpstreamOutOfReach(t *testing.T) {
	s := handle(t, HandlerOptions{}, nil, makeOwner(func(context.Context, *ownerParams) (*Owner, error) {
		return nil, fmt.Errorf("upstream: %w", &CallError{Operation: "Get", Err: errUpset})
	}))
	r := s.send("POST", "/v1/owners/1", goodOwner)
	assert.Equal(t, 502, r.StatusCode)
	assert.NotContains(t, r.body, errUpset.Error())
	invalid := &CallError{Operation: "Get", Err: &InvalidError{Subject: "p", Violations: []Violation{{Rule: "required"}}}}
	s = handle(t, HandlerOptions{}, nil, makeOwner(func(context.Context, *ownerParams) (*Owner, error) { return nil, invalid }))
	assert.Equal(t, 500, s.send("POST", "/v1/owners/1", goodOwner).StatusCode, "a call that this server made wrong")
}

// TestCompressedBody: nobody reads one, so it is refused and not misread.
func TestCompressedBody(t *testing.T) {
	s := handle(t, HandlerOptions{}, nil, makeOwner(func(context.Context, *ownerParams) (*Owner, error) { return owner(), nil }))
	r := s.send("POST", "/v1/owners/1", goodOwner, "Content-Encoding", "gzip")
	assert.Equal(t, 415, r.StatusCode)
	assert.Equal(t, "identity", r.Header.Get("Accept-Encoding"))
	assert.NotEqual(t, 415, s.send("POST", "/v1/owners/1", goodOwner, "Content-Encoding", "identity").StatusCode)
}

// TestStatusForOwnRouters: the error of Parse<Op>Params has a status.
func TestStatusForOwnRouters(t *testing.T) {
	_, err := parseParams(httptest.NewRequest("GET", "/?text=too+long", nil), "p", &defaultedParams{})
	e, ok := err.(interface{ HTTPStatus() int })
	require.True(t, ok)
	assert.Equal(t, 400, e.HTTPStatus())
}

// TestStreamThatCannotFlush: a middleware without Flush delays a stream and loses nothing.
func TestStreamThatCannotFlush(t *testing.T) {
	h, err := newHandler(HandlerOptions{}, "/v1", nil, get("/x", "application/jsonl", sendsLines(func(context.Context, *defaultedParams) iter.Seq2[*Owner, error] {
		return func(yield func(*Owner, error) bool) {
			if yield(owner(), nil) {
				yield(owner(), nil)
			}
		}
	})))
	require.NoError(t, err)
	w := httptest.NewRecorder()
	h.ServeHTTP(struct{ http.ResponseWriter }{w}, httptest.NewRequest("GET", "/v1/x", nil))
	assert.Equal(t, 2, strings.Count(w.Body.String(), "\n"))
}
