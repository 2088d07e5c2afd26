package support

import "strconv"

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
