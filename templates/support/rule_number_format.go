package support

// A numericFormat is the keyword format for numbers.
type numericFormat struct {
	name  string
	valid func(string) bool
}

func (k *numericFormat) holds(e *evaluation, v node, _ marks) bool {
	return !e.is(v, kindNumber) || k.valid(e.raw(v)) || e.fail(v, "format", k.name)
}
