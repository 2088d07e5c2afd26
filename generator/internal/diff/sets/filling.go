package sets

import (
	"cmp"
	"github.com/oas2go/oas2go/generator/internal/diff/judge"
	"maps"
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A filling gives an object its members: the required ones, one for each some, and as many more as it needs.
//
// Names that nobody mentions are alike if they match the same patterns: such a set of names is a cell.
type filling struct {
	b        *branch
	names    []string // that are mentioned, in the order of the document
	outside  outside  // of them
	patterns []string
	cells    []cell
	extra    map[string][]term // of mentioned names: what a some says of the member
	fresh    []slot
	why      string
}

// A cell is the names that are not mentioned and match some of the patterns, and no other.
type cell struct {
	matching map[string]bool
	name     []term
	value    []term
}

// A slot is a member with a name of a cell.
type slot struct{ name, value []term }

// maxPatterns bounds the patterns of names in one object: cells are as many as their subsets.
const maxPatterns = 7

// solveObject makes the object where no choice is open.
func (b *branch) solveObject() Answer {
	f := &b.object
	if !f.bounded {
		f.max = -1
	}
	x := &filling{b: b, extra: map[string][]term{}}
	if len(f.some) > 0 || f.min > len(f.required) {
		names, known := b.mentioned()
		x.names, x.outside = names, newOutside(known)
		if !x.findCells() {
			return Answer{Why: "patternProperties: too many patterns at once"}
		}
	}
	for _, name := range f.required {
		x.extra[name] = nil
	}
	a := x.assign(0)
	if a.Status == Empty && x.why != "" {
		return Answer{Why: x.why}
	}
	return a
}

// findCells lays out the cells in which there are names, the plain ones first.
func (x *filling) findCells() bool {
	for _, s := range x.b.scopes() {
		for _, p := range s.Patterns() {
			if !slices.Contains(x.patterns, p) {
				x.patterns = append(x.patterns, p)
			}
		}
	}
	if len(x.patterns) > maxPatterns {
		return false
	}
	for bits := range 1 << len(x.patterns) {
		c := cell{matching: map[string]bool{}, name: append(slices.Clone(x.b.object.names), onlyTexts{}, x.outside)}
		for i, p := range x.patterns {
			c.matching[p] = bits>>i&1 != 0
			c.name = append(c.name, matches{p, !c.matching[p]})
		}
		for _, m := range x.b.object.wide {
			if m.scope.HasFresh(func(p string) bool { return c.matching[p] }) {
				c.value = append(c.value, m.value)
			}
		}
		if x.possible(c.name) {
			x.cells = append(x.cells, c)
		}
	}
	slices.SortStableFunc(x.cells, func(a, b cell) int { return cmp.Compare(a.weight(), b.weight()) })
	return true
}

// weight is how many patterns the names of a cell match.
func (c cell) weight() (n int) {
	for _, is := range c.matching {
		if is {
			n++
		}
	}
	return n
}

// possible asks whether there is such a value, and notes why nobody can say.
func (x *filling) possible(terms []term) bool {
	a := x.b.r.find(terms)
	if a.Status == Unknown {
		x.why = a.Why
	}
	return a.Status == Inhabited
}

func (x *filling) count() int { return len(x.extra) + len(x.fresh) }

// room reports whether one more member may be there.
func (x *filling) room() bool { return x.b.object.max < 0 || x.count() < x.b.object.max }

// assign finds a member for each some from i on: one that is there, one of a mentioned name, or one of another name.
func (x *filling) assign(i int) Answer {
	if !x.b.r.step() {
		return Answer{Why: tooMany}
	}
	if i == len(x.b.object.some) {
		return x.finish()
	}
	d := x.b.object.some[i]
	for _, there := range []bool{true, false} {
		for _, name := range x.names {
			have, is := x.extra[name]
			if is != there || !there && !x.room() || !x.nameFits(d, name) {
				continue
			}
			more := append(have[:len(have):len(have)], d.value...)
			if !x.possible(append(x.b.memberTerms(name), more...)) {
				continue
			}
			x.extra[name] = more
			a := x.assign(i + 1)
			if x.extra[name] = have; !there {
				delete(x.extra, name)
			}
			if a.Status != Empty {
				return a
			}
		}
	}
	return x.assignFresh(i, d)
}

// nameFits reports whether a mentioned name may be that of a member that must be there.
func (x *filling) nameFits(d some, name string) bool {
	if x.b.object.statusOf(name, false) == Inhabited {
		return false
	}
	status := judge.Both(d.scope.Has(x.b.r.s.judge, name), judge.Both(x.b.nameFits(name, d.name), x.b.nameFits(name, x.b.object.names)))
	if status == Unknown {
		x.why = "whether " + name + " is a name of a member"
	}
	return status == Inhabited
}

// assignFresh puts a member that must be there into a slot of the same cell, or into a new one.
func (x *filling) assignFresh(i int, d some) Answer {
	try := func(at int, s slot) Answer {
		s.name, s.value = append(s.name[:len(s.name):len(s.name)], d.name...), append(s.value[:len(s.value):len(s.value)], d.value...)
		if !x.possible(s.name) || !x.possible(s.value) {
			return Answer{Status: Empty}
		}
		before := x.fresh
		x.fresh = slices.Clone(before)
		if at == len(before) {
			x.fresh = append(x.fresh, s)
		} else {
			x.fresh[at] = s
		}
		a := x.assign(i + 1)
		x.fresh = before
		return a
	}
	for _, c := range x.cells {
		if !d.scope.HasFresh(func(p string) bool { return c.matching[p] }) {
			continue
		}
		for at, s := range x.fresh {
			if sameCell(s, c) {
				if a := try(at, s); a.Status != Empty {
					return a
				}
			}
		}
		if x.room() {
			if a := try(len(x.fresh), slot{c.name, c.value}); a.Status != Empty {
				return a
			}
		}
	}
	return Answer{Status: Empty}
}

// sameCell reports whether the name of a slot is of a cell: it begins with what names of the cell are.
func sameCell(s slot, c cell) bool {
	for i, t := range c.name {
		if s.name[i].key() != t.key() {
			return false
		}
	}
	return true
}

// finish gives names to the slots, adds members until there are enough, and makes the object.
func (x *filling) finish() Answer {
	if x.b.object.max >= 0 && x.count() > x.b.object.max {
		return Answer{Status: Empty}
	}
	values := map[string][]term{}
	for name, more := range x.extra {
		values[name] = append(x.b.memberTerms(name), more...)
	}
	fresh, ok := x.freshNames()
	if !ok {
		return Answer{Status: Empty}
	}
	for i, name := range fresh {
		values[name] = x.fresh[i].value
	}
	if !x.fillUp(values) {
		return Answer{Status: Empty}
	}
	object := make(api.Object, 0, len(values))
	for _, name := range x.sorted(values) {
		a := x.b.r.find(values[name])
		if a.Status != Inhabited {
			if a.Status == Unknown {
				x.why = a.Why
			}
			return Answer{Status: Empty}
		}
		object = append(object, api.Member{Name: name, Value: a.Value})
	}
	return Answer{Status: Inhabited, Value: object}
}

// freshNames chooses a name for each slot, all different.
func (x *filling) freshNames() ([]string, bool) {
	choices := make([][]api.Value, len(x.fresh))
	for i, s := range x.fresh {
		choices[i] = x.several(s.name, len(x.fresh))
	}
	list, ok := matching(choices)
	names := make([]string, len(list))
	for i, v := range list {
		names[i] = string(v.(api.String))
	}
	return names, ok
}

// several returns names, the empty one last.
func (x *filling) several(name []term, n int) []api.Value {
	name = name[:len(name):len(name)]
	values, why := x.b.r.several(append(name, unlike{api.String("")}), n)
	if why == "" && len(values) < n && x.b.r.find(append(name, matches{pattern: "^$"})).Status == Inhabited {
		values = append(values, api.String(""))
	}
	if why != "" {
		x.why = why
	}
	return values
}

// maxWidth bounds the members of objects that are made.
const maxWidth = 300

// fillUp adds members until there are as many as the object needs; false if there are no more.
func (x *filling) fillUp(values map[string][]term) bool {
	need := x.b.object.min
	if need > len(values) && need > maxWidth {
		x.why = "minProperties: too many members"
		return false
	}
	for _, name := range x.names {
		if len(values) >= need {
			return true
		}
		if _, there := values[name]; !there && x.nameFits(some{scope: judge.Scope{Rest: &judge.Rest{}}}, name) {
			if terms := x.b.memberTerms(name); x.possible(terms) {
				values[name] = terms
			}
		}
	}
	for _, c := range x.cells {
		if len(values) >= need {
			return true
		}
		if !x.possible(c.value) {
			continue
		}
		for _, v := range x.several(c.name, need) {
			name := string(v.(api.String))
			if _, there := values[name]; !there && len(values) < need {
				values[name] = c.value
			}
		}
	}
	return len(values) >= need
}

// sorted returns the names of members in the order of the document; those that it does not know come last.
func (x *filling) sorted(values map[string][]term) []string {
	place := map[string]int{}
	for _, s := range x.b.object.order {
		for _, p := range s.Object.Properties {
			if _, ok := place[p.Name]; !ok {
				place[p.Name] = len(place) + 1
			}
		}
	}
	for _, name := range x.b.object.required {
		if _, ok := place[name]; !ok {
			place[name] = len(place) + 1
		}
	}
	names := slices.Sorted(maps.Keys(values))
	slices.SortStableFunc(names, func(a, b string) int {
		p, q := place[a], place[b]
		if p == 0 || q == 0 {
			return cmp.Compare(q, p) // what has no place is last
		}
		return cmp.Compare(p, q)
	})
	return names
}

// An onlyTexts is any string: names are nothing else.
type onlyTexts struct{}

func (onlyTexts) key() string                         { return "s" }
func (onlyTexts) apply(b *branch) bool                { return b.kind == texts }
func (onlyTexts) holds(_ *Solver, v api.Value) Status { return judge.Truth(judge.KindOf(v) == texts) }
