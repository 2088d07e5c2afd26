package support

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptrace"
	"strings"
	"sync"
	"sync/atomic"
)

// A hop is what an attempt sends through: the transport of the client, behind the credentials. A redirect is a hop more.
type hop struct {
	next         http.RoundTripper
	scheme, host string // of the first request
	tracing      bool
	once         sync.Once
	traced       context.Context // has the trace
	wanted       atomic.Bool     // a connection
	connected    atomic.Bool     // there was one: something may have been sent
}

// RoundTrip implements [http.RoundTripper]. Each hop is signed by itself, because package http copies headers from before the first
// signature. Another server gets no credential.
func (s *sending) RoundTrip(req *http.Request) (*http.Response, error) {
	req.Pattern = s.k.pattern // package http makes the requests of redirects
	if req.Host == "" {
		req.Host = req.URL.Host // for signers
	}
	if req.Response != nil {
		req.Header.Del("Referer") // it would show a key in the query
	}
	if req.URL.Scheme == s.hop.scheme && strings.EqualFold(req.URL.Host, s.hop.host) {
		var body []byte
		if req.Body != nil && req.Body != http.NoBody {
			body = s.k.body
		}
		if err := s.cfg.authorize(req, s.k.security, body); err != nil {
			if req.Body != nil {
				req.Body.Close()
			}
			return nil, permanentError{err}
		}
	}
	return s.hop.next.RoundTrip(req)
}

// traced gives the context of the request. If it matters whether the request was sent at all, it notes connections.
func (s *sending) traced() context.Context {
	if s.k.isSafe() {
		return s
	}
	if s.hop.tracing = httptrace.ContextClientTrace(s.Context) == nil; !s.hop.tracing {
		return s.hop.trace(s) // beside the one of the user
	}
	return s
}

// Value implements [context.Context]. The trace is made when a transport looks for one: not all do.
func (s *sending) Value(key any) any {
	if v := s.operationContext.Value(key); v != nil || !s.hop.tracing {
		return v
	}
	s.hop.once.Do(func() { s.hop.traced = s.hop.trace(context.Background()) })
	return s.hop.traced.Value(key)
}

// trace notes connections of requests with the context that it gives.
func (h *hop) trace(ctx context.Context) context.Context {
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GetConn: func(string) { h.wanted.Store(true) },
		GotConn: func(httptrace.GotConnInfo) { h.connected.Store(true) },
	})
}

// unsent reports whether an attempt failed before it had a connection: name, dial or handshake. A transport that tells of no
// connections can only say that it could not dial.
func (s *sending) unsent(err error) bool {
	op, ok := errors.AsType[*net.OpError](err)
	return ok && op.Op == "dial" || err != nil && s.hop.wanted.Load() && !s.hop.connected.Load()
}
