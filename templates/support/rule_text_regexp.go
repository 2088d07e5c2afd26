package support

// holds is the keyword pattern.
func (x *regex) holds(e *evaluation, v node, _ marks) bool {
	return !e.is(v, kindString) || x.match(e.string(v), nil) || e.fail(v, "pattern", x.source)
}
