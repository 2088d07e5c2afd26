package support

import (
	"encoding/binary"
	"math/bits"
	"strings"
)

// maxDepth limits how deep objects and arrays may nest, so that hostile input cannot exhaust the stack.
const maxDepth = 512

// depthLimit is maxDepth in messages.
const depthLimit = "at most 512 levels"

// A jsonReader reads one JSON text from the front.
//
// It notes violations and reads on, so that a user gets all of them at once. Broken syntax ends the reading: fail moves to the
// end of the input, where every loop ends. Callers need no error check of their own; finish returns the error.
//
// A tolerant reader takes what Go can hold: it drops violations of the document, except for wrong JSON types and for numbers and
// texts that the Go type cannot express, and takes null as absent. Those are zero; where members are pointers, a second reader leaves
// them out.
type jsonReader struct {
	data     []byte
	pos      int // index of the next unread byte
	depth    int
	tolerant bool
	loose    looseness       // of a tolerant reader
	stopped  bool            // broken syntax was found
	stop     problem         // what it was
	problems []problem       // what else was found
	scratch  []byte          // holds the last text that had escapes
	strings  strings.Builder // the block for short strings, see keep
	names    [][]byte        // names in the objects that are being read, see nameSet
	slabs    []any           // one *slab[T] per slice element type, see slabOf
	ahead    lookahead       // what tag has seen
	sights   []sight         // of the variants that are being read, the innermost last
	careful  bool            // reading on trial has failed
	misread  []int           // where values begin that a tolerant reader could not take
	left     []int           // where values of members begin that it leaves out, in order
}

// A lookahead notes the objects and arrays that tag passed over, in the order of the input: all those between start and end.
type lookahead struct {
	passed     []span
	start, end int
	open       []int // of passed, those whose end is not known yet
}

// A span is a part of the input.
type span struct{ start, end int }

// A jsonDecoder is a generated type that can read itself.
type jsonDecoder interface{ decode(r *jsonReader) }

// unmarshalJSON decodes data, which must hold exactly one JSON value, into v. The subject names v in errors.
func unmarshalJSON(subject string, data []byte, v jsonDecoder) error {
	r := jsonReader{data: data}
	v.decode(&r)
	return r.finish(subject)
}

// enter and leave count nesting.
func (r *jsonReader) enter() {
	if r.depth++; r.depth > maxDepth {
		r.tooDeep()
	}
}

func (r *jsonReader) leave() { r.depth-- }

// peek skips white space and returns the next byte without reading it, 0 at the end.
// It is written to stay within the budget of the compiler for inlining, which a test checks.
func (r *jsonReader) peek() (c byte) {
	if r.pos < len(r.data) {
		c = r.data[r.pos]
	}
	if c > ' ' {
		return
	}
	return r.skipSpace()
}

// skipSpace is the slow half of peek.
//
//go:noinline
func (r *jsonReader) skipSpace() byte {
	data, i := r.data, r.pos
	for i < len(data) {
		if c := data[i]; c != ' ' && c != '\n' && c != '\t' && c != '\r' {
			r.pos = i
			return c
		}
		i++
		if i+8 <= len(data) { // take indentation in one step
			i += bits.TrailingZeros64(binary.LittleEndian.Uint64(data[i:])^eachByte*' ') >> 3
		}
	}
	r.pos = i
	return 0
}

// null reads a null if one is next.
func (r *jsonReader) null() bool { return r.peek() == 'n' && r.literal("null") }

// literal reads the given word if it is next.
func (r *jsonReader) literal(word string) bool {
	if end := r.pos + len(word); end <= len(r.data) && string(r.data[r.pos:end]) == word {
		r.pos = end
		return true
	}
	return false
}

// colon reads the colon between a name and its value.
func (r *jsonReader) colon() {
	if r.peek() == ':' {
		r.pos++
	} else {
		r.fail("':'")
	}
}
