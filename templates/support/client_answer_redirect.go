package support

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
)

// WithRedirects follows redirects of results that are bytes to other servers,
// such as those to a store of files: without credentials, cookies and headers
// of ours, without middleware, and never from https to http. Without it such a
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
		if err = mayFollow(cfg, resp.Request.URL, target, n); err != nil {
			return resp, permanentError{err}
		}
		resp.Body.Close()
		req, err := http.NewRequestWithContext(ctx, method, target.String(), nil)
		if err != nil {
			return nil, permanentError{new(call).withoutSecrets(err)}
		}
		if resp, err = client.Do(req); err != nil {
			return nil, new(call).withoutSecrets(err)
		}
	}
}

// methodAfter gives the method to go on with after a redirect (RFC 9110, section 15.4), "" if it is none or asks to send a body again.
func methodAfter(resp *http.Response) string {
	if resp.Request == nil { // of a middleware
		return ""
	}
	method := resp.Request.Method
	if method != http.MethodHead {
		method = http.MethodGet
	}
	switch resp.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther:
		return method
	case http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		if method == resp.Request.Method {
			return method
		}
	}
	return ""
}

// mayFollow tells why a redirect is not followed.
func mayFollow(cfg *config, from, to *url.URL, n int) error {
	switch {
	case !cfg.redirects:
		return fmt.Errorf("it redirects to %s, another server: WithRedirects() follows it", to.Host)
	case from.Scheme == "https" && to.Scheme != "https":
		return fmt.Errorf("it redirects to %s from https to %s", to.Host, to.Scheme)
	case n >= maxRedirects:
		return fmt.Errorf("it redirects more than %d times", maxRedirects)
	}
	return nil
}
