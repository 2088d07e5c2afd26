package support

import (
	"mime"
	"strings"
)

// isJSONType reports whether a media type is JSON (RFC 6839, section 3.1).
func isJSONType(text string) bool {
	if text == "application/json" {
		return true // most are
	}
	t, _, _ := mime.ParseMediaType(text)
	return t == "application/json" || t == "text/json" || strings.HasSuffix(t, "+json")
}
