package sets

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A packing fills an array of n items. Each place before the end of the prefix is decided alone; behind it, it counts how many items of
// each sort there are. A sort says of each count whether its items are in its schema, or that it does not matter.
type packing struct {
	b      *branch
	n      int
	prefix int
	places [][]term // what each item is
	tally  []int    // of each count
	twin   [2]int   // two places with equal items, if second > 0
	chosen [][]side // of the prefix
	why    string
}

// A side says how an item stands to a count.
type side uint8

const (
	free side = iota // the schema has no greatest number: nobody asks
	in
	out
)

func (p *packing) start() Answer {
	if !p.b.array.twins {
		return p.fill()
	}
	// Two equal items: the first place behind the prefix and the next one stand for all there.
	prefix := min(p.prefix+2, p.n)
	why := ""
	for first := range prefix {
		for second := first + 1; second < prefix; second++ {
			q := packing{b: p.b, n: p.n, prefix: prefix, twin: [2]int{first, second}}
			switch a := q.fill(); a.Status {
			case Inhabited:
				return a
			case Unknown:
				why = a.Why
			}
		}
	}
	if why != "" {
		return Answer{Why: why}
	}
	return Answer{Status: Empty}
}

func (p *packing) fill() Answer {
	p.tally = make([]int, len(p.b.array.counts))
	if a := p.place(0); a.Status != Empty {
		return a
	}
	if p.why != "" {
		return Answer{Why: p.why}
	}
	return Answer{Status: Empty}
}

// sorts returns the sorts of an item at an index, the ones that ask for least first.
func (p *packing) sorts(i int) [][]side {
	list := [][]side{{}}
	for _, c := range p.b.array.counts {
		sides := []side{free, in}
		switch {
		case i < c.from:
			sides = []side{free}
		case c.max >= 0:
			sides = []side{out, in}
		}
		var next [][]side
		for _, s := range sides {
			for _, have := range list {
				next = append(next, append(slices.Clone(have), s))
			}
		}
		list = next
	}
	return list
}

// item returns what an item of a sort at an index is.
func (p *packing) item(i int, sort []side) []term {
	item := p.b.itemAt(i)
	for c, s := range sort {
		switch s {
		case in:
			item = append(item, p.b.array.counts[c].item)
		case out:
			item = append(item, p.b.array.counts[c].item.negated())
		}
	}
	return item
}

// count adds n items of a sort to the tally; false if they are too many for a count.
func (p *packing) count(sort []side, n int) bool {
	fits := true
	for c, s := range sort {
		if s == in {
			p.tally[c] += n
			fits = fits && (p.b.array.counts[c].max < 0 || p.tally[c] <= p.b.array.counts[c].max)
		}
	}
	return fits
}

// possible asks whether there is such an item, and notes why nobody can say.
func (p *packing) possible(item []term) bool {
	a := p.b.r.find(item)
	if a.Status == Unknown {
		p.why = a.Why
	}
	return a.Status == Inhabited
}

// place decides the place i of the prefix.
func (p *packing) place(i int) Answer {
	if !p.b.r.step() {
		return Answer{Why: tooMany}
	}
	if i == p.prefix {
		return p.rest()
	}
	for _, sort := range p.sorts(i) {
		if p.twin[1] > 0 && i == p.twin[1] && !sameSort(sort, p.chosen[p.twin[0]]) {
			continue
		}
		item := p.item(i, sort)
		switch { // of two equal items, both are what each of them is
		case p.twin[1] > 0 && i == p.twin[0]:
			item = append(item, p.b.itemAt(p.twin[1])...)
		case p.twin[1] > 0 && i == p.twin[1]:
			item = append(item, p.places[p.twin[0]]...)
		}
		fits := p.count(sort, 1)
		if fits && p.possible(item) {
			p.places, p.chosen = append(p.places, item), append(p.chosen, sort)
			a := p.place(i + 1)
			p.places, p.chosen = p.places[:i], p.chosen[:i]
			if a.Status != Empty {
				return a
			}
		}
		p.count(sort, -1)
	}
	return Answer{Status: Empty}
}

// sameSort: equal items are on the same side of each schema, where somebody asks at both places.
func sameSort(a, b []side) bool {
	for c := range a {
		if a[c] != b[c] && a[c] != free && b[c] != free {
			return false
		}
	}
	return true
}

// rest decides how many items of each sort stand behind the prefix. One sort fills up; of the others more are not needed than are counted.
func (p *packing) rest() Answer {
	left := p.n - p.prefix
	if left == 0 {
		return p.done(nil, nil)
	}
	var sorts [][]side
	var items [][]term
	for _, sort := range p.sorts(p.prefix) {
		if item := p.item(p.prefix, sort); p.possible(item) {
			sorts, items = append(sorts, sort), append(items, item)
		}
	}
	most := 0
	for _, c := range p.b.array.counts {
		most = max(most, c.min, c.max+1)
	}
	for filler := range sorts {
		numbers := make([]int, len(sorts))
		a := p.share(sorts, items, numbers, filler, 0, left, most)
		if a.Status != Empty {
			return a
		}
	}
	return Answer{Status: Empty}
}

// share gives the sort at and those behind it their numbers, and the rest to the filler.
func (p *packing) share(sorts [][]side, items [][]term, numbers []int, filler, at, left, most int) Answer {
	if !p.b.r.step() {
		return Answer{Why: tooMany}
	}
	if at == len(sorts) {
		numbers[filler] = left
		fits := p.count(sorts[filler], left)
		a := Answer{Status: Empty}
		if fits && p.enough() {
			a = p.done(items, numbers)
		}
		p.count(sorts[filler], -left)
		return a
	}
	if at == filler {
		return p.share(sorts, items, numbers, filler, at+1, left, most)
	}
	for n := 0; n <= min(left, most); n++ {
		numbers[at] = n
		fits := p.count(sorts[at], n)
		a := Answer{Status: Empty}
		if fits {
			a = p.share(sorts, items, numbers, filler, at+1, left-n, most)
		}
		p.count(sorts[at], -n)
		if a.Status != Empty {
			return a
		}
	}
	return Answer{Status: Empty}
}

// enough reports whether each count has its least number.
func (p *packing) enough() bool {
	for c, have := range p.tally {
		if have < p.b.array.counts[c].min {
			return false
		}
	}
	return true
}

// done makes the array.
func (p *packing) done(items [][]term, numbers []int) Answer {
	if !p.enough() {
		return Answer{Status: Empty}
	}
	all := slices.Clone(p.places)
	for i, item := range items {
		for range numbers[i] {
			all = append(all, item)
		}
	}
	if p.b.array.unique {
		return p.distinct(all)
	}
	list := make(api.Array, len(all))
	for i, item := range all {
		list[i] = p.b.r.find(item).Value // it was possible
		if list[i] == nil {
			return Answer{Why: tooMany}
		}
	}
	if second := p.twin[1]; second > 0 {
		list[p.twin[0]] = list[second]
	}
	return Answer{Status: Inhabited, Value: list}
}

// distinct gives each place a value of its own. A place with as many values as there are places can wait; so no more are looked for.
func (p *packing) distinct(all [][]term) Answer {
	if len(all) > maxUnique {
		return Answer{Why: "uniqueItems: too many items"}
	}
	choices := make([][]api.Value, len(all))
	known := map[string]int{} // the first place of a question
	for i, item := range all {
		_, key, _ := p.b.r.normal(item)
		if first, ok := known[key]; ok {
			choices[i] = choices[first]
			continue
		}
		known[key] = i
		values, why := p.b.r.several(item, len(all))
		if why != "" {
			p.why = why
		}
		choices[i] = values
	}
	list, ok := matching(choices)
	if ok {
		return Answer{Status: Inhabited, Value: list}
	}
	return Answer{Status: Empty}
}

// several returns up to n values of a question, all that there are if they are fewer and why is "".
func (r *run) several(terms []term, n int) (values []api.Value, why string) {
	for len(values) < n {
		a := r.find(terms)
		if a.Status != Inhabited {
			return values, a.Why
		}
		values = append(values, a.Value)
		terms = append(terms[:len(terms):len(terms)], unlike{a.Value})
	}
	return values, ""
}

// matching chooses a value for each place so that all differ (augmenting paths).
func matching(choices [][]api.Value) (api.Array, bool) {
	owner := map[string]int{}
	list := make(api.Array, len(choices))
	var assign func(place int, tried map[string]bool) bool
	assign = func(place int, tried map[string]bool) bool {
		for _, v := range choices[place] {
			text := api.Canonical(v)
			if _, taken := owner[text]; !taken {
				owner[text], list[place] = place, v
				return true
			}
		}
		for _, v := range choices[place] {
			text := api.Canonical(v)
			if tried[text] {
				continue
			}
			tried[text] = true
			if assign(owner[text], tried) {
				owner[text], list[place] = place, v
				return true
			}
		}
		return false
	}
	for place := range choices {
		if !assign(place, map[string]bool{}) {
			return nil, false
		}
	}
	return list, true
}
