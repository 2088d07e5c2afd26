package support

import (
	"sync"
	"time"

	"github.com/dlclark/regexp2/v2"
)

// maxMatching limits the time that an expression may take to match, because some take exponential time.
const maxMatching = time.Second

// A backtracking is a regular expression that looks ahead or behind, or refers back to a group: package regexp cannot do that.
// Like a regex it is compiled at its first use.
type backtracking struct {
	source   string // ECMA 262
	legacy   bool   // it is no expression in Unicode mode
	once     sync.Once
	compiled *regexp2.Regexp
}

// String gives the expression as it is in the document.
func (x *backtracking) String() string { return x.source }

// match reports whether s has a match. One that is not found in time is none.
func (x *backtracking) match(s string) bool {
	x.once.Do(x.compile)
	ok, err := x.compiled.MatchString(s)
	return ok && err == nil
}

func (x *backtracking) compile() {
	mode := regexp2.ECMAScript | regexp2.Unicode
	if x.legacy {
		mode = regexp2.ECMAScript
	}
	x.compiled = regexp2.MustCompile(x.source, mode) // the generator has compiled it already
	x.compiled.MatchTimeout = maxMatching
}
