package pattern

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"slices"
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
	Look   Look   // for Several
	Legacy bool   // for Backtracking: not in the Unicode mode of ECMA-262
}

// An Engine is how an expression is matched.
type Engine uint8

// The engines, cheapest first.
const (
	Runs         Engine = iota // a sequence of ASCII classes, anchored at both ends, without backtracking
	RE2                        // package regexp
	Several                    // package regexp several times: it looks around, but only where one text decides
	Backtracking               // package regexp2, in limited time: look-around, back references
)

// A Run is Min to Max characters of a class; Max < 0 is no limit.
type Run struct {
	Class    [2]uint64 // one bit per ASCII character
	Min, Max int
	Text     string // [A-Za-z], for comments
}

// maxLength is how long an expression may be, in bytes: those who take one apart look at a part once for each group around it.
const maxLength = 5_000

// Compile finds how an expression is matched: as runs of classes if that is what it is, else by package regexp, else by trying. The error says
// why it is no expression of ECMA-262.
func Compile(source string) (Expression, error) {
	x := Expression{Source: source}
	if len(source) > maxLength {
		return x, fmt.Errorf("it is longer than %d bytes", maxLength)
	}
	if runs, empty, ok := classRuns(source); ok {
		x.Engine, x.Runs, x.Empty = Runs, runs, empty
		return x, nil
	}
	expression, err := translate(source)
	if err == nil {
		if _, err = syntax.Parse(expression, syntax.Perl); err == nil {
			x.Engine, x.Go = RE2, expression
			return x, nil
		}
	}
	if look, ok := lookOf(source); ok && isExpression(source) {
		x.Engine, x.Look = Several, look
		return x, nil
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
	if x.Engine == Several {
		return x.Look.matcher()
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

// isExpression reports whether an expression is one of ECMA-262: taken apart, a broken one could look whole.
func isExpression(source string) bool {
	for _, mode := range []regexp2.RegexOptions{regexp2.ECMAScript | regexp2.Unicode, regexp2.ECMAScript} {
		if _, err := regexp2.Compile(source, mode); err == nil {
			return true
		}
	}
	return false
}

// matcher returns a function that matches as generated code does.
func (x Look) matcher() func(text string) bool {
	compile := func(sources []string) (list []*regexp.Regexp) {
		for _, source := range sources {
			list = append(list, regexp.MustCompile(source))
		}
		return list
	}
	all, none := compile(x.All), compile(x.None)
	return func(text string) bool {
		matches := func(re *regexp.Regexp) bool { return re.MatchString(text) }
		return !slices.ContainsFunc(none, matches) && !slices.ContainsFunc(all, func(re *regexp.Regexp) bool { return !matches(re) })
	}
}
