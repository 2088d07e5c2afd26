package support

import (
	"context"
	"crypto/rand"
	"net/http"
	"strings"
)

// SetStatus chooses another success than the first one of the document. Call it
// with the context of the method; elsewhere it does nothing.
func SetStatus(ctx context.Context, status int) {
	if x := exchangeOf(ctx); x != nil {
		x.status = status
	}
}

// HeaderFrom gives the headers of a success, to set cookies and those that the
// document does not have. Call it with the context of the method; elsewhere
// they are sent nowhere.
func HeaderFrom(ctx context.Context) http.Header {
	x := exchangeOf(ctx)
	if x == nil {
		return http.Header{}
	}
	if x.header == nil {
		x.header = http.Header{}
	}
	return x.header
}

// RequestFrom gives the request that a method serves, nil elsewhere.
func RequestFrom(ctx context.Context) *http.Request {
	if x := exchangeOf(ctx); x != nil {
		return x.r.WithContext(ctx)
	}
	return nil
}

// OperationFrom gives the name of the method that serves a request, for
// middleware; "" if there is none.
func OperationFrom(ctx context.Context) string {
	if x := exchangeOf(ctx); x != nil && x.op != nil {
		return x.op.name
	}
	return ""
}

// RequestIDFrom gives the id of the request that a method or a middleware
// serves, "" elsewhere: what the header X-Request-Id of the request says if it
// is at most 128 visible characters of ASCII, else a new one.
func RequestIDFrom(ctx context.Context) string {
	if x := exchangeOf(ctx); x != nil {
		return x.requestID()
	}
	return ""
}

// requestID is the one that came with the request, or a new one.
func (x *exchange) requestID() string {
	if x.id == "" {
		x.id = x.r.Header.Get("X-Request-Id")
	}
	strange := func(c rune) bool { return c <= ' ' || c > '~' }
	if x.id == "" || len(x.id) > 128 || strings.ContainsFunc(x.id, strange) {
		x.id = rand.Text()
	}
	return x.id
}
