package pattern

import (
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Look is an expression that looks ahead or behind only where one text decides: ^(?!-)[a-z-]+$ matches what ^[a-z-]+$ matches and ^-
// does not. All must match, and None must not; both are for package regexp.
type Look struct{ All, None []string }

// lookOf takes an expression apart that begins with ^ and looks around at known places: ahead after a part of a fixed length, behind
// before the $ at its end, or ahead before each character of a repetition that is all of it, ^((?!a).)*$.
func lookOf(source string) (x Look, ok bool) {
	body, ok := strings.CutPrefix(source, "^")
	if !ok {
		return x, false
	}
	if x, ok = tempered(body); ok {
		return x, true
	}
	items, ok := topLevel(body)
	if !ok {
		return x, false
	}
	plain := "^" // without what looks around
	for i, item := range items {
		inner, kind := item.look()
		switch {
		case kind == noLook:
			plain += item.text
		case item.quantifier:
			return x, false
		case kind == ahead || kind == notAhead:
			if !fixedLength(plain) || !x.add(plain+"(?:"+inner+")", kind == ahead) {
				return x, false
			}
		case i != len(items)-2 || items[i+1].text != "$" || !x.add("(?:"+inner+")$", kind == behind):
			return x, false
		}
	}
	return x, len(x.All)+len(x.None) > 0 && x.add(plain, true)
}

// add translates an expression.
func (x *Look) add(source string, must bool) bool {
	expression, err := translate(source)
	if err != nil {
		return false
	}
	if _, err := syntax.Parse(expression, syntax.Perl); err != nil {
		return false
	}
	if must {
		x.All = append(x.All, expression)
	} else {
		x.None = append(x.None, expression)
	}
	return true
}

// tempered reads ((?!a)b)*$, where b is one character: all characters are b, and a matches nowhere. A match of a has a character at
// least: at the end of the text nothing looks.
func tempered(body string) (x Look, ok bool) {
	items, ok := topLevel(body)
	if !ok || len(items) != 2 || items[1].text != "$" {
		return x, false
	}
	group, repeated := strings.CutSuffix(items[0].text, "*")
	inside, isGroup := strings.CutPrefix(group, "(")
	inside, closed := strings.CutSuffix(strings.TrimPrefix(inside, "?:"), ")")
	parts, plain := topLevel(inside)
	if !repeated || !isGroup || !closed || !plain || len(parts) != 2 {
		return x, false
	}
	inner, kind := parts[0].look()
	if kind != notAhead || parts[0].quantifier || !isOneCharacter(parts[1]) || !x.add(inner, false) || regexp.MustCompile(x.None[0]).MatchString("") {
		return Look{}, false
	}
	return x, x.add("^(?:"+parts[1].text+")*$", true)
}

// isOneCharacter reports whether a part matches one character and nothing else.
func isOneCharacter(p part) bool {
	low, high, ok := lengths(p.text)
	return ok && low == 1 && high == 1
}

// Endless reports whether trying to match an expression may take exponential time: a part that repeats without end holds another one, or a
// choice, so that there are many ways to take a text apart.
func Endless(source string) bool {
	for _, alternative := range alternatives(source) {
		parts, ok := topLevel(alternative)
		if !ok {
			return false
		}
		for _, p := range parts {
			inside, isGroup := p.group()
			if isGroup && (p.endless() && repeats(inside) || Endless(inside)) {
				return true
			}
		}
	}
	return false
}

// repeats reports whether an expression has a choice, or a part that repeats without end.
func repeats(source string) bool {
	list := alternatives(source)
	if len(list) > 1 {
		return true
	}
	parts, _ := topLevel(source)
	return slices.ContainsFunc(parts, func(p part) bool {
		inside, isGroup := p.group()
		return p.endless() || isGroup && repeats(inside)
	})
}

// alternatives splits an expression at each | that is in no group.
func alternatives(source string) (list []string) {
	begin := 0
	for i := 0; i < len(source); {
		if source[i] == '|' {
			list, begin = append(list, source[begin:i]), i+1
		}
		i += max(1, atomLength(source[i:]))
	}
	return append(list, source[begin:])
}

// A lookKind is what a part of an expression looks for.
type lookKind uint8

const (
	noLook lookKind = iota
	ahead
	notAhead
	behind
	notBehind
)

// A part is a character, a class, an escape or a group of an expression, with its quantifier.
type part struct {
	text       string
	quantifier bool
}

// group returns what stands inside of a group.
func (p part) group() (inside string, ok bool) {
	if p.text[0] != '(' {
		return "", false
	}
	inside = p.text[1 : atomLength(p.text)-1]
	if rest, special := strings.CutPrefix(inside, "?"); special {
		_, inside, _ = strings.Cut(rest, rest[:strings.IndexAny(rest, ":=!>")+1])
	}
	return inside, true
}

// endless reports whether a part repeats without end.
func (p part) endless() bool {
	quantifier := strings.TrimSuffix(p.text[atomLength(p.text):], "?")
	return strings.HasSuffix(quantifier, "*") || strings.HasSuffix(quantifier, "+") || strings.HasSuffix(quantifier, ",}")
}

// look returns what stands inside of a part that looks around.
func (p part) look() (inside string, kind lookKind) {
	for i, begin := range []string{"(?=", "(?!", "(?<=", "(?<!"} {
		if inside, ok := strings.CutPrefix(p.text, begin); ok {
			return strings.TrimSuffix(inside, ")"), ahead + lookKind(i)
		}
	}
	return "", noLook
}

// fixedLength reports whether all matches of an expression have the same number of characters.
func fixedLength(source string) bool {
	low, high, ok := lengths(source)
	return ok && low == high
}

// lengths returns how many characters a match has; high is -1 for no limit.
func lengths(source string) (low, high int, ok bool) {
	expression, err := translate(source)
	if err != nil {
		return 0, 0, false
	}
	tree, err := syntax.Parse(expression, syntax.Perl)
	if err != nil {
		return 0, 0, false
	}
	low, high = lengthsOf(tree)
	return low, high, true
}

func lengthsOf(x *syntax.Regexp) (low, high int) {
	times := func(least, most int) (int, int) {
		low, high := lengthsOf(x.Sub[0])
		if most < 0 || high < 0 {
			return low * least, -1
		}
		return low * least, high * most
	}
	switch x.Op {
	case syntax.OpLiteral:
		return len(x.Rune), len(x.Rune)
	case syntax.OpCharClass, syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		return 1, 1
	case syntax.OpCapture:
		return lengthsOf(x.Sub[0])
	case syntax.OpStar:
		return 0, -1
	case syntax.OpPlus:
		return times(1, -1)
	case syntax.OpQuest:
		return times(0, 1)
	case syntax.OpRepeat:
		return times(x.Min, x.Max)
	case syntax.OpConcat:
		for _, sub := range x.Sub {
			l, h := lengthsOf(sub)
			if low += l; h < 0 || high < 0 {
				high = -1
			} else {
				high += h
			}
		}
		return low, high
	case syntax.OpAlternate:
		low, high = lengthsOf(x.Sub[0])
		for _, sub := range x.Sub[1:] {
			l, h := lengthsOf(sub)
			if low = min(low, l); h < 0 || high < 0 {
				high = -1
			} else {
				high = max(high, h)
			}
		}
		return low, high
	}
	return 0, 0 // a place: ^, $, \b
}

// topLevel takes an expression apart. It refuses one with alternatives that no group holds, and one that is broken.
func topLevel(source string) (parts []part, ok bool) {
	for source != "" {
		length := atomLength(source)
		if length <= 0 || source[0] == '|' || source[0] == ')' {
			return nil, false
		}
		more := quantifierLength(source[length:])
		parts = append(parts, part{source[:length+more], more > 0})
		source = source[length+more:]
	}
	return parts, true
}

// atomLength returns the length of the first character, class, escape or group, 0 if it has no end.
func atomLength(source string) int {
	switch source[0] {
	case '\\':
		if len(source) < 2 {
			return 0
		}
		_, size := utf8.DecodeRuneInString(source[1:])
		return 1 + max(size, escapeLength(source[1:]))
	case '[':
		return classLength(source)
	case '(':
		depth := 0
		for i := 0; i < len(source); {
			switch source[i] {
			case '(':
				depth++
			case ')':
				if depth--; depth == 0 {
					return i + 1
				}
			case '\\', '[':
				length := atomLength(source[i:])
				if length == 0 {
					return 0
				}
				i += length
				continue
			}
			i++
		}
		return 0
	}
	_, size := utf8.DecodeRuneInString(source)
	return size
}

// escapeLength returns the length of an escape with digits or a name behind its letter.
func escapeLength(letter string) int {
	if end := strings.IndexByte(letter, '}'); len(letter) > 1 && letter[1] == '{' && strings.IndexByte("pPu", letter[0]) >= 0 {
		return end + 1
	}
	length := map[byte]int{'u': 5, 'x': 3, 'c': 2}[letter[0]]
	return min(length, len(letter))
}

// classLength returns the length of [...], 0 if it has no end.
func classLength(source string) int {
	for i := 1; i < len(source); i++ {
		switch source[i] {
		case '\\':
			i++
		case ']':
			return i + 1
		}
	}
	return 0
}

// quantifierLength returns the length of a quantifier at the front, with the ? of a lazy one.
func quantifierLength(source string) (length int) {
	switch {
	case source == "":
		return 0
	case strings.IndexByte("*+?", source[0]) >= 0:
		length = 1
	case source[0] == '{':
		_, _, _, length = repetition(source)
	}
	if length > 0 && strings.HasPrefix(source[length:], "?") {
		length++
	}
	return length
}
