package support

// anyForm reads a body that is multipart, or application/x-www-form-urlencoded, which has no files.
func (in *requestReader) anyForm(fields ...formField) bool {
	if baseType(in.contentType()) != "application/x-www-form-urlencoded" {
		return in.multipart(fields...)
	}
	in.parts = &formReader{requestReader: in, fields: fields, texts: in.formPairs()}
	return in.parts.isRead()
}
