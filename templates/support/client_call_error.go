package support

import (
	"fmt"
	"net/http"
	"strings"
)

// An APIError is a response that is not a success, or that a client cannot
// read. What a client calls without a response (no connection, a cancelled
// context) is a CallError; errors.Is reaches its cause. The methods of a server
// return an APIError to answer with it.
//
// Both have the methods OperationName, HTTPStatus, RequestID, Retryable,
// IdempotencyKey and Dump, as in every package that oas2go makes: an interface
// of your own with some of them fits the errors of all, by [errors.As].
type APIError struct {
	// Operation is the name of the method that was called, "" in a server.
	Operation string
	// StatusCode and Header are those of the response.
	StatusCode int
	Header     http.Header
	// RawBody is the response as it came, at most 1 MiB of it.
	RawBody []byte
	// Body is RawBody decoded as the document says for this status, or nil; in
	// a server it is what is sent. The comment of each method names the types.
	// See also [ErrorBody].
	Body any
	// Err says why the response could not be read, or is nil.
	Err error
	// SentRequest is what was sent.
	SentRequest

	secrets []string // of the request, which the body may repeat
}

// Error gives operation, status, and the reason or the start of the body.
func (e *APIError) Error() string {
	s := strings.TrimSpace(fmt.Sprintf("HTTP %d %s", e.StatusCode, http.StatusText(e.StatusCode)))
	if e.Operation != "" {
		s = e.Operation + ": " + s
	}
	s = "support: " + s
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
