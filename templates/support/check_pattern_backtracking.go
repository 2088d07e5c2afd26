package support

import (
	"sync"
	"time"

	"github.com/dlclark/regexp2/v2"
)

// maxMatching limits the time that matching by trying may take in one validation, because some expressions take exponential time. One
// match more may take as long again.
const maxMatching = 250 * time.Millisecond

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

// match reports whether s has a match. One that is not found in time is none, and w says that.
func (x *backtracking) match(s string, w *stopwatch) bool {
	ok, inTime := x.try(s, w)
	if !inTime {
		w.late = x.source
	}
	return ok
}

// try reports whether s has a match, and whether there was enough time to tell.
func (x *backtracking) try(s string, w *stopwatch) (ok, inTime bool) {
	if w.spent >= int64(maxMatching) {
		return false, false
	}
	x.once.Do(x.compile)
	start := time.Now()
	ok, err := x.compiled.MatchString(s)
	w.spent += int64(time.Since(start))
	return ok && err == nil, err == nil
}

func (x *backtracking) compile() {
	mode := regexp2.ECMAScript | regexp2.Unicode
	if x.legacy {
		mode = regexp2.ECMAScript
	}
	x.compiled = regexp2.MustCompile(x.source, mode) // the generator has compiled it already
	x.compiled.MatchTimeout = maxMatching
}
