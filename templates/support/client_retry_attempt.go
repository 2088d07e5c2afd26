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

// A permanentError is one that sending again would not change.
type permanentError struct{ error }

// Unwrap gives the cause.
func (e permanentError) Unwrap() error { return e.error }

// attempt sends the request once. Each attempt builds its own, so that nothing
// of an earlier one is left in it, such as an old signature.
func (c *Client) attempt(ctx context.Context, cfg *config, k *call) (*http.Response, error) {
	req, err := c.request(ctx, cfg, k)
	if err != nil {
		return nil, permanentError{err}
	}
	hc := *cfg.http
	if hc.CheckRedirect == nil {
		hc.CheckRedirect = stayHome
	}
	if k.location {
		hc.CheckRedirect = stop
	}
	if hc.Transport == nil {
		hc.Transport = cfg.transport
	}
	next := func(req *http.Request) (*http.Response, error) {
		if err := cfg.authorize(req, k); err != nil {
			return nil, permanentError{err}
		}
		resp, err := hc.Do(req)
		return resp, withoutQuery(err)
	}
	for i := len(cfg.middleware) - 1; i >= 0; i-- {
		m, inner := cfg.middleware[i], next
		next = func(req *http.Request) (*http.Response, error) { return m(req, inner) }
	}
	resp, err := next(req)
	if err == nil && (resp == nil || resp.Body == nil) {
		err = permanentError{errors.New("a middleware gave neither answer nor error")}
	}
	return resp, err
}

func (c *Client) request(ctx context.Context, cfg *config, k *call) (*http.Request, error) {
	target := cmp.Or(cfg.base, c.base) + k.path
	if len(k.query) > 0 {
		target += "?" + strings.Join(k.query, "&")
	}
	var body io.Reader
	if k.body != nil {
		body = bytes.NewReader(k.body)
	}
	req, err := http.NewRequestWithContext(ctx, k.method, target, body)
	if err != nil {
		return nil, withoutQuery(err)
	}
	if strings.HasPrefix(k.contentType, "multipart/") && cfg.header["Content-Type"] != nil {
		return nil, errors.New("WithHeader sets a Content-Type, but that of a form has the boundary of its parts")
	}
	if k.source != nil {
		if err := k.source.attach(req); err != nil {
			return nil, err
		}
	}
	if k.accept != "" {
		req.Header.Set("Accept", k.accept)
	}
	maps.Copy(req.Header, cfg.header)
	maps.Copy(req.Header, k.header)
	if host := req.Header.Get("Host"); host != "" {
		req.Host = host // package http takes it from there only
	}
	if k.contentType != "" && cfg.header["Content-Type"] == nil {
		req.Header.Set("Content-Type", k.contentType)
	}
	return req, nil
}

// withoutQuery takes the query out of an error of package http: it may hold a
// credential.
func withoutQuery(err error) error {
	e, ok := errors.AsType[*url.Error](err)
	if !ok {
		return err
	}
	place, _, _ := strings.Cut(e.URL, "?")
	return &url.Error{Op: e.Op, URL: place, Err: e.Err}
}
