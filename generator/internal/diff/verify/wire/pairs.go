package wire

import (
	"net/url"
	"strings"
)

// A Pair is name=value of a query, a form or a cookie.
type Pair struct {
	Name     string // decoded
	Raw      string // the value, as it is written
	HasValue bool   // an = stands before it
}

// ParsePairs reads name=value&name=value.
func ParsePairs(text string) (pairs []Pair) {
	for part := range strings.SplitSeq(text, "&") {
		if part == "" {
			continue
		}
		name, value, ok := strings.Cut(part, "=")
		pairs = append(pairs, Pair{Name: UnescapePlus(name), Raw: value, HasValue: ok})
	}
	return pairs
}

// ParseCookies reads the header Cookie (RFC 6265, section 4.2.1).
func ParseCookies(lines []string) (pairs []Pair) {
	for _, line := range lines {
		for part := range strings.SplitSeq(line, ";") {
			name, value, ok := strings.Cut(strings.TrimSpace(part), "=")
			if name != "" {
				pairs = append(pairs, Pair{Name: name, Raw: value, HasValue: ok})
			}
		}
	}
	return pairs
}

// Named returns the values of the pairs with a name.
func Named(pairs []Pair, name string) (raw []string) {
	for _, p := range pairs {
		if p.Name == name {
			raw = append(raw, p.Raw)
		}
	}
	return raw
}

// Unescape decodes what is percent-encoded. What is no encoding stays as it is.
func Unescape(text string) string {
	if decoded, err := url.PathUnescape(text); err == nil {
		return decoded
	}
	return text
}

// UnescapePlus is unescape where + is a space, as in queries and forms.
func UnescapePlus(text string) string {
	if decoded, err := url.QueryUnescape(text); err == nil {
		return decoded
	}
	return text
}

// AsWritten decodes nothing.
func AsWritten(text string) string { return text }
