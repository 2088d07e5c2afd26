package support

import "strconv"

// notEmpty notes an empty string, which is next, as a violation: a writer fills it in, so that Validate does not complain.
func (r *jsonReader) notEmpty(rule, limit string) {
	if r.peek() == '"' && r.pos+1 < len(r.data) && r.data[r.pos+1] == '"' {
		r.report(r.pos, rule, limit)
	}
}

// notZero is notEmpty for a number.
func (r *jsonReader) notZero(rule, limit string) {
	if c := r.peek(); c != '-' && c != '0' {
		return
	}
	ahead := jsonReader{data: r.data, pos: r.pos}
	if n, err := strconv.ParseFloat(string(ahead.numeral()), 64); err == nil && n == 0 {
		r.report(r.pos, rule, limit)
	}
}
