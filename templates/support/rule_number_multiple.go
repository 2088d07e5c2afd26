package support

// multipleOf is the text of the divisor, which is exact.
type multipleOf string

func (k multipleOf) holds(e *evaluation, v node, _ marks) bool {
	return !e.is(v, kindNumber) || isMultiple(e.raw(v), string(k)) || e.fail(v, "multipleOf", string(k))
}
