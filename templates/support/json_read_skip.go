package support

import "slices"

// leaves skips the next value if it is to be left out.
func (r *jsonReader) leaves() bool {
	r.peek()
	_, found := slices.BinarySearch(r.left, r.pos)
	if found {
		r.skip()
	}
	return found
}

// skip reads any value and drops it. Its grammar, UTF-8, depth and names are checked all the same.
func (r *jsonReader) skip() {
	switch r.peek() {
	case '"':
		r.text()
	case '{':
		r.skipObject()
	case '[':
		r.skipArray()
	case 't':
		r.skipWord("true")
	case 'f':
		r.skipWord("false")
	case 'n':
		r.skipWord("null")
	default:
		r.numeral()
	}
}

func (r *jsonReader) skipWord(word string) {
	if !r.literal(word) {
		r.fail(word)
	}
}

func (r *jsonReader) skipObject() {
	var names nameSet
	r.enter()
	if r.stopped {
		return
	}
	r.pos++
	if r.peek() == '}' {
		r.pos++
		r.leave()
		return
	}
	for {
		r.peek()
		start := r.pos
		name := r.name()
		if !r.tolerant && !r.stopped && names.again(r, name, r.pos-start != len(name)+len(`""`)) {
			r.misnamed(start, "duplicate", "")
		}
		r.colon()
		r.skip()
		switch c := r.peek(); {
		case r.stopped:
			return
		case c == '}':
			r.pos++
			r.leave()
			names.drop(r)
			return
		case c != ',':
			r.fail("',' or '}'")
			return
		}
		r.pos++
	}
}

func (r *jsonReader) skipArray() {
	r.enter()
	for a := (arrayReader{lead: '['}); a.next(r); {
		r.skip()
	}
}
