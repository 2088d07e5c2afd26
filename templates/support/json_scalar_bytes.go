package support

import (
	"bytes"
	"encoding/base64"
)

// bytes reads base64 in the standard alphabet with padding (RFC 4648, section 4). A tolerant reader also takes the URL alphabet,
// line breaks and missing padding.
func (r *jsonReader) bytes() []byte {
	r.peek()
	start := r.pos
	text := r.text()
	if text == nil {
		return nil
	}
	encoding := base64.StdEncoding.Strict()
	strict := !bytes.ContainsAny(text, "\r\n") // the decoder passes over them
	if r.tolerant {
		encoding, strict = base64.RawStdEncoding, true
		text = bytes.TrimRight(bytes.Map(standardAlphabet, text), "=\r\n")
	}
	data, err := encoding.AppendDecode([]byte{}, text)
	if err != nil || !strict {
		r.refuse(start, "format", "byte")
		return nil
	}
	return data
}

func standardAlphabet(c rune) rune {
	switch c {
	case '-':
		return '+'
	case '_':
		return '/'
	}
	return c
}

// bytes writes base64.
func (w *jsonWriter) bytes(v []byte) {
	w.buf = base64.StdEncoding.AppendEncode(append(w.buf, '"'), v)
	w.buf = append(w.buf, '"')
}
