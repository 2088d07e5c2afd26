package support

import "github.com/google/uuid"

// uuid reads a UUID in the form of RFC 9562: 36 characters, in any case. A tolerant reader takes the other forms too.
func (r *jsonReader) uuid() uuid.UUID {
	r.peek()
	start := r.pos
	text := r.text()
	if text == nil {
		return uuid.UUID{}
	}
	u, err := uuid.ParseBytes(text)
	if err != nil || len(text) != 36 && !r.tolerant {
		r.refuse(start, "format", "uuid")
		return uuid.UUID{}
	}
	return u
}

// uuid writes a UUID in lower case.
func (w *jsonWriter) uuid(u uuid.UUID) {
	w.buf = append(append(append(w.buf, '"'), u.String()...), '"')
}
