package support

import "strings"

// propertyNames judges names as strings.
type propertyNames rule

// holds says that it is about the name, because the pointer is that of the member.
func (k propertyNames) holds(e *evaluation, v node, _ marks) bool {
	if !e.is(v, kindObject) {
		return true
	}
	first := len(e.failures)
	ok, key := true, v+1
	for range e.count(v) {
		ok = e.all(rule(k), key, nil) && ok
		if !ok && e.quiet > 0 {
			return false
		}
		key = e.elements[key+1].next
	}
	for i := first; i < len(e.failures); i++ {
		f := &e.failures[i]
		f.rule, f.limit = "propertyNames", strings.TrimSpace(f.rule+" "+f.limit)
	}
	return ok
}
