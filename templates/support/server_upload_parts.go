package support

// partsForm reads a multipart body into a type that has no files: its parts are the members of an object.
func (in *requestReader) partsForm(form shape, parts []partStyle, read func(*jsonReader)) {
	if in.multipart() {
		var w jsonWriter
		form.formObject(&w, in.parts.texts, parts)
		in.decode(w.buf, "body", "", read)
	}
}
