package support

// notEmpty notes an empty string, which is next, as a violation: a writer fills it in, so that Validate does not complain.
func (r *jsonReader) notEmpty(rule, limit string) {
	if r.peek() == '"' && r.pos+1 < len(r.data) && r.data[r.pos+1] == '"' {
		r.report(r.pos, rule, limit)
	}
}
