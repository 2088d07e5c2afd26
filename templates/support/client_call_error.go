package support

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// An APIError is a response that is not a success, or that cannot be read.
// Errors without a response (no connection, a cancelled context) are
// [*CallError]; errors.Is reaches their cause.
//
// Both have the methods OperationName, HTTPStatus, RequestID, Retryable,
// IdempotencyKey and Dump, as in every package that oas2go makes: an interface
// of your own with some of them fits the errors of all, by [errors.As].
type APIError struct {
	// Operation is the name of the method that was called.
	Operation string
	// StatusCode and Header are those of the response.
	StatusCode int
	Header     http.Header
	// RawBody is the response as it came, at most 1 MiB of it.
	RawBody []byte
	// Body is RawBody decoded as the document says for this status, or nil.
	// The comment of each method names the types. See also [ErrorBody].
	Body any
	// Err says why the response could not be read, or is nil.
	Err error
	// SentRequest is what was sent.
	SentRequest

	secrets []string // of the request, which the body may repeat
}

// Error gives operation, status, and the reason or the start of the body.
func (e *APIError) Error() string {
	s := strings.TrimSpace(fmt.Sprintf("support: %s: HTTP %d %s", e.Operation, e.StatusCode, http.StatusText(e.StatusCode)))
	if e.Err != nil {
		s += ": " + e.Err.Error()
	} else if text := e.excerpt(); text != "" {
		s += ": " + text
	}
	if e.Attempts > 1 {
		s += e.effort()
	}
	return s
}

// Unwrap gives Err.
func (e *APIError) Unwrap() error { return e.Err }

// OperationName gives Operation.
func (e *APIError) OperationName() string { return e.Operation }

// HTTPStatus gives StatusCode.
func (e *APIError) HTTPStatus() int { return e.StatusCode }

// RequestID gives what the server calls the request, in its header X-Request-Id
// or one like it, or "".
func (e *APIError) RequestID() string { return requestID(e.Header) }

// A CallError is a call without a response: parameters that break the document,
// no connection, a context that has ended.
type CallError struct {
	// Operation is the name of the method that was called.
	Operation string
	// Err is what went wrong.
	Err error
	// SentRequest is what was sent.
	SentRequest
}

// Error gives operation and reason.
func (e *CallError) Error() string {
	s := "support: " + e.Operation + ": " + e.Err.Error()
	if e.Attempts > 0 {
		s += e.effort()
	}
	return s
}

// Unwrap gives Err.
func (e *CallError) Unwrap() error { return e.Err }

// OperationName gives Operation.
func (e *CallError) OperationName() string { return e.Operation }

// HTTPStatus gives 0: there was no response.
func (e *CallError) HTTPStatus() int { return 0 }

// RequestID gives "": there was no response.
func (e *CallError) RequestID() string { return "" }

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
	if id := h.Get("X-Request-Id"); id != "" {
		return id
	}
	var found []string
	for name := range h {
		if n := strings.ToLower(name); strings.HasSuffix(n, "request-id") || strings.HasSuffix(n, "requestid") {
			found = append(found, name)
		}
	}
	slices.Sort(found)
	for _, name := range append(found, "X-Correlation-Id") {
		if id := h.Get(name); id != "" {
			return id
		}
	}
	return ""
}

// ErrorBody finds an [*APIError] in err and gives its body if that is a T.
func ErrorBody[T any](err error) (T, bool) {
	var none T
	e, ok := errors.AsType[*APIError](err)
	if !ok {
		return none, false
	}
	body, ok := e.Body.(T)
	return body, ok
}

// bodyExcerpt gives the start of a body on one line.
func bodyExcerpt(data []byte) string {
	const keep = 200
	s := strings.TrimSpace(string(data[:min(len(data), keep)]))
	if s = strings.ToValidUTF8(s, ""); len(data) > keep {
		s += "…"
	}
	if strings.ContainsFunc(s, func(c rune) bool { return !strconv.IsPrint(c) }) {
		return strconv.Quote(s) // a server must not bring line breaks into a log
	}
	return s
}
