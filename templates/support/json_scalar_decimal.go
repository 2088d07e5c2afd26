package support

import "encoding/json"

// decimal reads a number and keeps its text, so that 1.10 is not rounded and not shortened.
func (r *jsonReader) decimal() json.Number {
	if c := r.peek(); c != '-' && !isDigit(c) {
		r.mismatch("number")
		return ""
	}
	return json.Number(r.numeral())
}

// decimal writes a number as it is. Like the zero value of other numbers, "" is 0.
func (w *jsonWriter) decimal(n json.Number) {
	text := formatDecimal(n)
	if !isNumeral(text) {
		w.fail("the json.Number " + shortText(text) + " is no number in JSON")
		return
	}
	w.reserve(len(text))
	w.buf = append(w.buf, text...)
}

func isNumeral(text string) bool {
	return (text[0] == '-' || isDigit(text[0])) && json.Valid([]byte(text))
}

// formatDecimal gives a number as text for checks, a path, a query or a header.
func formatDecimal(n json.Number) string {
	if n == "" {
		return "0"
	}
	return string(n)
}
