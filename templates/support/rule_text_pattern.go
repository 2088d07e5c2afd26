package support

// holds is the keyword pattern.
func (p *pattern) holds(e *evaluation, v node, _ marks) bool {
	return !e.is(v, kindString) || p.match(e.string(v), nil) || e.fail(v, "pattern", p.source)
}
