package support

// unevaluated is a schema with unevaluatedItems, unevaluatedProperties or both. It encloses the other keywords of the schema,
// because it depends on what they look at.
type unevaluated struct {
	of                rule
	items, properties rule // nil if there is none
}

func (k *unevaluated) holds(e *evaluation, v node, seen marks) bool {
	own := make(marks, e.count(v))
	ok := e.all(k.of, v, own)
	if k.items != nil && e.is(v, kindArray) {
		ok = e.unmarked(k.items, v, 1, own, "unevaluatedItems") && ok
	}
	if k.properties != nil && e.is(v, kindObject) {
		ok = e.unmarked(k.properties, v, 2, own, "unevaluatedProperties") && ok
	}
	if ok {
		seen.merge(own)
	}
	return ok
}

// knows asks the keywords inside whether they know a member.
func (k *unevaluated) knows(_ *evaluation, _ node, inside func(rule) bool) bool { return inside(k.of) }

// unmarked checks the values of v that are not marked, and marks them. A member takes two nodes, an item one.
func (e *evaluation) unmarked(r rule, v node, nodes int, own marks, keyword string) bool {
	ok, at := true, v+node(nodes)
	for i := range own {
		if !own[i] {
			ok = e.rest(r, at, keyword) && ok
			own[i] = true
		}
		at = e.elements[at].next + node(nodes-1)
	}
	return ok
}
