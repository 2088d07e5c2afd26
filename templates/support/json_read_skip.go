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

// noKeys is the table of an object of which no property is known.
var noKeys keyTable

func (r *jsonReader) skipObject() {
	for o := r.object(&noKeys); o.next(r); { // it skips what is unknown
	}
}

func (r *jsonReader) skipArray() {
	r.enter()
	for a := (arrayReader{lead: '['}); a.next(r); {
		r.skip()
	}
}
