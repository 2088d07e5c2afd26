package support

import "strconv"

// not, anyOf, oneOf and cond apply other schemas to the same value. allOf needs no type: its keywords stand beside those around it.
type not rule

// anyOf takes what one rule takes.
type anyOf []rule

// oneOf takes what exactly one rule takes.
type oneOf []rule

// cond is if, then and else.
type cond [3]rule

func (k not) holds(e *evaluation, v node, _ marks) bool {
	return !e.try(rule(k), v, nil) || e.fail(v, "not", "")
}

func (k anyOf) holds(e *evaluation, v node, seen marks) bool {
	ok := e.goesBack(v)
	for _, r := range k {
		if e.try(r, v, seen) {
			if seen == nil {
				return true
			}
			ok = true
		}
	}
	if !ok && e.quiet == 0 {
		e.fail(v, "anyOf", "at least 1 of "+strconv.Itoa(len(k)))
		e.explain(v, k)
	}
	return ok
}

func (k oneOf) holds(e *evaluation, v node, seen marks) bool {
	n := 0
	for _, r := range k {
		if e.try(r, v, seen) {
			n++
		}
	}
	if e.goesBack(v) {
		return true
	}
	if n != 1 && e.quiet == 0 {
		e.fail(v, "oneOf", "exactly 1 of "+strconv.Itoa(len(k))+" ("+strconv.Itoa(n)+" hold)")
		if n == 0 {
			e.explain(v, k)
		}
	}
	return n == 1
}

// holds needs no explanation: then and else are no choice any more, so they report what they find.
func (k *cond) holds(e *evaluation, v node, seen marks) bool {
	if e.try(k[0], v, seen) {
		return e.all(k[1], v, seen)
	}
	return e.all(k[2], v, seen)
}
