package support

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"
)

// A SentRequest is what an error tells of the request. No credential is in it.
type SentRequest struct {
	// Method and URL are those of the request, but the URL has no user, no
	// query and not the path of the base URL: secrets may be there. They are
	// empty if there was none.
	Method, URL string
	// Attempts says how often it was sent, and Elapsed how long that took, with
	// the pauses.
	Attempts int
	Elapsed  time.Duration

	header    http.Header // what Dump shows of it
	key       string
	retryable bool
}

// IdempotencyKey gives the key by which the server knows the request, or "".
// With the same key the call can be made again, and counts once.
func (r *SentRequest) IdempotencyKey() string { return r.key }

// Retryable tells whether the same call may go well later, and can be made
// again without harm.
func (r *SentRequest) Retryable() bool { return r.retryable }

// effort says how much was done for nothing.
func (r *SentRequest) effort() string {
	times := "attempts"
	if r.Attempts == 1 {
		times = "attempt"
	}
	return fmt.Sprintf(" (%d %s in %v)", r.Attempts, times, r.Elapsed.Round(time.Millisecond))
}

// requestID finds what servers call a request: X-Request-Id, or another name
// that ends so, or X-Correlation-Id.
func requestID(h http.Header) string {
	names := []string{"X-Request-Id"}
	for _, name := range slices.Sorted(maps.Keys(h)) {
		if n := strings.ToLower(name); strings.HasSuffix(n, "request-id") || strings.HasSuffix(n, "requestid") {
			names = append(names, name)
		}
	}
	for _, name := range append(names, "X-Correlation-Id") {
		if id := h.Get(name); id != "" {
			return id
		}
	}
	return ""
}
