package sets

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/judge"
)

// arrayFacts are the demands on an array.
type arrayFacts struct {
	min, max int // max < 0: none, except before the first demand
	bounded  bool
	unique   bool // all items differ
	twins    bool // two items are equal
	each     []each
	counts   []count
}

// A size is minItems and maxItems; max < 0 is none.
type size struct{ min, max int }

func (d size) apply(b *branch) bool {
	f := &b.array
	if !f.bounded {
		f.bounded, f.max = true, -1
	}
	f.min = max(f.min, d.min)
	if d.max >= 0 && d.max < judge.Endless-1 && (f.max < 0 || d.max < f.max) {
		f.max = d.max
	}
	return f.max < 0 || f.min <= f.max
}

// An each is what all items from an index to another one are; to < 0 is the end.
type each struct {
	from, to int
	item     term
}

func (d each) apply(b *branch) bool {
	b.array.each = append(b.array.each[:len(b.array.each):len(b.array.each)], d)
	return true
}

// A count is how many items from an index on are in a schema; max < 0 is no limit.
type count struct {
	from     int
	item     lit
	min, max int
}

func (d count) apply(b *branch) bool {
	if d.min == 0 && d.max < 0 {
		return true
	}
	b.array.counts = append(b.array.counts[:len(b.array.counts):len(b.array.counts)], d)
	return d.max < 0 || d.min <= d.max
}

// A distinct is uniqueItems.
type distinct struct{ not bool }

func (d distinct) apply(b *branch) bool {
	f := &b.array
	f.unique, f.twins = f.unique || !d.not, f.twins || d.not
	return !(f.unique && f.twins)
}

func (b *branch) arrayKeywords(s *api.Schema) (list []demand) {
	a := s.Array
	if a == nil {
		return nil
	}
	if a.MinItems != nil {
		list = append(list, size{judge.Least(*a.MinItems), -1})
	}
	if a.MaxItems != nil {
		if judge.Most(*a.MaxItems) < 0 {
			return []demand{never{}}
		}
		list = append(list, size{0, judge.Most(*a.MaxItems)})
	}
	if a.UniqueItems {
		list = append(list, distinct{})
	}
	for i, item := range a.PrefixItems {
		list = append(list, each{i, i + 1, b.r.s.lit(item, false)})
	}
	if a.Items != nil {
		list = append(list, each{len(a.PrefixItems), -1, b.r.s.lit(a.Items, false)})
	}
	if a.Contains != nil {
		fewest, greatest := judge.Contained(a)
		if greatest < 0 && a.MaxContains != nil {
			return []demand{never{}}
		}
		list = append(list, count{item: b.r.s.lit(a.Contains, false), min: fewest, max: greatest})
	}
	if a.UnevaluatedItems != nil {
		list = append(list, b.r.s.unevaluated(s, arrays, false))
	}
	return list
}

func (b *branch) brokenArray(s *api.Schema) (c clause) {
	a := s.Array
	if a == nil {
		return nil
	}
	if a.MinItems != nil && judge.Least(*a.MinItems) > 0 {
		c = append(c, alternative{size{0, judge.Least(*a.MinItems) - 1}})
	}
	if a.MaxItems != nil {
		c = append(c, alternative{size{judge.Most(*a.MaxItems) + 1, -1}})
	}
	if a.UniqueItems {
		c = append(c, alternative{distinct{not: true}})
	}
	for i, item := range a.PrefixItems {
		c = append(c, alternative{size{i + 1, -1}, each{i, i + 1, b.r.s.lit(item, true)}})
	}
	if a.Items != nil {
		c = append(c, alternative{count{from: len(a.PrefixItems), item: b.r.s.lit(a.Items, true), min: 1, max: -1}})
	}
	if a.Contains != nil {
		fewest, greatest := judge.Contained(a)
		item := b.r.s.lit(a.Contains, false)
		if fewest > 0 {
			c = append(c, alternative{count{item: item, max: fewest - 1}})
		}
		if a.MaxContains != nil {
			c = append(c, alternative{count{item: item, min: greatest + 1, max: -1}})
		}
	}
	if a.UnevaluatedItems != nil {
		c = append(c, alternative{b.r.s.lit(b.r.s.judge.BareOf(s), false), b.r.s.unevaluated(s, arrays, true)})
	}
	return c
}

// unlikeArray are the ways in which an array is not another one.
func unlikeArray(v api.Array) (c clause) {
	if len(v) > 0 {
		c = append(c, alternative{size{0, len(v) - 1}})
	}
	c = append(c, alternative{size{len(v) + 1, -1}})
	for i, item := range v {
		c = append(c, alternative{size{i + 1, -1}, each{i, i + 1, unlike{item}}})
	}
	return c
}

// The bounds of arrays that are made.
const (
	maxItems    = 2000
	maxUnique   = 300
	maxPrefix   = 40
	maxCounts   = 6
	maxCounting = 60
)

// solveArray tries lengths from the least one on. Behind the places that something is said about, all places are alike; an array that is
// longer than they and the items that are asked for has one that nobody needs.
func (b *branch) solveArray() Answer {
	f := &b.array
	if !f.bounded {
		f.max = -1
	}
	prefix, need := 0, 0
	for _, e := range f.each {
		prefix = max(prefix, e.from, e.to)
	}
	for _, c := range f.counts {
		prefix, need = max(prefix, c.from), need+c.min
		if c.min > maxCounting || c.max > maxCounting {
			return Answer{Why: "contains: too many items are counted"}
		}
	}
	if f.twins {
		need += 2
	}
	longest := max(f.min, prefix) + need
	if f.max >= 0 {
		longest = min(longest, f.max)
	}
	switch {
	case f.min > maxItems:
		return b.longArray()
	case prefix > maxPrefix && longest > maxPrefix:
		return Answer{Why: "prefixItems: too many"}
	case len(f.counts) > maxCounts:
		return Answer{Why: "contains: too many at once"}
	}
	why := ""
	for n := f.min; n <= longest; n++ {
		p := packing{b: b, n: n, prefix: min(prefix, n)}
		switch a := p.start(); a.Status {
		case Inhabited:
			return a
		case Unknown:
			why = a.Why
		}
	}
	if why != "" {
		return Answer{Why: why}
	}
	return Answer{Status: Empty}
}

// longArray answers for arrays that are too long to be written down: there is none if there can be no item.
func (b *branch) longArray() Answer {
	last := b.itemAt(maxPrefix * maxItems)
	if a := b.r.find(last); a.Status == Empty {
		return a
	}
	return Answer{Why: "minItems: the array is too long"}
}

// itemAt returns what the item at an index is.
func (b *branch) itemAt(i int) (item []term) {
	for _, e := range b.array.each {
		if i >= e.from && (e.to < 0 || i < e.to) {
			item = append(item, e.item)
		}
	}
	return item
}
