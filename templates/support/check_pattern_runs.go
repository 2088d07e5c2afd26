package support

import "unicode/utf8"

// A pattern is a regular expression that is a sequence of character classes, each with a number of repetitions:
// ^[A-Za-z_][0-9]{2,5}$. The generator takes this form only where matching needs no backtracking, and a regex otherwise.
type pattern struct {
	source   string
	runs     []classRun
	optional bool // the empty string matches too: ^(...)?$
}

// A classRun is min to max characters of a class. A negative max means no limit.
type classRun struct {
	class    charClass
	min, max int
}

// A charClass is a set of ASCII characters, one bit each.
type charClass [2]uint64

func (c *charClass) has(b byte) bool { return b < utf8.RuneSelf && c[b/64]>>(b%64)&1 != 0 }

// String gives the expression as it is in the document.
func (p *pattern) String() string { return p.source }

// match reports whether all of s matches.
func (p *pattern) match(s string, _ *stopwatch) bool {
	if p.optional && s == "" {
		return true
	}
	i := 0
	for k := range p.runs {
		run := &p.runs[k]
		end, limit := i, len(s)
		if run.max >= 0 && run.max < limit-i {
			limit = i + run.max
		}
		for end < limit && run.class.has(s[end]) {
			end++
		}
		if end-i < run.min {
			return false
		}
		i = end
	}
	return i == len(s)
}
