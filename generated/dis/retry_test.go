package dis_test

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generated/dis"
)

// failing responds with status and Retry-After, and from request n on with 201.
func failing(t *testing.T, status int, retryAfter string, until int) *service {
	return serve(t, func(w http.ResponseWriter, _ *http.Request, n int) {
		if n >= until {
			w.WriteHeader(http.StatusCreated)
			return
		}
		if retryAfter != "" {
			w.Header().Set("Retry-After", retryAfter)
		}
		w.WriteHeader(status)
	})
}

// 429 and 503 with Retry-After say that nothing was done: a POST is sent again.
func TestRetry(t *testing.T) {
	for _, c := range []struct {
		status     int
		retryAfter string
	}{{429, "0"}, {429, ""}, {503, "0"}} {
		s := failing(t, c.status, c.retryAfter, 3)
		require.NoError(t, s.call(t), "%d", c.status)
		got := s.requests()
		require.Len(t, got, 3, "%d", c.status)
		for _, r := range got {
			assert.JSONEq(t, captured, r.body, "the whole body is sent again")
		}
	}
}

func TestRetryGivesUp(t *testing.T) {
	for retries, opts := range map[int][]dis.Option{2: nil, 0: {dis.WithRetries(0)}, 1: {dis.WithRetries(1)}, 3: {dis.WithRetries(3)}} {
		s := failing(t, 429, "0", 100)
		e, ok := errors.AsType[*dis.APIError](s.call(t, opts...))
		require.True(t, ok)
		assert.Equal(t, 429, e.StatusCode)
		assert.Len(t, s.requests(), retries+1)
	}
}

func TestRetryWaits(t *testing.T) {
	s := failing(t, 429, "1", 2)
	start := time.Now()
	require.NoError(t, s.call(t))
	assert.GreaterOrEqual(t, time.Since(start), time.Second)
}

// After these the task may exist, so that another POST could add it twice.
func TestNoRetry(t *testing.T) {
	for _, status := range []int{400, 441, 500, 502, 503, 504} {
		s := failing(t, status, "", 2)
		e, ok := errors.AsType[*dis.APIError](s.call(t))
		require.True(t, ok, "%d", status)
		assert.Equal(t, status, e.StatusCode)
		assert.Len(t, s.requests(), 1, "%d", status)
	}
}

// A wait ends when the caller gives up.
func TestRetryCancelled(t *testing.T) {
	s := failing(t, 429, "30", 100)
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(100*time.Millisecond, cancel)
	start := time.Now()
	assert.ErrorIs(t, s.send(t, ctx, stream), context.Canceled)
	assert.Less(t, time.Since(start), 10*time.Second)
	assert.Len(t, s.requests(), 1)
}

// Each attempt is signed anew, with the time of that attempt.
func TestRetrySignsAnew(t *testing.T) {
	s := failing(t, 429, "1", 3)
	require.NoError(t, s.call(t, dis.WithAkSk(dis.NewSigner("A", "S"))))
	dates, signatures := map[string]bool{}, map[string]bool{}
	for _, r := range s.requests() {
		dates[r.header.Get("X-Sdk-Date")] = true
		signatures[r.header.Get("Authorization")] = true
	}
	assert.Len(t, dates, 3)
	assert.Len(t, signatures, 3)
}
