package support

import (
	"bytes"
	"encoding/json"
)

// raw reads any value and gives its text. It is a copy: the input belongs to the caller.
func (r *jsonReader) raw() json.RawMessage {
	r.peek()
	start := r.pos
	r.skip()
	if r.stopped {
		return nil
	}
	return bytes.Clone(r.data[start:r.pos])
}

// raw writes a value that is JSON already. Nil is null.
func (w *jsonWriter) raw(text json.RawMessage) {
	if text == nil {
		w.null()
		return
	}
	r := jsonReader{data: text, tolerant: true} // duplicate names may go out as they came in
	r.skip()
	if r.peek(); r.stopped || r.pos < len(text) {
		w.fail("a json.RawMessage is not JSON")
		return
	}
	w.buf = append(w.buf, text...)
}
