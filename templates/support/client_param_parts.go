package support

import "strconv"

// A jsonPart is a member of an object, or an element of an array with its index as name.
type jsonPart struct {
	name  string
	value []byte
}

// splitJSON gives the parts of an array or an object without those that are null, and the kind of the value (see kind). The value
// is what a jsonWriter wrote.
func splitJSON(value []byte) (parts []jsonPart, kind byte) {
	r := jsonReader{data: value, tolerant: true}
	add := func(name string) {
		r.peek()
		start := r.pos
		if r.skip(); value[start] != 'n' {
			parts = append(parts, jsonPart{name, value[start:r.pos]})
		}
	}
	kind = r.kind()
	switch kind {
	case '[':
		for a := r.array(); a.next(&r); {
			add(strconv.Itoa(a.count - 1))
		}
	case '{':
		for o := r.members(); o.next(&r, o.count); {
			add(o.name)
		}
	}
	return parts, kind
}

// scalarText gives the text of a scalar, and the JSON of an array or an object.
func scalarText(value []byte) string {
	r := jsonReader{data: value, tolerant: true}
	if r.peek() == '"' {
		return r.string()
	}
	return string(value)
}
