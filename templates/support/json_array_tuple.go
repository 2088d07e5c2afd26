package support

import "strconv"

// beyond skips an item that stands behind the last that the document allows.
func (a *arrayReader) beyond(r *jsonReader) {
	r.peek()
	r.misnamed(r.pos, "items", "false")
	r.skip()
}

// atLeast reports an array that was read to its end and has fewer than n items.
func (a *arrayReader) atLeast(r *jsonReader, n int) {
	if a.count < n && a.lead == ',' {
		r.report(a.bracket(r), "minItems", strconv.Itoa(n))
	}
}

// atMost reports an array that was read to its end and has more than n items.
func (a *arrayReader) atMost(r *jsonReader, n int) {
	if a.count > n && !r.tolerant && !r.stopped {
		r.note(problem{offset: a.bracket(r), rule: "maxItems", limit: strconv.Itoa(n), value: strconv.Itoa(a.count) + " items"})
	}
}

// bracket returns where the opening bracket is.
func (a *arrayReader) bracket(r *jsonReader) int {
	start := a.start
	for r.data[start] != '[' {
		start++
	}
	return start
}

// beginArray starts an array whose items have different types, and returns the mark that endArray needs.
func (w *jsonWriter) beginArray() (start int) { return len(w.buf) }

// item begins the next item. The first comma becomes the opening bracket in endArray.
func (w *jsonWriter) item() *jsonWriter {
	w.buf = append(w.buf, ',')
	return w
}

// endArray ends the array that began at start.
func (w *jsonWriter) endArray(start int) {
	if len(w.buf) == start {
		w.buf = append(w.buf, '[', ']')
		return
	}
	w.buf[start] = '['
	w.buf = append(w.buf, ']')
}
