package support

import (
	"net/http"
	"net/url"
	"strings"
)

const maxRedirects = 10

// stayHome follows a redirect only where nothing can change or leak: on the same server, with the same method and body. Package http would
// turn a POST into a GET after 301, 302 and 303, leave out the body of a GET, and carry an API key to another host. Otherwise the
// redirect is the response.
func stayHome(req *http.Request, via []*http.Request) error {
	first := via[0]
	same := req.Method == first.Method && (req.Body != nil || first.Body == nil || first.Body == http.NoBody)
	if !same || len(via) >= maxRedirects || !sameServer(req.URL, first.URL) {
		return http.ErrUseLastResponse
	}
	return nil
}

// sameServer reports whether two URLs lead to one server. Another scheme is another server.
func sameServer(a, b *url.URL) bool { return a.Scheme == b.Scheme && strings.EqualFold(a.Host, b.Host) }

// stop follows no redirect.
func stop(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
