package sets

import (
	"github.com/oas2go/oas2go/generator/internal/diff/judge"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/language"
)

// textFacts are the demands on a string.
type textFacts struct {
	min, max int // of code points; max < 0: none, except before the first demand
	bounded  bool
	patterns []matches
	formats  []formatted
	outside  []outside
}

// A length is minLength and maxLength; max < 0 is none.
type length struct{ min, max int }

func (d length) apply(b *branch) bool {
	f := &b.text
	if !f.bounded {
		f.bounded, f.max = true, -1
	}
	f.min = max(f.min, d.min)
	if d.max >= 0 && d.max < judge.Endless-1 && (f.max < 0 || d.max < f.max) {
		f.max = d.max
	}
	return f.max < 0 || f.min <= f.max
}

// A matches is a pattern, or that it does not match.
type matches struct {
	pattern string
	not     bool
}

func (d matches) key() string {
	if d.not {
		return "~" + d.pattern
	}
	return "=" + d.pattern
}

func (d matches) holds(s *Solver, v api.Value) Status {
	text, ok := v.(api.String)
	if !ok {
		return Inhabited
	}
	p := s.judge.Pattern(d.pattern)
	if p.Match == nil {
		return Unknown
	}
	return judge.Truth(p.Match(string(text)) != d.not)
}

func (d matches) apply(b *branch) bool {
	if b.kind != texts {
		return true
	}
	f := &b.text
	for _, have := range f.patterns {
		if have.pattern == d.pattern {
			return have.not == d.not
		}
	}
	f.patterns = append(f.patterns[:len(f.patterns):len(f.patterns)], d)
	return true
}

func (b *branch) textKeywords(s *api.Schema) (list []demand) {
	if t := s.String; t != nil {
		if t.MinLength != nil {
			list = append(list, length{judge.Least(*t.MinLength), -1})
		}
		if t.MaxLength != nil {
			if judge.Most(*t.MaxLength) < 0 {
				return []demand{never{}}
			}
			list = append(list, length{0, judge.Most(*t.MaxLength)})
		}
		if t.Pattern != nil {
			list = append(list, matches{pattern: *t.Pattern})
		}
	}
	if s.Format != "" && b.r.s.judge.Asserts(s.Format, false) {
		list = append(list, formatted{name: s.Format})
	}
	return list
}

// A never is what no value fulfils.
type never struct{}

func (never) apply(*branch) bool { return false }

func (b *branch) brokenText(s *api.Schema) (c clause) {
	if t := s.String; t != nil {
		if t.MinLength != nil && judge.Least(*t.MinLength) > 0 {
			c = append(c, alternative{length{0, judge.Least(*t.MinLength) - 1}})
		}
		if t.MaxLength != nil {
			c = append(c, alternative{length{judge.Most(*t.MaxLength) + 1, -1}})
		}
		if t.Pattern != nil {
			c = append(c, alternative{matches{*t.Pattern, true}})
		}
	}
	if s.Format != "" && b.r.s.judge.Asserts(s.Format, false) {
		c = append(c, alternative{formatted{s.Format, true}})
	}
	return c
}

// maxText bounds the strings that are made where nothing but their length matters.
const maxText = 1 << 20

// solveText finds the shortest and plainest string.
func (b *branch) solveText() Answer {
	f := &b.text
	if !f.bounded {
		f.max = -1
	}
	taken := map[string]bool{}
	for _, u := range b.unlike {
		taken[string(u.(api.String))] = true
	}
	for _, o := range f.outside {
		maps.Copy(taken, o.texts)
	}
	if len(f.patterns)+len(f.formats) == 0 && f.min > 100 && f.min <= maxText {
		if text := strings.Repeat("a", f.min); !taken[text] {
			return Answer{Status: Inhabited, Value: api.String(text)}
		}
	}
	if f.min > maxText {
		return Answer{Why: "minLength: the string is too long"}
	}
	sure, wide := b.languages()
	if wide.never {
		return Answer{Status: Empty}
	}
	n := len(taken) + 1
	if sure.why != "" {
		n += 40 // some of them are tested
	}
	words, all, err := sure.words(b.r.s, f.min, f.max, n)
	for _, w := range words {
		if !taken[w] && (sure.why == "" || b.r.test(b.f, api.String(w)) == Inhabited) {
			return Answer{Status: Inhabited, Value: api.String(w)}
		}
	}
	if all && err == nil && sure.exact {
		return Answer{Status: Empty}
	}
	if !sure.exact {
		words, all, err = wide.words(b.r.s, f.min, f.max, len(taken)+40)
		if all && err == nil && !slices.ContainsFunc(words, func(w string) bool { return !taken[w] && b.r.test(b.f, api.String(w)) != Empty }) {
			return Answer{Status: Empty}
		}
	}
	switch {
	case sure.why != "":
		return Answer{Why: sure.why}
	case err != nil:
		return Answer{Why: "pattern: " + err.Error()}
	}
	return Answer{Why: wide.format}
}

// A frontier is a language that the demands on a string are between: all of its strings fulfil them, or no other ones do.
type frontier struct {
	parts  []*language.Language
	key    string // of the parts
	exact  bool   // both
	never  bool   // it is empty
	why    string // a pattern without language
	format string // a format that is not known exactly
}

// words returns words of the language; what is found out about it is kept for the next question.
func (x *frontier) words(s *Solver, minimum, maximum, n int) ([]string, bool, error) {
	l, known := s.products[x.key]
	if !known {
		l = language.Intersect(x.parts...)
		s.products[x.key] = l
	}
	return l.Words(minimum, maximum, n)
}

func (x *frontier) add(key string, l *language.Language) {
	x.parts, x.key = append(x.parts, l), x.key+key+"\n"
}

// languages returns the strings that surely fulfil the demands, but for patterns without language, and those that may.
func (b *branch) languages() (sure, wide frontier) {
	sure.exact = true
	patterns := slices.SortedFunc(slices.Values(b.text.patterns), func(x, y matches) int { return strings.Compare(x.key(), y.key()) })
	for _, m := range patterns {
		p := b.r.s.judge.Pattern(m.pattern)
		if p.Err != nil {
			sure.why, sure.exact = "pattern "+m.pattern+": "+p.Err.Error(), false
			continue
		}
		l := p.Language
		if m.not {
			l = l.Complement()
		}
		sure.add(m.key(), l)
		wide.add(m.key(), l)
	}
	for i, d := range b.text.formats {
		f, known := b.r.s.judge.Format(d.name)
		for _, other := range b.text.formats[:i] {
			if contradict(d, other) {
				wide.never = true
			}
		}
		inner, outer := f.Inner, f.Outer
		if d.not {
			inner, outer = f.Outer.Complement(), f.Inner.Complement()
		}
		key := "format " + d.name + strconv.FormatBool(d.not)
		sure.add(key+" sure", inner)
		wide.add(key, outer)
		if !known || !f.Exact {
			sure.exact = false
			wide.format = "format " + d.name
		}
	}
	return sure, wide
}
