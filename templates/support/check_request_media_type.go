package support

import (
	"mime"
	"strconv"
	"strings"
)

// typedFile checks the media type of a file of a form, if there is one.
func (c *checker) typedFile(name string, f *FormFile, document string) {
	if f != nil && f.Content != nil && !isOfType(fileType(f.ContentType, document), document) {
		c.add(name, "contentType", document, strconv.Quote(f.ContentType))
	}
}

// typedBody checks the media type of a body.
func (c *checker) typedBody(own, document string) {
	if !isOfType(own, document) {
		c.add("", "contentType", document, strconv.Quote(own))
	}
}

// isOfType reports whether a media type is one of a list of them, and of ranges. Parameters, such as charset, do not count.
func isOfType(own, list string) bool {
	own, _, err := mime.ParseMediaType(own)
	if err != nil {
		return false
	}
	for _, allowed := range strings.Split(list, ",") {
		allowed, _, _ = strings.Cut(allowed, ";")
		allowed = strings.ToLower(strings.TrimSpace(allowed))
		family, isRange := strings.CutSuffix(allowed, "*")
		if own == allowed || isRange && (family == "*/" || family == "" || strings.HasPrefix(own, family)) {
			return true
		}
	}
	return false
}
