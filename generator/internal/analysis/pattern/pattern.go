package pattern

import (
	"regexp"
	"time"

	"github.com/dlclark/regexp2/v2"
)

// An Expression is a regular expression of ECMA-262 and how it is matched.
type Expression struct {
	Source string // as the document has it
	Engine Engine
	Go     string // for RE2: the translated expression
	Runs   []Run  // for Runs
	Empty  bool   // for Runs: the empty string matches too
	Legacy bool   // for Backtracking: not in the Unicode mode of ECMA-262
}

// An Engine is how an expression is matched.
type Engine uint8

// The engines, cheapest first.
const (
	Runs         Engine = iota // a sequence of ASCII classes, anchored at both ends, without backtracking
	RE2                        // package regexp
	Backtracking               // package regexp2, in limited time: look-around, back references
)

// A Run is Min to Max characters of a class; Max < 0 is no limit.
type Run struct {
	Class    [2]uint64 // one bit per ASCII character
	Min, Max int
	Text     string // [A-Za-z], for comments
}

// Compile finds how an expression is matched: as runs of classes if that is what it is, else by package regexp, else by trying. The error says
// why it is no expression of ECMA-262.
func Compile(source string) (Expression, error) {
	x := Expression{Source: source}
	if runs, empty, ok := classRuns(source); ok {
		x.Engine, x.Runs, x.Empty = Runs, runs, empty
		return x, nil
	}
	expression, err := translate(source)
	if err == nil {
		if _, err = regexp.Compile(expression); err == nil {
			x.Engine, x.Go = RE2, expression
			return x, nil
		}
	}
	x.Engine = Backtracking
	for _, mode := range []regexp2.RegexOptions{regexp2.ECMAScript | regexp2.Unicode, regexp2.ECMAScript} {
		if _, backtracking := regexp2.Compile(source, mode); backtracking == nil {
			x.Legacy = mode == regexp2.ECMAScript
			return x, nil
		}
	}
	return x, err
}

// Matcher returns a function that matches a pattern as generated code does, nil if it has no translation. After a match that takes
// too long, everything is one.
func Matcher(source string) func(text string) bool {
	x, err := Compile(source)
	if err != nil {
		return nil
	}
	if x.Engine != Backtracking {
		expression, err := translate(source)
		if err != nil {
			return nil
		}
		re, err := regexp.Compile(expression)
		if err != nil {
			return nil
		}
		return re.MatchString
	}
	mode := regexp2.ECMAScript | regexp2.Unicode
	if x.Legacy {
		mode = regexp2.ECMAScript
	}
	re := regexp2.MustCompile(source, mode)
	re.MatchTimeout = time.Second
	tooSlow := false
	return func(text string) bool {
		if tooSlow {
			return true
		}
		ok, err := re.MatchString(text)
		tooSlow = err != nil
		return ok || tooSlow
	}
}
