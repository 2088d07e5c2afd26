package support

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"maps"
	"net/http"
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
	if hc.Transport == nil {
		hc.Transport = cfg.transport
	}
	next := func(req *http.Request) (*http.Response, error) {
		if err := cfg.authorize(req, k); err != nil {
			return nil, permanentError{err}
		}
		resp, err := hc.Do(req)
		return resp, k.withoutSecrets(err)
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
	target := cmp.Or(cfg.base, cfg.own) + k.path
	if len(k.query) > 0 {
		target += "?" + strings.Join(k.query, "&")
	}
	body := k.source
	if k.body != nil {
		body = bytes.NewReader(k.body)
	}
	req, err := http.NewRequestWithContext(ctx, k.method, target, body)
	if err != nil {
		return nil, badBase(target, err)
	}
	if k.source != nil {
		body := k.hold(ctx, k.source)
		req.Body, req.ContentLength, k.held = body, k.length, body
		if k.length == 0 {
			req.Body = http.NoBody
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
	if k.contentType != "" {
		req.Header.Set("Content-Type", k.contentType)
	}
	return req, nil
}
