package language

import (
	"encoding/binary"
	"regexp/syntax"
	"slices"
)

// A dfa is an automaton that becomes deterministic while it is walked. State 0 is the start.
type dfa struct {
	a      *automaton
	states []dfaState
	known  map[string]int
	mark   []int // of an instruction: the round in which it was seen
	round  int
	work   int // instructions visited
}

// A dfaState is where the automaton may go on, before assertions are looked at.
type dfaState struct {
	at      []int // instructions, sorted
	begin   bool  // nothing is read yet
	word    bool  // the last rune is of a word
	matched bool  // whatever follows
}

func newDFA(a *automaton) *dfa {
	d := &dfa{a: a, known: map[string]int{}, mark: make([]int, len(a.code))}
	d.intern(dfaState{begin: true})
	return d
}

func (d *dfa) intern(s dfaState) int {
	key := make([]byte, 1, 1+2*len(s.at))
	for i, flag := range []bool{s.begin, s.word && d.a.words, s.matched} {
		if flag {
			key[0] |= 1 << i
		}
	}
	for _, at := range s.at {
		key = binary.AppendUvarint(key, uint64(at))
	}
	i, ok := d.known[string(key)]
	if !ok {
		i = len(d.states)
		d.known[string(key)] = i
		d.states = append(d.states, s)
	}
	return i
}

// next returns the state after a rune, which is in the sets that has says.
func (d *dfa) next(state int, has func(set int) bool, word bool) int {
	s := d.states[state]
	if s.matched {
		return state
	}
	flags := boundary(s.word, word)
	if s.begin {
		flags |= syntax.EmptyBeginText
	}
	reading, matched := d.closure(s, flags)
	if matched {
		return d.intern(dfaState{matched: true})
	}
	after := dfaState{word: word}
	for _, at := range reading {
		if in := &d.a.code[at]; has(in.set) {
			after.at = append(after.at, in.next)
		}
	}
	slices.Sort(after.at)
	after.at = slices.Compact(after.at)
	return d.intern(after)
}

// accepts reports whether a string that ends in a state matches.
func (d *dfa) accepts(state int) bool {
	s := d.states[state]
	if s.matched {
		return true
	}
	flags := boundary(s.word, false) | syntax.EmptyEndText
	if s.begin {
		flags |= syntax.EmptyBeginText
	}
	_, matched := d.closure(s, flags)
	return matched
}

// closure follows what reads nothing. A match may begin at each place, so the start is always among the places.
func (d *dfa) closure(s dfaState, flags syntax.EmptyOp) (reading []int, matched bool) {
	d.round++
	stack := append(slices.Clone(s.at), d.a.start)
	for len(stack) > 0 {
		at := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if d.mark[at] == d.round {
			continue
		}
		d.mark[at] = d.round
		d.work++
		switch in := &d.a.code[at]; in.op {
		case opMatch:
			return nil, true
		case opRune:
			reading = append(reading, at)
		case opSplit:
			stack = append(stack, in.next, in.other)
		case opEmpty:
			if in.empty&^flags == 0 {
				stack = append(stack, in.next)
			}
		}
	}
	return reading, false
}

func boundary(before, after bool) syntax.EmptyOp {
	if before != after {
		return syntax.EmptyWordBoundary
	}
	return syntax.EmptyNoWordBoundary
}

func isWord(r rune) bool {
	return r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}
