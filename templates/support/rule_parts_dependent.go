package support

// dependentRequired asks for members of objects that have a certain one.
type dependentRequired []struct {
	name  string
	needs required
}

// dependentSchemas are rules for objects that have a certain member.
type dependentSchemas []member

func (k dependentRequired) holds(e *evaluation, v node, _ marks) bool {
	if !e.is(v, kindObject) {
		return true
	}
	ok := true
	for _, d := range k {
		if e.lookup(v, d.name) != 0 {
			ok = e.requires(v, d.needs, "dependentRequired", "with "+d.name) && ok
		}
	}
	return ok
}

func (k dependentSchemas) holds(e *evaluation, v node, seen marks) bool {
	if !e.is(v, kindObject) {
		return true
	}
	ok := true
	for _, d := range k {
		if e.lookup(v, d.name) != 0 {
			ok = e.all(d.rule, v, seen) && ok
		}
	}
	return ok
}
