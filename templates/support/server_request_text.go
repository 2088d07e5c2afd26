package support

import "strings"

// text reads a body of text.
func (in *requestReader) text(form shape, read func(*jsonReader)) {
	data := in.bodyBytes()
	if in.err != nil {
		return
	}
	var w jsonWriter
	form.value(&w, strings.ToValidUTF8(string(data), "\uFFFD"))
	in.decode(w.buf, "body", "", read)
}
