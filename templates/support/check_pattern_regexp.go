package support

import (
	"regexp"
	"sync"
)

// A regex is a regular expression that is compiled at its first use, so that it costs nothing in a program that does not use it.
type regex struct {
	source     string // as it is in the document: ECMA 262
	expression string // the same for package regexp; "" if it is the source
	once       sync.Once
	compiled   *regexp.Regexp
}

// String gives the expression as it is in the document.
func (x *regex) String() string { return x.source }

// match reports whether s has a match.
func (x *regex) match(s string, _ *stopwatch) bool {
	x.once.Do(x.compile)
	return x.compiled.MatchString(s)
}

func (x *regex) compile() {
	expression := x.expression
	if expression == "" {
		expression = x.source
	}
	x.compiled = regexp.MustCompile(expression) // the generator has compiled it already
}
