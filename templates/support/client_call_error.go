package support

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// An APIError is an answer that is not a success, or that cannot be read.
// Errors without an answer (no connection, a cancelled context) are not
// APIErrors; errors.Is reaches their cause.
type APIError struct {
	// Operation is the name of the method that was called.
	Operation string
	// StatusCode and Header are those of the answer.
	StatusCode int
	Header     http.Header
	// RawBody is the answer as it came, at most 1 MiB of it.
	RawBody []byte
	// Body is RawBody decoded as the document says for this status, or nil.
	// The comment of each method names the types. See also [ErrorBody].
	Body any
	// Err says why the answer could not be read, or is nil.
	Err error

	secrets []string // of the request, which the body may repeat
}

// Error gives operation, status, and the reason or the start of the body.
func (e *APIError) Error() string {
	s := fmt.Sprintf("support: %s: HTTP %d %s", e.Operation, e.StatusCode, http.StatusText(e.StatusCode))
	if e.Err != nil {
		return s + ": " + e.Err.Error()
	}
	if text := e.excerpt(); text != "" {
		s += ": " + text
	}
	return s
}

// Unwrap gives Err.
func (e *APIError) Unwrap() error { return e.Err }

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
