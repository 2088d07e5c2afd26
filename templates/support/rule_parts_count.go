package support

import "strconv"

// minItems is how many items an array has at least.
type minItems int

// maxItems is how many items an array has at most.
type maxItems int

// minProperties is how many members an object has at least.
type minProperties int

// maxProperties is how many members an object has at most.
type maxProperties int

func (k minItems) holds(e *evaluation, v node, _ marks) bool {
	return !e.is(v, kindArray) || e.count(v) >= int(k) || e.failCount(v, "minItems", int(k), "items")
}

func (k maxItems) holds(e *evaluation, v node, _ marks) bool {
	return !e.is(v, kindArray) || e.count(v) <= int(k) || e.failCount(v, "maxItems", int(k), "items")
}

func (k minProperties) holds(e *evaluation, v node, _ marks) bool {
	return !e.is(v, kindObject) || e.count(v) >= int(k) || e.failCount(v, "minProperties", int(k), "properties")
}

func (k maxProperties) holds(e *evaluation, v node, _ marks) bool {
	return !e.is(v, kindObject) || e.count(v) <= int(k) || e.failCount(v, "maxProperties", int(k), "properties")
}

// failCount shows the number instead of the value.
func (e *evaluation) failCount(v node, rule string, limit int, unit string) bool {
	if e.quiet > 0 {
		return false
	}
	return e.note(failure{node: v, rule: rule, limit: strconv.Itoa(limit), value: strconv.Itoa(e.count(v)) + " " + unit})
}
