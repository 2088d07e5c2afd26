package support

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"runtime/debug"
	"strconv"
)

// A Failure is a request that does not succeed. HandlerOptions.Failed may
// change Status, Header and Body before it is answered.
type Failure struct {
	// Operation is the name of the method, "" if no operation was found.
	Operation string
	// RequestID is in the header X-Request-Id of the response, in the default
	// body and in the log; [RequestIDFrom] gives the same.
	RequestID string
	// Status and Header are what is sent. Content-Type, Content-Length and
	// X-Request-Id are set by the handler.
	Status int
	Header http.Header
	// Body is what the method gave to [Fail], or nil for the default body,
	// which is problem+json (RFC 9457). It must be what the document has for
	// Status. If the document does not have that status, any body of a failure
	// of the operation will do, and without an operation any type of the
	// package. A body of another type is logged, and the default body is sent.
	Body any
	// Err is the reason: an [*InvalidError] inside for a request that breaks
	// the document, the error of the method, or a [*PanicError].
	Err error

	mediaType string
	public    bool // Err is about the request and may be shown
}

// ErrForbidden is what a function for security gives if it knows who asks, and
// it is not allowed: status 403 instead of 401.
var ErrForbidden = errors.New("forbidden")

var errTimeout = errors.New("the time of the method is over")

var errUnimplemented = &requestError{status: http.StatusNotImplemented, error: errors.New("the operation is not implemented")}

// A PanicError is a panic of a method or a middleware.
type PanicError struct {
	Value any
	Stack []byte
}

func newPanicError(v any) *PanicError { return &PanicError{v, debug.Stack()} }

// Error gives the value.
func (e *PanicError) Error() string { return fmt.Sprint("panic: ", e.Value) }

// A requestError is what is wrong with a request.
type requestError struct {
	status int
	header http.Header
	error
}

// Unwrap gives what is wrong.
func (e *requestError) Unwrap() error { return e.error }

// HTTPStatus gives the status of the response, for those who have a router of
// their own.
func (e *requestError) HTTPStatus() int { return e.status }

// Fail is the error of a method that answers with status and body, which must
// be what the document has for this status. A nil body is the default one, if
// that is what the document has, or if it has no body.
func Fail(status int, body any) *APIError { return &APIError{StatusCode: status, Body: body} }

// WithHeader adds a header to the response and gives e back.
func (e *APIError) WithHeader(name, value string) *APIError {
	if e.Header == nil {
		e.Header = http.Header{}
	}
	e.Header.Add(name, value)
	return e
}

// fail answers a request that does not succeed. If the response has begun, the connection is aborted.
func (x *exchange) fail(err error) {
	f := x.failure(err)
	if x.h.options.Failed != nil {
		x.h.options.Failed(x.r.WithContext(context.WithoutCancel(x.ctx)), f)
	}
	if x.began {
		panic(http.ErrAbortHandler)
	}
	body := x.failureBody(f)
	x.began = true
	header := x.w.Header()
	maps.Copy(header, f.Header)
	header.Set("Content-Type", f.mediaType)
	header.Set("Content-Length", strconv.Itoa(len(body)))
	header.Set("X-Request-Id", f.RequestID)
	x.w.WriteHeader(f.Status)
	x.write(body)
}

// failure decides how an error is answered. What is the fault of the server is logged.
func (x *exchange) failure(err error) *Failure {
	f := &Failure{Status: http.StatusInternalServerError, Err: err, RequestID: x.requestID()}
	if x.op != nil {
		f.Operation = x.op.name
	}
	if e, ok := errors.AsType[*requestError](err); ok {
		f.Status, f.Header, f.public = e.status, e.header, true
	} else if e, ok := errors.AsType[*APIError](err); ok {
		x.answered(f, e)
	} else if context.Cause(x.ctx) == errTimeout {
		f.Status = http.StatusServiceUnavailable
	} else if isUnreached(err) {
		f.Status = http.StatusBadGateway
	}
	if f.Header = f.Header.Clone(); f.Header == nil {
		f.Header = http.Header{} // Failed may set some
	}
	if f.Status >= 500 && f.Body == nil && err != error(errUnimplemented) && x.r.Context().Err() != context.Canceled {
		x.log(f)
	}
	return f
}

// isUnreached reports whether an error is that of a client, of a call that another server did not answer.
func isUnreached(err error) bool {
	_, isCall := errors.AsType[interface {
		error
		OperationName() string
		HTTPStatus() int
	}](err)
	_, invalid := errors.AsType[*InvalidError](err)
	return isCall && !invalid
}

// answered takes a failure that the method chose, or that another server sent to its client, if the document has it.
func (x *exchange) answered(f *Failure, e *APIError) {
	fits, ours := x.op.hasFailure(e), e.Operation == ""
	var broken error
	if fits && x.h.options.ValidateResponses {
		broken = x.op.broken(e)
		fits = broken == nil
	}
	switch {
	case fits && ours:
		f.Status, f.Header, f.Body = e.StatusCode, e.Header, e.Body
	case fits && e.StatusCode != http.StatusUnauthorized: // that is about the credential of the client
		f.Status, f.Body = e.StatusCode, e.Body
		if after := e.Header["Retry-After"]; after != nil {
			f.Header = http.Header{"Retry-After": after}
		}
	case !ours:
		f.Status, f.Err = http.StatusBadGateway, cmp.Or(broken, f.Err)
	case broken != nil:
		f.Err = broken
	default:
		f.Err = x.op.misfit(e)
	}
}

func (x *exchange) log(f *Failure) {
	args := []any{"operation", f.Operation, "status", f.Status, "request", f.RequestID, "error", f.Err}
	if e, ok := errors.AsType[*PanicError](f.Err); ok {
		args = append(args, "stack", string(e.Stack))
	}
	x.h.options.Logger.ErrorContext(x.ctx, "support: request failed", args...)
}

// failureBody gives the body of a failure: that of the method or of Failed, or a problem.
func (x *exchange) failureBody(f *Failure) []byte {
	known, content := x.op.failureOf(f.Status, f.Body)
	var err error
	if content != nil {
		var w jsonWriter
		f.mediaType = known.mediaType
		if content(&w); w.err == nil {
			return w.buf
		}
		err = w.err
	} else if f.Body != nil {
		err = fmt.Errorf("the document has no %T for status %d", f.Body, f.Status)
	}
	if err != nil {
		x.h.options.Logger.ErrorContext(x.ctx, "support: body of a failure", "operation", f.Operation, "error", err)
	}
	f.mediaType = "application/problem+json"
	if known.problem != noProblem {
		f.mediaType = known.mediaType
	}
	var w jsonWriter
	f.problem(&w, known.problem)
	return w.buf
}
