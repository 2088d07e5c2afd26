// Package remote gets documents from other hosts, and remembers the hashes of what it has got. It is the only package of the generator that
// uses a network; generating never does.
package remote

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"
)

// MaxBytes is how large a document may be.
const MaxBytes = 64 << 20

const (
	maxRedirects = 5
	maxTime      = 2 * time.Minute
)

// Get returns the document at a URL of the scheme https. Redirects may lead to such URLs only. A nil transport is that of package http.
func Get(ctx context.Context, transport http.RoundTripper, uri, agent string) ([]byte, error) {
	if err := Check(uri); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, maxTime)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, uri, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", agent)
	request.Header.Set("Accept", "application/openapi+yaml, application/openapi+json, application/yaml, application/json, */*;q=0.1")
	client := &http.Client{Transport: transport, CheckRedirect: func(next *http.Request, via []*http.Request) error {
		if len(via) > maxRedirects {
			return fmt.Errorf("more than %d redirects", maxRedirects)
		}
		return Check(next.URL.String())
	}}
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: the status of the response is %s, not 200", uri, response.Status)
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, MaxBytes+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", uri, err)
	case len(data) > MaxBytes:
		return nil, fmt.Errorf("%s: the document is larger than %d MiB", uri, MaxBytes>>20)
	}
	return data, nil
}

// Check returns why a document cannot be got from a URL.
func Check(uri string) error {
	u, err := url.Parse(uri)
	switch {
	case err != nil:
		return err
	case u.Scheme != "https" || u.Host == "":
		return fmt.Errorf("%s is no URL that begins with https://", u.Redacted())
	case u.User != nil:
		return errors.New("a URL with a password is not kept in a file that others read")
	}
	return nil
}
