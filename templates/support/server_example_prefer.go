package support

import (
	"context"
	"strconv"
	"strings"
)

// preferred gives the status and the name of the example that a request prefers in its header Prefer (RFC 7240, section 2), 0 and ""
// for none. What cannot be read is ignored; of two preferences with the same name the first counts.
func preferred(ctx context.Context) (code int, name string) {
	r := RequestFrom(ctx)
	if r == nil {
		return 0, ""
	}
	for _, text := range splitQuoted(strings.Join(r.Header.Values("Prefer"), ","), ',') {
		key, value, _ := strings.Cut(splitQuoted(text, ';')[0], "=") // the rest are parameters
		if value = strings.TrimSpace(value); strings.HasPrefix(value, `"`) {
			value = unquoted(value)
		}
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "code":
			if n, err := strconv.Atoi(value); code == 0 && err == nil && n >= 200 && n <= 599 {
				code = n
			}
		case "example":
			if name == "" {
				name = value
			}
		}
	}
	return code, name
}

// splitQuoted splits a text at a character outside of quotes.
func splitQuoted(text string, at byte) (parts []string) {
	begin, isQuoted := 0, false
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '"':
			isQuoted = !isQuoted
		case text[i] == '\\' && isQuoted:
			i++
		case text[i] == at && !isQuoted:
			parts, begin = append(parts, text[begin:i]), i+1
		}
	}
	return append(parts, text[begin:])
}

// unquoted gives what a quoted string means (RFC 9110, section 5.6.4).
func unquoted(text string) string {
	var b strings.Builder
	for i := 1; i < len(text) && text[i] != '"'; i++ {
		if text[i] == '\\' && i+1 < len(text) {
			i++
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
