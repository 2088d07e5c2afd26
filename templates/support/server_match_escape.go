package support

import (
	"net/url"
	"strings"
)

// normalEscapes gives a text of a path the form that it shares with all texts of the same meaning (RFC 3986, section 6.2.2). Delimiters
// stay as they are: one that is escaped is another one.
func normalEscapes(s string) string {
	const delimiters = "$&+,/:;=@"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i : i+1]
		text, err := url.PathUnescape(s[i:min(i+3, len(s))])
		isEscape := c == "%" && err == nil
		if isEscape {
			c, i = text, i+2
		}
		switch {
		case isEscape && strings.Contains(delimiters, c):
			b.WriteString(strings.ToUpper(s[i-2 : i+1]))
		case strings.Contains(delimiters+"!'()*", c):
			b.WriteString(c)
		default:
			b.WriteString(url.PathEscape(c))
		}
	}
	return b.String()
}

// unescapePath reads a segment of a path, or a part of one. It is empty if an escape is broken.
func unescapePath(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	text, _ := url.PathUnescape(s)
	return text
}
