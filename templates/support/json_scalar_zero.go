package support

import "strconv"

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
