package support

import (
	"encoding/hex"

	"github.com/google/uuid"
)

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
	const text = `"00000000-0000-0000-0000-000000000000"`
	w.write(text)
	to := w.buf[len(w.buf)-len(text):]
	hex.Encode(to[1:], u[:4])
	hex.Encode(to[10:], u[4:6])
	hex.Encode(to[15:], u[6:8])
	hex.Encode(to[20:], u[8:10])
	hex.Encode(to[25:], u[10:])
}
