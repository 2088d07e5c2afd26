package support

// holds is the keyword pattern.
func (x *backtracking) holds(e *evaluation, v node, _ marks) bool {
	if !e.is(v, kindString) {
		return true
	}
	w := e.timing()
	ok, inTime := x.try(e.string(v), w)
	if inTime {
		return ok || e.fail(v, "pattern", x.source)
	}
	w.late = x.source // for those who take no match for an answer
	return e.fail(v, "pattern time", x.source)
}
