package support

import "strconv"

// bool reads true or false.
func (r *jsonReader) bool() bool {
	switch r.peek() {
	case 't':
		if r.literal("true") {
			return true
		}
	case 'f':
		if r.literal("false") {
			return false
		}
	}
	r.mismatch("boolean")
	return false
}

//go:noinline
func (w *jsonWriter) bool(v bool) { w.write(strconv.FormatBool(v)) }
