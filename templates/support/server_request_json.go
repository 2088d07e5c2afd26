package support

// json reads a body of JSON.
func (in *requestReader) json(v jsonDecoder) { in.jsonFunc(v.decode) }

// jsonFunc reads a body of JSON with a function.
func (in *requestReader) jsonFunc(read func(*jsonReader)) {
	data := in.bodyBytes()
	if in.err != nil {
		return
	}
	r := jsonReader{data: data}
	read(&r)
	in.note("body", "", r.finish("body"))
	in.noBody = r.stopped
}
