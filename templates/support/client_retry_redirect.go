package support

import (
	"net/http"
	"strings"
)

const maxRedirects = 10

// stayHome follows a redirect only where nothing can change or leak: GET and HEAD on the same server. Package http would turn a
// POST into a GET, and carry an API key to another host. Otherwise the redirect is the answer.
func stayHome(req *http.Request, via []*http.Request) error {
	first := via[0]
	safe := first.Method == http.MethodGet || first.Method == http.MethodHead
	if !safe || len(via) >= maxRedirects || req.URL.Scheme != first.URL.Scheme || !strings.EqualFold(req.URL.Host, first.URL.Host) {
		return http.ErrUseLastResponse
	}
	return nil
}
