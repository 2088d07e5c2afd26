package support

// json reads a body of JSON.
func (in *requestReader) json(v jsonDecoder) { in.jsonFunc(v.decode) }

// jsonFunc reads a body of JSON with a function.
func (in *requestReader) jsonFunc(read func(*jsonReader)) {
	data := in.bodyBytes()
	if in.err != nil {
		return
	}
	in.decode(data, "body", "", read)
	in.noBody = in.room.reader.stopped
	in.room.reader = jsonReader{} // the body is not needed any more
}
