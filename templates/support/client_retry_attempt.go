package support

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"maps"
	"net/http"
	"net/url"
	"strings"
)

// userAgent is what a request is sent by, unless [WithHeader] says otherwise.
const userAgent = "support (oas2go)"

// A permanentError is one that sending again would not change.
type permanentError struct{ error }

// Unwrap gives the cause.
func (e permanentError) Unwrap() error { return e.error }

// A sending is one attempt: what package http needs for it, in one piece. Each has its own, so that nothing of an earlier one is left
// in a request, such as an old signature.
type sending struct {
	operationContext
	cfg      *config
	client   http.Client
	req      *http.Request // as middleware gets it
	hop      hop
	url      url.URL
	body     bytes.Reader
	values   [3]string
	response response
}

// attempt sends the request once.
func (c *Client) attempt(ctx context.Context, cfg *config, k *call) (*http.Response, error) {
	s := &sending{operationContext: operationContext{ctx, k, k.attempts}, cfg: cfg, client: *cfg.http}
	if s.client.CheckRedirect == nil {
		s.client.CheckRedirect = stayHome
	}
	if k.location {
		s.client.CheckRedirect = stop
	}
	s.hop.next = cmp.Or(s.client.Transport, cfg.transport, http.DefaultTransport)
	s.client.Transport, k.last = s, s
	req, err := s.request(c)
	if err != nil {
		return nil, permanentError{err}
	}
	s.req = req
	resp, err := s.through(cfg.middleware, req)
	if err == nil && (resp == nil || resp.Body == nil) {
		err = permanentError{errors.New("a middleware gave neither response nor error")}
	}
	k.unsent = s.unsent(err)
	return resp, err
}

// through sends a request through middleware.
func (s *sending) through(middleware []Middleware, req *http.Request) (*http.Response, error) {
	if len(middleware) == 0 {
		return s.do(req)
	}
	return middleware[0](req, func(req *http.Request) (*http.Response, error) { return s.through(middleware[1:], req) })
}

// do sends a request as middleware left it.
func (s *sending) do(req *http.Request) (*http.Response, error) {
	s.hop.scheme, s.hop.host = req.URL.Scheme, req.URL.Host
	resp, err := s.client.Do(req)
	if p, ok := errors.AsType[permanentError](err); ok {
		return nil, p // without the words of package http around it
	}
	return resp, s.k.withoutSecrets(err)
}

// request makes the request of an attempt.
func (s *sending) request(c *Client) (*http.Request, error) {
	if err := s.target(c.config.own); err != nil {
		return nil, err
	}
	k := s.k
	if strings.HasPrefix(k.contentType, "multipart/") && s.cfg.header["Content-Type"] != nil {
		return nil, errors.New("WithHeader sets a Content-Type, but that of a form has the boundary of its parts")
	}
	req := (&http.Request{
		Method: k.method, URL: &s.url, Pattern: k.pattern, Header: s.header(),
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
	}).WithContext(s.traced())
	switch {
	case k.source != nil:
		if err := k.source.attach(req); err != nil {
			return nil, err
		}
	case len(k.body) > 0:
		s.body.Reset(k.body)
		req.Body, req.ContentLength = io.NopCloser(&s.body), int64(len(k.body))
		req.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(k.body)), nil }
	case k.body != nil:
		req.Body = http.NoBody
	}
	if host := req.Header.Get("Host"); host != "" {
		req.Host = host // package http takes it from there only
	}
	return req, nil
}

// target makes the URL of a request.
func (s *sending) target(base *url.URL) error {
	k := s.k
	if s.cfg.base != nil {
		base = s.cfg.base
	} else if k.server != nil {
		base = k.server
	}
	raw := strings.TrimRight(base.EscapedPath(), "/") + k.path
	path, err := url.PathUnescape(raw)
	if err != nil {
		return err
	}
	s.url = url.URL{Scheme: base.Scheme, User: base.User, Host: base.Host, Path: path}
	if s.url.EscapedPath() != raw {
		s.url.RawPath = raw
	}
	if len(k.query) > 0 {
		s.url.RawQuery = strings.Join(k.query, "&")
	}
	return nil
}

// header makes the headers of a request, all but credentials.
func (s *sending) header() http.Header {
	h := make(http.Header, 6)
	set := func(i int, name, value string) {
		if value != "" {
			s.values[i] = value
			h[name] = s.values[i : i+1 : i+1]
		}
	}
	set(0, "User-Agent", userAgent)
	set(1, "Accept", s.k.accept)
	set(2, "Content-Type", s.k.contentType)
	maps.Copy(h, s.cfg.header)
	maps.Copy(h, s.k.header)
	return h
}
