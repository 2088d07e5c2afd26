package language

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// A class is a set of runes that no automaton tells apart.
type class struct {
	ranges [][2]rune
	has    [][]bool // by automaton and set
	word   bool
	rank   int // of the most pleasant rune
}

// pleasant are the runes of examples, the best first.
const pleasant = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_./:@+,;=~!#$%&'()*?[]^{|}<>`\"\\ \n\t\r"

// classes parts the runes, without surrogates: no JSON text has those alone.
func classes(automata []*automaton) []class {
	cuts := []rune{0, 0xd800, 0xe000, unicode.MaxRune + 1}
	words := false
	for _, a := range automata {
		for _, set := range a.sets {
			for i := 0; i < len(set); i += 2 {
				cuts = append(cuts, set[i], set[i+1]+1)
			}
		}
		words = words || a.words
	}
	if words {
		cuts = append(cuts, '0', '9'+1, 'A', 'Z'+1, '_', '_'+1, 'a', 'z'+1)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var list []class
	known := map[string]int{}
	for i := range len(cuts) - 1 {
		first, last := cuts[i], cuts[i+1]-1
		if first >= 0xd800 && first < 0xe000 || last > unicode.MaxRune {
			continue
		}
		c := class{has: make([][]bool, len(automata)), word: words && isWord(first)}
		var key strings.Builder
		for n, a := range automata {
			c.has[n] = make([]bool, len(a.sets))
			for s, set := range a.sets {
				c.has[n][s] = inRanges(set, first)
				key.WriteByte("01"[btoi(c.has[n][s])])
			}
		}
		key.WriteByte("01"[btoi(c.word)])
		at, ok := known[key.String()]
		if !ok {
			at = len(list)
			known[key.String()] = at
			list = append(list, c)
		}
		list[at].ranges = append(list[at].ranges, [2]rune{first, last})
	}
	for i := range list {
		for r := range list[i].runes {
			list[i].rank = rank(r)
			break
		}
	}
	slices.SortStableFunc(list, func(a, b class) int { return cmp.Compare(a.rank, b.rank) })
	return list
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func rank(r rune) int {
	if i := strings.IndexRune(pleasant, r); i >= 0 {
		return i
	}
	if r > 0xa0 {
		return len(pleasant) + int(r)
	}
	return 2*unicode.MaxRune + int(r)
}

// runes yields the runes of a class, the pleasant ones first, control characters last.
func (c *class) runes(yield func(rune) bool) {
	has := func(r rune) bool {
		return slices.ContainsFunc(c.ranges, func(x [2]rune) bool { return x[0] <= r && r <= x[1] })
	}
	for _, r := range pleasant {
		if has(r) && !yield(r) {
			return
		}
	}
	for _, x := range c.ranges {
		for r := max(x[0], 0xa1); r <= x[1]; r++ {
			if !yield(r) {
				return
			}
		}
	}
	for r := range rune(0xa1) {
		if !strings.ContainsRune(pleasant, r) && has(r) && !yield(r) {
			return
		}
	}
}
