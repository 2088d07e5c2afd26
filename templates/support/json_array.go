package support

// An arrayReader is a loop over the elements of an array.
type arrayReader struct {
	start int  // where the array begins in the input
	count int  // elements begun
	lead  byte // what stands before the next element: '[' or ','
}

// array starts to read an array.
func (r *jsonReader) array() arrayReader {
	r.enter()
	return arrayReader{start: r.pos, lead: '['}
}

// next moves to the next element. It returns false at the end and after broken syntax.
func (a *arrayReader) next(r *jsonReader) bool {
	c := r.peek()
	if c != a.lead {
		return a.finishArray(r, c)
	}
	r.pos++
	if c == '[' {
		a.lead = ','
		if r.peek() == ']' {
			return a.finishArray(r, ']')
		}
	}
	a.count++
	return true
}

// finishArray finishes the loop at byte c, which must be the closing bracket.
func (a *arrayReader) finishArray(r *jsonReader, c byte) bool {
	switch {
	case r.stopped:
		return false
	case a.lead == '[':
		r.mismatch("array")
	case c != ']':
		r.fail("',' or ']'")
	default:
		r.pos++
	}
	r.leave()
	return false
}

// capacity returns how many elements a slice that holds n, and is full, should have room for. Short slices double.
// A long one is mostly the main part of its document: it gets room for as many elements as fit into the rest of the input.
func (a *arrayReader) capacity(r *jsonReader, n int) int {
	if n < 32 {
		return max(2*n, 2)
	}
	perElement := max((r.pos-a.start)/n, 1)
	left := (len(r.data) - r.pos) / perElement
	return n + left + left/16 + 1
}
