package support

import "strconv"

// items is items and prefixItems of arrays.
type items struct {
	prefix []rule
	rest   rule // nil if there is no items
}

// contains is contains of arrays, with minContains and maxContains.
type contains struct {
	rule     rule
	min, max int // max is negative if there is none
}

func (k *items) holds(e *evaluation, v node, seen marks) bool {
	if !e.is(v, kindArray) {
		return true
	}
	ok, item := true, v+1
	for i := range e.count(v) {
		switch {
		case i < len(k.prefix):
			ok = e.all(k.prefix[i], item, nil) && ok
		case k.rest == nil:
			return ok
		default:
			ok = e.rest(k.rest, item, "items") && ok
		}
		if !ok && e.quiet > 0 {
			return false
		}
		seen.set(i)
		item = e.elements[item].next
	}
	return ok
}

func (k *contains) holds(e *evaluation, v node, seen marks) bool {
	if !e.is(v, kindArray) {
		return true
	}
	n, item := 0, v+1
	for i := range e.count(v) {
		if e.try(k.rule, item, nil) {
			n++
			seen.set(i)
		}
		item = e.elements[item].next
	}
	switch {
	case e.quiet > 0:
		return n >= k.min && (k.max < 0 || n <= k.max)
	case n < k.min && k.min == 1:
		return e.fail(v, "contains", "")
	case n < k.min:
		return e.note(failure{node: v, rule: "minContains", limit: strconv.Itoa(k.min), value: strconv.Itoa(n) + " items"})
	case k.max >= 0 && n > k.max:
		return e.note(failure{node: v, rule: "maxContains", limit: strconv.Itoa(k.max), value: strconv.Itoa(n) + " items"})
	}
	return true
}
