package support

// A textFormat is the keyword format for strings.
type textFormat struct {
	name  string
	valid func(string) bool
}

func (k *textFormat) holds(e *evaluation, v node, _ marks) bool {
	return !e.is(v, kindString) || k.valid(e.string(v)) || e.fail(v, "format", k.name)
}
