package language

import (
	"errors"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/analysis/pattern"
)

// Why a language has no answer.
var (
	ErrUnsupported = errors.New("the pattern looks around or refers back")
	ErrTooLarge    = errors.New("the pattern has too many states")
)

// A Language is a set of strings: that of a pattern, or what others have in common, or what is outside of another. It keeps what it found
// out about its words, so it is not for use by several goroutines.
type Language struct {
	leaf  *automaton
	not   *Language
	parts []*Language // all of them; nil and no other field: every string

	product *graph // once somebody asked for words
	failed  error  // why there is none
}

// FromPattern returns the strings that a pattern of ECMA-262 matches.
func FromPattern(source string) (*Language, error) {
	x, err := pattern.Compile(source)
	if err != nil {
		return nil, err
	}
	var a *automaton
	switch x.Engine {
	case pattern.Runs:
		a, err = fromRuns(x)
	case pattern.RE2:
		a, err = fromSyntax(x.Go)
	case pattern.Several:
		return fromLook(x.Look)
	default:
		return fromLooks(source)
	}
	if err != nil {
		return nil, err
	}
	return &Language{leaf: a}, nil
}

// fromLook returns the strings that match all of some expressions and none of others.
func fromLook(x pattern.Look) (*Language, error) {
	var parts []*Language
	for i, source := range slices.Concat(x.All, x.None) {
		a, err := fromSyntax(source)
		if err != nil {
			return nil, err
		}
		part := &Language{leaf: a}
		if i >= len(x.All) {
			part = part.Complement()
		}
		parts = append(parts, part)
	}
	return Intersect(parts...), nil
}

// fromLooks takes apart a pattern that first looks ahead from the start of the string: what it looks for is a pattern too.
func fromLooks(source string) (*Language, error) {
	rest, ok := strings.CutPrefix(source, "^")
	if !ok || !strings.HasPrefix(rest, "(?=") && !strings.HasPrefix(rest, "(?!") {
		return nil, ErrUnsupported
	}
	var parts []*Language
	for strings.HasPrefix(rest, "(?=") || strings.HasPrefix(rest, "(?!") {
		end := closing(rest)
		if end < 0 {
			return nil, ErrUnsupported
		}
		part, err := FromPattern("^(?:" + rest[3:end] + ")")
		if err != nil {
			return nil, err
		}
		if rest[2] == '!' {
			part = part.Complement()
		}
		parts = append(parts, part)
		rest = rest[end+1:]
	}
	if hasChoice(rest) || rest != "" && strings.IndexByte("*+?{", rest[0]) >= 0 {
		return nil, ErrUnsupported
	}
	last, err := FromPattern("^" + rest)
	if err != nil {
		return nil, err
	}
	return Intersect(append(parts, last)...), nil
}

// closing returns where the group at the start of text ends, -1 if it does not.
func closing(text string) int {
	depth, found := 0, -1
	scan(text, func(i int) bool {
		switch text[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			found = i
		}
		return depth > 0
	})
	return found
}

// hasChoice reports whether text has alternatives outside of groups.
func hasChoice(text string) (has bool) {
	depth := 0
	scan(text, func(i int) bool {
		switch text[i] {
		case '(':
			depth++
		case ')':
			depth--
		case '|':
			has = has || depth == 0
		}
		return !has
	})
	return has
}

// scan visits the bytes of a pattern that are neither escaped nor in a class, until visit returns false.
func scan(text string, visit func(i int) bool) {
	class := false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\':
			i++
		case class:
			class = c != ']'
		case c == '[':
			class = true
		case !visit(i):
			return
		}
	}
}

// Every returns the language of all strings.
func Every() *Language { return &Language{} }

// Complement returns the strings outside of l.
func (l *Language) Complement() *Language {
	if l.not != nil {
		return l.not
	}
	return &Language{not: l}
}

// Intersect returns the strings that all languages have.
func Intersect(languages ...*Language) *Language {
	if len(languages) == 1 {
		return languages[0]
	}
	return &Language{parts: languages}
}

// Union returns the strings that any of the languages has.
func Union(languages ...*Language) *Language {
	outside := make([]*Language, len(languages))
	for i, l := range languages {
		outside[i] = l.Complement()
	}
	return Intersect(outside...).Complement()
}

// leaves adds the automata of l to a list, each once.
func (l *Language) leaves(list []*automaton) []*automaton {
	if l.leaf != nil {
		for _, have := range list {
			if have == l.leaf {
				return list
			}
		}
		return append(list, l.leaf)
	}
	if l.not != nil {
		return l.not.leaves(list)
	}
	for _, part := range l.parts {
		list = part.leaves(list)
	}
	return list
}

// holds says whether a string is in l, given which automata take it.
func (l *Language) holds(takes func(*automaton) bool) bool {
	if l.leaf != nil {
		return takes(l.leaf)
	}
	if l.not != nil {
		return !l.not.holds(takes)
	}
	for _, part := range l.parts {
		if !part.holds(takes) {
			return false
		}
	}
	return true
}

// Has reports whether a string is in l.
func (l *Language) Has(s string) bool {
	return l.holds(func(a *automaton) bool {
		d := newDFA(a)
		state := 0
		for _, r := range s {
			state = d.next(state, func(set int) bool { return inRanges(a.sets[set], r) }, isWord(r))
		}
		return d.accepts(state)
	})
}
