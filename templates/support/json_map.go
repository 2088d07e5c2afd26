package support

import "slices"

// A memberReader is a loop over the members of an object that is read into a map.
type memberReader struct {
	name  string // of the current member
	start int    // where the name begins in the input
	count int    // members begun
	lead  byte   // what stands before the next name: '{' or ','
}

// members starts to read an object of any names.
func (r *jsonReader) members() memberReader {
	r.enter()
	return memberReader{lead: '{'}
}

// next moves to the value of the next member. It returns false at the end and after broken syntax. n is the size of the map: if
// it is not the number of members so far, the last name was a duplicate.
func (o *memberReader) next(r *jsonReader, n int) bool {
	if o.count != n && !r.stopped {
		o.count = n
		r.misnamed(o.start, "duplicate", "")
	}
	c := r.peek()
	if c != o.lead {
		return o.finishMembers(r, c)
	}
	r.pos++
	if c == '{' {
		o.lead = ','
		if c = r.peek(); c == '}' {
			return o.finishMembers(r, c)
		}
	}
	r.peek()
	o.start = r.pos
	o.name = string(r.name())
	r.colon()
	o.count++
	return !r.stopped
}

// finishMembers finishes the loop at byte c, which must be the closing brace.
func (o *memberReader) finishMembers(r *jsonReader, c byte) bool {
	switch {
	case r.stopped:
		return false
	case o.lead == '{':
		r.mismatch("object")
	case c != '}':
		r.fail("',' or '}'")
	default:
		r.pos++
	}
	r.leave()
	return false
}

// sorted sorts the names of a map, so that equal maps give equal bytes.
func sorted(names []string) []string {
	slices.Sort(names)
	return names
}

// member writes the name of a member that is not known in advance.
func (w *jsonWriter) member(name string) *jsonWriter {
	w.buf = append(w.buf, ',')
	w.string(name)
	w.buf = append(w.buf, ':')
	return w
}
