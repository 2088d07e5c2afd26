package support

import (
	"net/http"
	"strconv"
	"strings"
)

// statuses gives what the document may call a status: by itself, by its range, or default for the rest.
func statuses(code int) []string {
	status := strconv.Itoa(code)
	return []string{status, status[:1] + "XX", "default"}
}

// isTextType reports whether a body claims to be text.
func isTextType(h http.Header) bool {
	return strings.HasPrefix(strings.ToLower(h.Get("Content-Type")), "text/")
}

// isJSON reports whether a body claims to be JSON, or claims nothing.
func isJSON(h http.Header) bool {
	text := h.Get("Content-Type")
	return text == "" || isJSONType(text)
}
