package support

import (
	"errors"
	"net/http"
	"strings"
)

// putCookie adds a credential that is a cookie, as it is given. Package http would leave out what a cookie cannot hold (RFC 6265, section
// 4.1.1), and put spaces and commas into quotes.
func putCookie(req *http.Request, scheme, secret string) error {
	if strings.ContainsFunc(secret, func(c rune) bool { return c <= ' ' || c >= 0x7f || strings.ContainsRune(`",;\\`, c) }) {
		return errors.New("a cookie cannot hold the key: it has a space, a quote, a comma, a semicolon, a backslash, or what is not ASCII")
	}
	_, name := placeOfScheme(scheme)
	text := name + "=" + secret
	if old := req.Header.Get("Cookie"); old != "" {
		text = old + "; " + text
	}
	req.Header.Set("Cookie", text)
	return nil
}
