package verify

import (
	"net/url"
	"strings"
)

// A pair is name=value of a query, a form or a cookie.
type pair struct {
	name     string // decoded
	raw      string // the value, as it is written
	hasValue bool   // an = stands before it
}

// parsePairs reads name=value&name=value.
func parsePairs(text string) (pairs []pair) {
	for part := range strings.SplitSeq(text, "&") {
		if part == "" {
			continue
		}
		name, value, ok := strings.Cut(part, "=")
		pairs = append(pairs, pair{name: unescapePlus(name), raw: value, hasValue: ok})
	}
	return pairs
}

// parseCookies reads the header Cookie (RFC 6265, section 4.2.1).
func parseCookies(lines []string) (pairs []pair) {
	for _, line := range lines {
		for part := range strings.SplitSeq(line, ";") {
			name, value, ok := strings.Cut(strings.TrimSpace(part), "=")
			if name != "" {
				pairs = append(pairs, pair{name: name, raw: value, hasValue: ok})
			}
		}
	}
	return pairs
}

// named returns the values of the pairs with a name.
func named(pairs []pair, name string) (raw []string) {
	for _, p := range pairs {
		if p.name == name {
			raw = append(raw, p.raw)
		}
	}
	return raw
}

// unescape decodes what is percent-encoded. What is no encoding stays as it is.
func unescape(text string) string {
	if decoded, err := url.PathUnescape(text); err == nil {
		return decoded
	}
	return text
}

// unescapePlus is unescape where + is a space, as in queries and forms.
func unescapePlus(text string) string {
	if decoded, err := url.QueryUnescape(text); err == nil {
		return decoded
	}
	return text
}

func asWritten(text string) string { return text }
