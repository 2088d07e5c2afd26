package support

import (
	"bytes"
	"math/bits"
)

// An objectReader is a loop over the properties of an object:
//
//	o := r.object(&keys)
//	for o.next(r) {
//		switch o.index {
//		case 0: // id
//			x.ID = r.string()
//
// It skips unknown properties, except where the table says that generated code reads them: then index is -1 and name is set.
// It reports duplicate, missing and forbidden properties.
type objectReader struct {
	keys  *keyTable
	seen  uint64 // properties 0 to 63 that were read
	index int    // the current property, -1 before the first
	*objectRest
	other nameSet // the names that are not in the table
	lead  byte    // what stands before the next name: '{' or ','
}

// An objectRest is what few objects need; it is nil for the others, to keep their loop small.
type objectRest struct {
	more  []uint64 // properties from 64 on that were read
	name  string   // of the current member if it is an extra one
	start int      // where that name begins in the input
}

// object starts to read an object.
func (r *jsonReader) object(keys *keyTable) objectReader {
	r.enter()
	return objectReader{keys: keys, index: -1, lead: '{'}
}

// next moves to the value of the next property. It returns false at the end and after broken syntax.
//
// Most writers are compact and keep the order of the document, so the likely case comes first: a comma or brace,
// the next name of the table in quotes, a colon. Everything else is left to nextSlow.
func (o *objectReader) next(r *jsonReader) bool {
	i, rest := o.index+1, r.data[r.pos:]
	if uint(i) >= uint(len(o.keys.names)) || i >= 64 || o.keys.escaped {
		return o.nextSlow(r)
	}
	name := o.keys.names[i]
	end := 2 + len(name)
	if end+1 >= len(rest) || rest[0] != o.lead || rest[1] != '"' || rest[end] != '"' || rest[end+1] != ':' ||
		string(rest[2:end]) != name || o.seen>>i != 0 {
		return o.nextSlow(r)
	}
	r.pos += end + 2
	o.index, o.lead = i, ','
	o.seen |= 1 << i
	return !r.tolerant || o.hasValue(r) || o.nextSlow(r)
}

// nextSlow is next for any input.
func (o *objectReader) nextSlow(r *jsonReader) bool {
	for {
		c := r.peek()
		if c != o.lead {
			return o.finishObject(r, c)
		}
		r.pos++
		if c == '{' {
			o.lead = ','
			if c = r.peek(); c == '}' {
				return o.finishObject(r, c)
			}
		}
		r.peek()
		start := r.pos
		i := o.expected(r)
		if i < 0 && o.unexpected(r, start) || i >= 0 && o.property(r, i, start) {
			return true
		}
	}
}

// unexpected reads the next name, which begins at start, in any spelling. It returns false if generated code has no use for the
// member, which is then skipped.
func (o *objectReader) unexpected(r *jsonReader, start int) bool {
	name := r.name()
	escaped := r.pos-start != len(name)+len(`""`)
	if escaped || o.keys.escaped {
		if i := o.keys.find(name); i >= 0 {
			return o.property(r, i, start)
		}
	}
	r.colon()
	if r.sights != nil {
		r.sees(name)
	}
	switch {
	case r.stopped:
		return false
	case o.keys.extra:
		if o.objectRest == nil {
			o.objectRest = new(objectRest)
		}
		o.index, o.name, o.start = -1, string(name), start
		o.other.count++
		return true
	}
	o.skipUnknown(r, name, escaped, start)
	return false
}

// expected reads the next name if a known one stands literally in the input, and returns its index, else -1.
// It begins with the names after the last one: most writers keep the order of the document and leave some out.
func (o *objectReader) expected(r *jsonReader) int {
	names, rest := o.keys.names, r.data[r.pos:]
	if len(names) == 0 || len(rest) == 0 || rest[0] != '"' || o.keys.escaped {
		return -1
	}
	rest = rest[1:]
	i, few := o.index+1, len(names)
	if o.keys.index != nil {
		few = nextNames
	}
	for range few {
		if i >= len(names) {
			i = 0
		}
		if n := len(names[i]); n < len(rest) && rest[n] == '"' && string(rest[:n]) == names[i] {
			r.pos += n + 2
			return i
		}
		i++
	}
	if o.keys.index != nil {
		return o.lookUp(r, rest)
	}
	return -1
}

// lookUp finds the name that rest begins with among many.
func (o *objectReader) lookUp(r *jsonReader, rest []byte) int {
	end := bytes.IndexByte(rest, '"')
	if end < 0 {
		return -1
	}
	i := o.keys.find(rest[:end])
	if i >= 0 {
		r.pos += end + 2
	}
	return i
}

// property makes i the current property, whose name began at start. Of duplicates the first one counts.
func (o *objectReader) property(r *jsonReader, i, start int) bool {
	r.colon()
	if r.stopped {
		return false
	}
	if o.mark(i) {
		r.misnamed(start, "duplicate", "")
		r.skip()
		return false
	}
	o.index = i
	return !r.tolerant || o.hasValue(r)
}

// hasValue is for tolerant readers. It skips a null that the property must not have, which makes it absent, and what is to be left out.
func (o *objectReader) hasValue(r *jsonReader) bool {
	return (o.keys.mayBeNull(o.index) || !r.null()) && (r.left == nil || !r.leaves())
}

// mark notes that property i was read, and reports whether it had been read before.
func (o *objectReader) mark(i int) (again bool) {
	word := &o.seen
	if o.keys.index != nil && i >= 64 {
		if o.objectRest == nil {
			o.objectRest = new(objectRest)
		}
		if o.more == nil {
			o.more = make([]uint64, (len(o.keys.names)-1)/64)
		}
		word = &o.more[i/64-1]
	}
	bit := uint64(1) << (i % 64)
	again = *word&bit != 0
	*word |= bit
	return again
}

// skipUnknown reads the value of a property that is not in the table.
func (o *objectReader) skipUnknown(r *jsonReader, name []byte, escaped bool, start int) {
	if !r.tolerant {
		if o.other.again(r, name, escaped) {
			r.misnamed(start, "duplicate", "")
		}
		if o.keys.closed {
			r.misnamed(start, "additionalProperties", "false")
		}
	}
	r.skip()
}

// finishObject finishes the loop at byte c, which must be the closing brace.
func (o *objectReader) finishObject(r *jsonReader, c byte) bool {
	switch {
	case r.stopped:
		return false
	case o.lead == '{':
		r.mismatch("object")
	case c != '}':
		r.fail("',' or '}'")
	default:
		if r.sights != nil {
			r.hasSeen(o.keys, o.seen)
		}
		if !r.tolerant {
			o.checkRequired(r)
			if !o.keys.extra {
				o.other.drop(r)
			}
		}
		r.pos++
	}
	r.leave()
	return false
}

// checkRequired reports the required properties that are missing.
func (o *objectReader) checkRequired(r *jsonReader) {
	for i, required := range o.keys.required {
		seen := o.seen
		if o.keys.index != nil && i > 0 {
			seen = 0
			if o.objectRest != nil && o.more != nil {
				seen = o.more[i-1]
			}
		}
		for missing := required &^ seen; missing != 0; missing &= missing - 1 {
			name := o.keys.names[i*64+bits.TrailingZeros64(missing)]
			r.note(problem{offset: r.pos, missing: true, name: name, rule: "required"})
		}
	}
}
