package support

// minimum is a limit of numbers. Limits are texts, and exact.
type minimum string

// maximum is a limit of numbers, as text.
type maximum string

// exclusiveMinimum is a limit of numbers, as text, that is not reached.
type exclusiveMinimum string

// exclusiveMaximum is a limit of numbers, as text, that is not reached.
type exclusiveMaximum string

// inRange reports whether v is no number, or compares to limit as told.
func (e *evaluation) inRange(v node, limit string, lowest, highest int) bool {
	if !e.is(v, kindNumber) {
		return true
	}
	n := compareNumbers(e.raw(v), limit)
	return lowest <= n && n <= highest
}

func (k minimum) holds(e *evaluation, v node, _ marks) bool {
	return e.inRange(v, string(k), 0, 1) || e.fail(v, "minimum", string(k))
}

func (k maximum) holds(e *evaluation, v node, _ marks) bool {
	return e.inRange(v, string(k), -1, 0) || e.fail(v, "maximum", string(k))
}

func (k exclusiveMinimum) holds(e *evaluation, v node, _ marks) bool {
	return e.inRange(v, string(k), 1, 1) || e.fail(v, "exclusiveMinimum", string(k))
}

func (k exclusiveMaximum) holds(e *evaluation, v node, _ marks) bool {
	return e.inRange(v, string(k), -1, -1) || e.fail(v, "exclusiveMaximum", string(k))
}
