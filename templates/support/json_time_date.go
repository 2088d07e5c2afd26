package support

import (
	"time"

	"github.com/oapi-codegen/runtime/types"
)

// date reads a full-date of RFC 3339. A tolerant reader also takes one with a time, which it drops.
func (r *jsonReader) date() types.Date {
	r.peek()
	start := r.pos
	text := r.text()
	if text == nil {
		return types.Date{}
	}
	if r.tolerant {
		text = looseDate(text)
	}
	if len(text) == len(time.DateOnly) {
		if year, month, day, ok := parseDate(text); ok {
			return types.Date{Time: time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)}
		}
	}
	r.refuse(start, "format", "date")
	return types.Date{}
}

// date writes a full-date of RFC 3339.
func (w *jsonWriter) date(d types.Date) {
	year, month, day := d.Date()
	if year < 0 || year > 9999 {
		w.fail("a date outside of the years 0 to 9999 cannot be written")
		return
	}
	w.reserve(len(time.DateOnly) + len(`""`))
	buf := appendDate(append(w.buf, '"'), uint64(year), uint64(month), uint64(day))
	w.buf = w.buf[:len(append(buf, '"'))]
}
