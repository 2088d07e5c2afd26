package support

// uniqueItems is uniqueItems: true.
type uniqueItems struct{}

// holds compares canonical texts by way of a map, so that a long array costs no square.
func (uniqueItems) holds(e *evaluation, v node, _ marks) bool {
	if !e.is(v, kindArray) || e.count(v) < 2 {
		return true
	}
	known := make(map[string]bool, e.count(v))
	item, ok := v+1, true
	for range e.count(v) {
		e.canon = e.appendCanonical(e.canon[:0], item)
		if known[string(e.canon)] {
			if ok = e.fail(item, "uniqueItems", ""); e.quiet > 0 {
				return false
			}
		} else {
			known[string(e.canon)] = true
		}
		item = e.elements[item].next
	}
	return ok
}
