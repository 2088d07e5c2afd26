package language

import (
	"encoding/binary"
	"slices"
)

// The bounds of one answer.
const (
	maxStates = 30_000
	maxWork   = 30_000_000
	maxLength = 100_000 // of a word that is written down
)

// Words returns up to n words of l that have min to max code points (max < 0: no limit), the shortest first and among them the most
// pleasant. all reports whether there are no more.
func (l *Language) Words(minimum, maximum, n int) (words []string, all bool, err error) {
	if l.product == nil && l.failed == nil {
		g := &graph{l: l, automata: l.leaves(nil)}
		if l.failed = g.explore(); l.failed == nil {
			l.product = g
		}
	}
	if l.failed != nil {
		return nil, false, l.failed
	}
	l.product.work = 0
	return l.product.words(minimum, maximum, n)
}

// A graph is the product of the automata of a language: its states, and where each class of runes leads.
type graph struct {
	l            *Language
	automata     []*automaton
	classes      []class
	next         [][]int // by state and class
	accepts      []bool
	work         int
	before       []bits // the states from which a word is accepted after so many runes
	seen         map[string]int
	from, period int // before repeats itself from here on; period 0: not yet known
}

func (g *graph) explore() error {
	g.classes = classes(g.automata)
	machines := make([]*dfa, len(g.automata))
	for i, a := range g.automata {
		machines[i] = newDFA(a)
	}
	known, states := map[string]int{}, [][]int{}
	intern := func(s []int) int {
		key := make([]byte, 0, 3*len(s))
		for _, part := range s {
			key = binary.AppendUvarint(key, uint64(part))
		}
		i, ok := known[string(key)]
		if !ok {
			i = len(states)
			known[string(key)] = i
			states = append(states, s)
		}
		return i
	}
	intern(make([]int, len(machines)))
	for at := 0; at < len(states); at++ {
		row := make([]int, len(g.classes))
		for c := range g.classes {
			after := make([]int, len(machines))
			for m, d := range machines {
				has := g.classes[c].has[m]
				after[m] = d.next(states[at][m], func(set int) bool { return has[set] }, g.classes[c].word)
			}
			row[c] = intern(after)
		}
		work := at * len(g.classes)
		for _, d := range machines {
			work += d.work
		}
		if len(states) > maxStates || work > maxWork {
			return ErrTooLarge
		}
		g.next = append(g.next, row)
		g.accepts = append(g.accepts, g.l.holds(func(a *automaton) bool {
			m := slices.Index(g.automata, a)
			return machines[m].accepts(states[at][m])
		}))
	}
	return nil
}

// bits is a set of states.
type bits []uint64

func (b bits) has(i int) bool { return b[i/64]>>(i%64)&1 != 0 }
func (b bits) add(i int)      { b[i/64] |= 1 << (i % 64) }

func (b bits) key() string {
	key := make([]byte, 0, 8*len(b))
	for _, word := range b {
		key = binary.LittleEndian.AppendUint64(key, word)
	}
	return string(key)
}

// accepting returns the states from which a word is accepted after exactly n runes.
func (g *graph) accepting(n int) (bits, error) {
	if g.before == nil {
		first := make(bits, len(g.next)/64+1)
		for s, ok := range g.accepts {
			if ok {
				first.add(s)
			}
		}
		g.before, g.seen = []bits{first}, map[string]int{first.key(): 0}
	}
	for g.period == 0 && n >= len(g.before) {
		last := g.before[len(g.before)-1]
		b := make(bits, len(last))
		for s, row := range g.next {
			for _, t := range row {
				if last.has(t) {
					b.add(s)
					break
				}
			}
		}
		if g.work += len(g.next) * (1 + len(g.classes)/4); g.work > maxWork {
			return nil, ErrTooLarge
		}
		if at, ok := g.seen[b.key()]; ok {
			g.from, g.period = at, len(g.before)-at
			break
		}
		g.seen[b.key()] = len(g.before)
		g.before = append(g.before, b)
	}
	if n >= len(g.before) {
		n = g.from + (n-g.from)%g.period
	}
	return g.before[n], nil
}

func (g *graph) words(minimum, maximum, n int) (words []string, all bool, err error) {
	missed := 0 // lengths in a row without a word, where the lengths repeat themselves
	for length := max(minimum, 0); maximum < 0 || length <= maximum; length++ {
		good, err := g.accepting(length)
		if err != nil {
			return nil, false, err
		}
		if !good.has(0) {
			if g.period > 0 && length >= g.from {
				missed++
			}
			if g.period > 0 && missed > g.period {
				return words, true, nil
			}
			continue
		}
		if missed = 0; length > maxLength {
			return words, false, ErrTooLarge
		}
		if words, err = g.ofLength(length, n, words); err != nil {
			return words, false, err
		}
		if len(words) > n {
			return words[:n], false, nil
		}
	}
	return words, true, nil
}

// ofLength adds the words of a length until there are more than n.
func (g *graph) ofLength(length, n int, words []string) ([]string, error) {
	good := make([]bits, length+1)
	for i := range good {
		var err error
		if good[i], err = g.accepting(i); err != nil {
			return words, err
		}
	}
	word := make([]rune, length)
	var walk func(state, at int) bool
	walk = func(state, at int) bool {
		if at == length {
			words = append(words, string(word))
			return len(words) <= n
		}
		for c := range g.classes {
			to := g.next[state][c]
			if !good[length-at-1].has(to) {
				continue
			}
			for r := range g.classes[c].runes {
				word[at] = r
				if !walk(to, at+1) {
					return false
				}
			}
		}
		return true
	}
	walk(0, 0)
	return words, nil
}
