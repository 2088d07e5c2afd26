package support

import (
	"errors"
	"slices"
	"sync"
)

// A jsonWriter appends one JSON text to a buffer. Its error is sticky.
//
// Most methods make room first and then only lengthen the buffer (w.buf = w.buf[:n]): to store its address again would call the
// garbage collector's write barrier, which took a quarter of the time.
type jsonWriter struct {
	buf      []byte
	err      error                          // the first value that JSON cannot express
	unknowns []int32                        // where variants begin that the document does not describe
	tags     func(compare func(c *checker)) // where a rule judges what is written: compares the tag of the variant that is next; else nil
}

// A jsonEncoder is a generated type that can write itself.
type jsonEncoder interface{ encode(w *jsonWriter) }

// appendJSON appends the JSON form of v to buf. Without a buffer it makes one of the right size, which is faster than to let one grow.
//
//go:noinline
func appendJSON(buf []byte, v jsonEncoder) ([]byte, error) {
	if cap(buf) == 0 {
		return marshalJSON(v)
	}
	w := jsonWriter{buf: buf}
	v.encode(&w)
	return w.buf, w.err
}

// maxPooled is the size up to which a buffer is kept for the next value, so that one large value does not hold its memory for
// ever. Below, a kept buffer halves the time: growing a new one to 440 KB takes as long as writing the value.
const maxPooled = 1 << 20

var writers = sync.Pool{New: func() any { return new(jsonWriter) }}

// marshalJSON returns the JSON form of v in a buffer of its own, which the pool does not keep.
//
//go:noinline
func marshalJSON(v jsonEncoder) ([]byte, error) {
	w := writers.Get().(*jsonWriter)
	w.buf, w.err, w.unknowns, w.tags = w.buf[:0], nil, nil, nil
	v.encode(w)
	buf, err := w.buf, w.err
	if cap(buf) <= maxPooled {
		out := append([]byte(nil), buf...)
		writers.Put(w)
		buf = out
	}
	if err != nil {
		return nil, err
	}
	return buf, nil
}

// fail notes why the value cannot be written.
//
//go:noinline
func (w *jsonWriter) fail(message string) {
	if w.err == nil {
		w.err = errors.New(message)
	}
}

// reserve makes room for n more bytes.
func (w *jsonWriter) reserve(n int) {
	if cap(w.buf)-len(w.buf) < n {
		w.grow(n)
	}
}

//go:noinline
func (w *jsonWriter) grow(n int) { w.buf = slices.Grow(w.buf, n) }

// write writes a text that is JSON already. It is not inlined, to keep generated code small.
//
//go:noinline
func (w *jsonWriter) write(text string) *jsonWriter {
	w.reserve(len(text))
	at := len(w.buf)
	w.buf = w.buf[:at+len(text)]
	copy(w.buf[at:], text)
	return w
}

// beginObject starts an object and returns the mark that endObject needs.
func (w *jsonWriter) beginObject() (start int) { return len(w.buf) }

// key writes the name of a member, given with the comma before it, the quotes and the colon: `,"name":`.
// The first comma of an object becomes its opening brace in endObject, so that no member has to ask whether it is the first.
func (w *jsonWriter) key(literal string) *jsonWriter { return w.write(literal) }

// endObject ends the object that began at start.
func (w *jsonWriter) endObject(start int) {
	if len(w.buf) == start {
		w.write("{}")
		return
	}
	w.buf[start] = '{'
	w.buf = append(w.buf, '}')
}

func (w *jsonWriter) null() { w.write("null") }

// list writes an array of n elements; item writes the i-th.
//
//go:noinline
func (w *jsonWriter) list(n int, item func(i int)) {
	w.buf = append(w.buf, '[')
	for i := range n {
		if i > 0 {
			w.buf = append(w.buf, ',')
		}
		item(i)
	}
	w.buf = append(w.buf, ']')
}
