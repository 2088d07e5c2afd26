package support

// required is the members that an object has to have.
type required []string

// properties is properties, patternProperties and additionalProperties: they depend on each other.
type properties struct {
	named     []member
	patterned []patternedMember
	rest      rule // additionalProperties, nil if there is none
}

// member is the rule for a member of a name.
type member struct {
	name string
	rule rule
}

// patternedMember is the rule for the members of which the names match.
type patternedMember struct {
	pattern matcher
	rule    rule
}

func (k required) holds(e *evaluation, v node, _ marks) bool {
	return !e.is(v, kindObject) || e.requires(v, k, "required", "")
}

// requires notes each name that v does not have.
func (e *evaluation) requires(v node, names []string, keyword, limit string) bool {
	ok := true
	for _, name := range names {
		if e.lookup(v, name) == 0 {
			if ok = e.note(failure{node: v, missing: true, name: name, rule: keyword, limit: limit, hidden: true}); e.quiet > 0 {
				return false
			}
		}
	}
	return ok
}

func (k *properties) holds(e *evaluation, v node, seen marks) bool {
	if !e.is(v, kindObject) {
		return true
	}
	ok, key, likely := true, v+1, 0
	for i := range e.count(v) {
		known := false
		if at := k.find(e, key, likely); at >= 0 {
			known, likely = true, at+1
			ok = e.all(k.named[at].rule, key+1, nil) && ok
		}
		for j := range k.patterned {
			if p := &k.patterned[j]; p.pattern.match(e.string(key), e.timing()) {
				known = true
				ok = e.all(p.rule, key+1, nil) && ok
			}
		}
		if !known && k.rest != nil {
			known = true
			ok = e.rest(k.rest, key+1, "additionalProperties") && ok
		}
		if known {
			seen.set(i)
		}
		if !ok && e.quiet > 0 {
			return false
		}
		key = e.elements[key+1].next
	}
	return ok
}

// knows reports whether a member is one of the properties.
func (k *properties) knows(e *evaluation, key node, _ func(rule) bool) bool {
	return k.find(e, key, 0) >= 0
}

// find returns the index of the property that key names, or -1. It begins at i, the most likely one.
func (k *properties) find(e *evaluation, key node, i int) int {
	for range k.named {
		if i == len(k.named) {
			i = 0
		}
		if e.isString(key, k.named[i].name) {
			return i
		}
		i++
	}
	return -1
}
