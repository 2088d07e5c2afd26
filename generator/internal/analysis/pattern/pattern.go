package pattern

import (
	"regexp"
	"time"

	"github.com/dlclark/regexp2/v2"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// Decl makes a pattern ready for Go: runs of classes if that is what it is, else an expression for package regexp, else
// one that is matched by trying.
func Decl(source string, pos diag.Pos) (gomodel.Pattern, error) {
	decl := gomodel.Pattern{Head: gomodel.Head{From: pos}, Source: source}
	if runs, empty, ok := classRuns(source); ok {
		decl.Engine, decl.Runs, decl.Empty = gomodel.RunsEngine, runs, empty
		return decl, nil
	}
	expression, err := translate(source)
	if err == nil {
		if _, err = regexp.Compile(expression); err == nil {
			decl.Engine, decl.Go = gomodel.RE2Engine, expression
			return decl, nil
		}
	}
	decl.Engine = gomodel.BacktrackingEngine
	for _, mode := range []regexp2.RegexOptions{regexp2.ECMAScript | regexp2.Unicode, regexp2.ECMAScript} {
		if _, backtracking := regexp2.Compile(source, mode); backtracking == nil {
			decl.Legacy = mode == regexp2.ECMAScript
			return decl, nil
		}
	}
	return decl, err
}

// Matcher returns a function that matches a pattern as generated code does, nil if it has no translation. After a match that takes
// too long, everything is one.
func Matcher(source string) func(text string) bool {
	decl, err := Decl(source, diag.Pos{})
	if err != nil {
		return nil
	}
	if decl.Engine != gomodel.BacktrackingEngine {
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
	if decl.Legacy {
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
