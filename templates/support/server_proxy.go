package support

import (
	"context"
	"net/http"
	"slices"
)

// A clientProxy is a client as a service: a handler of it is a proxy.
type clientProxy struct {
	client *Client
	opts   []Option
}

// with gives the options of one call. Status and named headers of a success are passed on, and the last event of the request.
func (s clientProxy) with(ctx context.Context, headers ...string) []Option {
	if exchangeOf(ctx) == nil {
		return s.opts
	}
	opts := append(slices.Clip(s.opts), WithMiddleware(func(req *http.Request, next func(*http.Request) (*http.Response, error)) (*http.Response, error) {
		resp, err := next(req)
		if err == nil && (resp.StatusCode/100 == 2 || resp.StatusCode/100 == 3) { // a redirect may be the success of the document
			SetStatus(ctx, resp.StatusCode)
			for _, name := range headers {
				if values := resp.Header.Values(name); len(values) > 0 {
					HeaderFrom(ctx)[http.CanonicalHeaderKey(name)] = values
				}
			}
		}
		return resp, err
	}))
	if id := LastEventID(ctx); id != "" {
		opts = append(opts, WithHeader("Last-Event-ID", id))
	}
	return opts
}
