package support

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
)

// WithRedirects follows redirects of results that are bytes to other servers,
// such as those to a store of files: without credentials, cookies and headers
// of ours, without middleware, and never from https to http. After 307 and 308
// the body is sent there too, as these ask for. Without the option such a
// redirect is an [*APIError].
func WithRedirects() Option { return func(c *config) { c.redirects = true } }

// followElsewhere follows redirects that lead to another server than that of the call. What such a server gets is a request with nothing
// of ours in it.
func followElsewhere(ctx context.Context, cfg *config, resp *http.Response) (*http.Response, error) {
	client := http.Client{Transport: cfg.http.Transport, CheckRedirect: stop, Timeout: cfg.http.Timeout} // no cookie jar, no certificate
	for n := 0; ; n++ {
		target, err := resp.Location()
		method := methodAfter(resp)
		if err != nil || method == "" || n == 0 && sameServer(target, resp.Request.URL) || cfg.http.CheckRedirect != nil && !cfg.redirects {
			return resp, nil
		}
		if err = mayFollow(cfg, resp, target, n); err != nil {
			return resp, permanentError{err}
		}
		resp.Body.Close()
		req, err := nextRequest(ctx, method, target, resp)
		if err != nil {
			return nil, permanentError{new(call).withoutSecrets(err)}
		}
		if resp, err = client.Do(req); err != nil {
			return nil, new(call).withoutSecrets(err)
		}
	}
}

// methodAfter gives the method to go on with after a redirect (RFC 9110, section 15.4), "" if it is none.
func methodAfter(resp *http.Response) string {
	switch {
	case resp.Request == nil: // of a middleware
		return ""
	case keepsBody(resp) || resp.Request.Method == http.MethodHead && isRedirect(resp):
		return resp.Request.Method
	case isRedirect(resp):
		return http.MethodGet
	}
	return ""
}

func isRedirect(resp *http.Response) bool {
	return resp.StatusCode >= http.StatusMovedPermanently && resp.StatusCode <= http.StatusSeeOther
}

// keepsBody reports whether a redirect asks for the same request elsewhere, with its body.
func keepsBody(resp *http.Response) bool {
	return resp.StatusCode == http.StatusTemporaryRedirect || resp.StatusCode == http.StatusPermanentRedirect
}

// nextRequest makes the request that a redirect asks for. Of the headers only the type of its body is there.
func nextRequest(ctx context.Context, method string, target *url.URL, resp *http.Response) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, method, target.String(), nil)
	from := resp.Request
	if err != nil || !keepsBody(resp) || from.GetBody == nil {
		return req, err
	}
	req.Body, err = from.GetBody()
	req.GetBody, req.ContentLength = from.GetBody, from.ContentLength
	if t := from.Header["Content-Type"]; t != nil {
		req.Header["Content-Type"] = t
	}
	return req, err
}

// mayFollow tells why a redirect is not followed.
func mayFollow(cfg *config, resp *http.Response, to *url.URL, n int) error {
	from := resp.Request
	switch {
	case keepsBody(resp) && from.Body != nil && from.Body != http.NoBody && from.GetBody == nil:
		return fmt.Errorf("it redirects to %s, another server, and its body cannot be read again", to.Host)
	case !cfg.redirects:
		return fmt.Errorf("it redirects to %s, another server: WithRedirects() follows it", to.Host)
	case from.URL.Scheme == "https" && to.Scheme != "https":
		return fmt.Errorf("it redirects to %s from https to %s", to.Host, to.Scheme)
	case n >= maxRedirects:
		return fmt.Errorf("it redirects more than %d times", maxRedirects)
	}
	return nil
}
