package support

import "math/bits"

// An evidence tells the objects of a union apart by the names of their members, where these are enough. Sets of members are bits.
type evidence struct {
	keys     keyTable                // the members that tell: each is required by a variant
	leads    []int8                  // by member: the only variant that describes it, -1 if it is not to be read on trial
	required []uint64                // by variant: those that it requires
	forbids  []uint64                // by variant: those that it forbids, because it is closed; nil: none does
	doubts   []uint64                // by variant: which of its own optional members tell, by their index; nil: none does
	choose   func(r *jsonReader) int // asks the rules of the union
}

// only returns the variant that alone can hold an object with the members that were found, -1 if there is none, or several.
func (e *evidence) only(found uint64) int {
	variant := -1
	for i, required := range e.required {
		if found&required != required || e.forbids != nil && found&e.forbids[i] != 0 {
			continue
		}
		if variant >= 0 {
			return -1
		}
		variant = i
	}
	return variant
}

// alone reports whether a value of a variant can be no other one: the variant can be none with what it requires, and found are the other
// members that tell.
func (e *evidence) alone(variant int, found uint64) bool {
	required := e.required[variant]
	return found&^required == 0 || e.only(found|required) == variant
}

// bit returns a member if it is there.
func bit(there bool, member uint64) uint64 {
	if there {
		return member
	}
	return 0
}

// bitsOf returns those of some names that are in a table.
func bitsOf[T any](keys *keyTable, names map[string]T) (found uint64) {
	for name := range names {
		if k := keys.find([]byte(name)); k >= 0 {
			found |= 1 << k
		}
	}
	return found
}

// lead returns the variant to read. One that it is not sure of is to be read on trial: a member leads to it, but others may come. It
// is -1 if names do not tell.
func (e *evidence) lead(r *jsonReader, trials bool) (variant int, sure bool) {
	found := uint64(0)
	for i := r.nonSpace(r.pos + 1); r.at(i) == '"'; i = r.nonSpace(i + 1) {
		name, end := r.textAt(i)
		if k := e.keys.find(name); k >= 0 {
			if trials && e.leads[k] >= 0 {
				return int(e.leads[k]), false
			}
			found |= 1 << k
		}
		i = r.nonSpace(r.nonSpace(end) + 1) // behind the colon
		if c := r.at(i); c == '{' || c == '[' {
			return e.only(e.members(r)), true // to pass it costs as much as to look at all names
		}
		if i = r.nonSpace(r.pass(i)); r.at(i) != ',' {
			break
		}
	}
	return e.only(found), true
}

// members looks at all names of the object that is next.
func (e *evidence) members(r *jsonReader) (found uint64) {
	r.lookAhead(func(name []byte) bool {
		if k := e.keys.find(name); k >= 0 {
			found |= 1 << k
		}
		return false
	})
	return found
}

// A sight is what comes by while a variant is read: the members of its object that tell.
type sight struct {
	of      *evidence
	variant int
	depth   int // of the object
	found   uint64
}

// sees notes the name of a member that has no field.
func (r *jsonReader) sees(name []byte) {
	if len(r.sights) == 0 {
		return
	}
	s := &r.sights[len(r.sights)-1]
	if s.depth != r.depth {
		return
	}
	if k := s.of.keys.find(name); k >= 0 {
		s.found |= 1 << k
	}
}

// hasSeen notes the members of an object that ends.
func (r *jsonReader) hasSeen(keys *keyTable, seen uint64) {
	if len(r.sights) == 0 {
		return
	}
	s := &r.sights[len(r.sights)-1]
	if s.depth != r.depth || len(keys.names) == 0 || len(keys.required) > 0 && keys.required[0]&^seen != 0 {
		return
	}
	s.found |= s.of.required[s.variant]
	if s.of.doubts == nil {
		return
	}
	for doubts := seen & s.of.doubts[s.variant]; doubts != 0; doubts &= doubts - 1 {
		s.found |= 1 << s.of.keys.find([]byte(keys.names[bits.TrailingZeros64(doubts)]))
	}
}

// maxTrials limits how many unions inside of each other may be read again, so that input that makes all of them fail costs a few times its
// length, and not once more for each level.
const maxTrials = 2

// A trial is the reading of a value of a union: as the variant that a member leads to; if what comes by tells another story, as the only
// one that can hold; else as the rules say.
type trial struct {
	of      *evidence
	variant int
	begun   bool
	again   bool // the value may be read again
	sure    bool // names tell that no other variant can hold
	asked   bool // the rules have said it

	pos, depth, problems, misread, names int // of the reader, in front of the value
}

// next returns the variant to read now, -1 for none.
func (t *trial) next(r *jsonReader) int {
	switch {
	case !t.begun:
		t.begin(r)
	case !t.sure && !r.tolerant:
		t.variant, t.sure = t.of.only(t.of.members(r)), true
	default:
		t.variant = -1
	}
	if t.variant < 0 {
		t.variant, t.asked = t.of.choose(r), true
	}
	return t.variant
}

func (t *trial) begin(r *jsonReader) {
	t.begun = true
	if r.peek() != '{' {
		t.variant = -1
		return
	}
	t.pos, t.depth, t.problems, t.misread, t.names = r.pos, r.depth, len(r.problems), len(r.misread), len(r.names)
	t.again = len(r.sights) < maxTrials
	t.variant, t.sure = t.of.lead(r, t.again && !r.careful)
}

// holds reports whether a variant that a member led to is the only one that can have the members found. With what it requires it is: else
// nothing would lead to it.
func (t *trial) holds(found uint64) bool {
	return found == t.of.required[t.variant] || t.of.only(found) == t.variant
}

// reads reads the value as the variant x and reports whether it is one. If not, nothing was read or noted. A tolerant reader asks the rules
// where a value does not fit its type, because the variant does not hold then.
func (t *trial) reads(r *jsonReader, x jsonDecoder) bool {
	if t.asked {
		x.decode(r)
		return true
	}
	last := len(r.sights)
	r.sights = append(r.sights, sight{of: t.of, variant: t.variant, depth: r.depth + 1})
	x.decode(r)
	found := r.sights[last].found
	r.sights = r.sights[:last]
	misfit := r.tolerant && len(r.misread) > t.misread
	if r.stopped || !t.again || !misfit && (t.sure || t.holds(found)) {
		return true
	}
	r.careful = true
	r.pos, r.depth, r.problems, r.misread, r.names = t.pos, t.depth, r.problems[:t.problems], r.misread[:t.misread], r.names[:t.names]
	return false
}
