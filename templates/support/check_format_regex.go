package support

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// validRegex is the format regex: a Pattern of ECMA-262, section 22.2.1, in Unicode mode.
func validRegex(s string) bool {
	x := regexText{rest: s, names: map[string]bool{}}
	for x.rest != "" {
		if !x.term() {
			return false
		}
	}
	for _, name := range x.namesUsed {
		if !x.names[name] {
			return false
		}
	}
	return len(x.open) == 0 && x.highest <= x.groups
}

// A regexText reads an expression from the front.
type regexText struct {
	rest       string
	open       []bool // the groups around: whether each may be repeated
	repeatable bool   // what was read last may be repeated
	groups     int
	highest    int // back reference
	names      map[string]bool
	namesUsed  []string
}

func (x *regexText) take(n int) bool {
	x.rest = x.rest[n:]
	return true
}

// term reads one atom, one assertion, or one end of a group.
func (x *regexText) term() bool {
	repeatable := x.repeatable
	x.repeatable = true
	switch c := x.rest[0]; c {
	case '(':
		return x.group()
	case ')':
		if len(x.open) == 0 {
			return false
		}
		x.repeatable = x.open[len(x.open)-1]
		x.open = x.open[:len(x.open)-1]
		return x.take(1)
	case '|', '^', '$':
		x.repeatable = false
		return x.take(1)
	case '*', '+', '?', '{':
		x.repeatable = false
		return repeatable && x.quantifier()
	case '[':
		return x.class()
	case '\\':
		return x.escape()
	case ']', '}':
		return false
	}
	_, size := utf8.DecodeRuneInString(x.rest)
	return x.take(size)
}

// group reads the begin of a group.
func (x *regexText) group() bool {
	x.repeatable = false
	for _, begin := range []string{"(?=", "(?!", "(?<=", "(?<!"} {
		if strings.HasPrefix(x.rest, begin) {
			x.open = append(x.open, false)
			return x.take(len(begin))
		}
	}
	x.open = append(x.open, true)
	switch {
	case strings.HasPrefix(x.rest, "(?:"):
		return x.take(3)
	case strings.HasPrefix(x.rest, "(?<"):
		x.take(3)
		name, ok := x.name()
		if !ok || x.names[name] {
			return false
		}
		x.names[name] = true
	case strings.HasPrefix(x.rest, "(?"):
		return false
	default:
		x.take(1)
	}
	x.groups++
	return true
}

// name reads a name and the > behind it.
func (x *regexText) name() (name string, ok bool) {
	name, rest, ok := strings.Cut(x.rest, ">")
	if !ok || name == "" || isDigit(name[0]) {
		return "", false
	}
	for _, r := range name {
		if r < utf8.RuneSelf && !isAlphanumeric(byte(r)) && r != '_' && r != '$' {
			return "", false
		}
	}
	x.rest = rest
	return name, true
}

func (x *regexText) quantifier() bool {
	if x.rest[0] == '{' {
		bounds, rest, ok := strings.Cut(x.rest[1:], "}")
		low, high, isRange := strings.Cut(bounds, ",")
		if !ok || !isDigits(low) || isRange && high != "" && (!isDigits(high) || compareDigits(low, high) > 0) {
			return false
		}
		x.rest = rest
	} else {
		x.take(1)
	}
	x.rest = strings.TrimPrefix(x.rest, "?")
	return true
}

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func compareDigits(a, b string) int {
	a, b = strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

// escape reads an escape outside of classes.
func (x *regexText) escape() bool {
	switch c := x.rest[1:]; {
	case c == "":
		return false
	case c[0] == 'b' || c[0] == 'B':
		x.repeatable = false
		return x.take(2)
	case strings.HasPrefix(c, "k<"):
		x.take(3)
		name, ok := x.name()
		x.namesUsed = append(x.namesUsed, name)
		return ok
	case c[0] >= '1' && c[0] <= '9':
		end := 1
		for end < len(c) && isDigit(c[end]) {
			end++
		}
		n, err := strconv.Atoi(c[:end])
		x.highest = max(x.highest, n)
		return err == nil && x.take(1+end)
	}
	_, ok := x.character("^$\\.*+?()[]{}|/")
	return ok
}

// character reads an escape that stands for one character, which it returns, or for a class, which is -1. Other than letters,
// those in identity stand for themselves.
func (x *regexText) character(identity string) (r rune, ok bool) {
	c := x.rest[1:]
	switch {
	case c == "":
		return 0, false
	case isOneOf(c[0], "dDsSwW"):
		return -1, x.take(2)
	case isOneOf(c[0], "fnrtv"):
		return rune("\f\n\r\t\v"[strings.IndexByte("fnrtv", c[0])]), x.take(2)
	case isOneOf(c[0], identity):
		return rune(c[0]), x.take(2)
	case c[0] == '0':
		return 0, (len(c) == 1 || !isDigit(c[1])) && x.take(2)
	case c[0] == 'c':
		return rune(1), len(c) > 1 && isAlpha(c[1]) && x.take(3)
	case c[0] == 'x':
		return x.hexadecimal(2, 2)
	case strings.HasPrefix(c, "u{"):
		return x.braced()
	case c[0] == 'u':
		return x.hexadecimal(2, 4)
	case strings.HasPrefix(c, "p{") || strings.HasPrefix(c, "P{"):
		return -1, x.property()
	}
	return 0, false
}

// hexadecimal reads digits behind the first skip bytes.
func (x *regexText) hexadecimal(skip, digits int) (rune, bool) {
	if len(x.rest) < skip+digits {
		return 0, false
	}
	n, err := strconv.ParseUint(x.rest[skip:skip+digits], 16, 32)
	return rune(n), err == nil && x.take(skip+digits)
}

// braced reads \u{...}.
func (x *regexText) braced() (rune, bool) {
	digits, _, ok := strings.Cut(x.rest[3:], "}")
	n, err := strconv.ParseUint(digits, 16, 32)
	return rune(n), ok && err == nil && n <= utf8.MaxRune && x.take(3+len(digits)+1)
}

// property reads \p{...}. Which names there are is left to Unicode.
func (x *regexText) property() bool {
	name, _, ok := strings.Cut(x.rest[3:], "}")
	for i := range len(name) {
		ok = ok && (isAlphanumeric(name[i]) || isOneOf(name[i], "_="))
	}
	return ok && name != "" && x.take(3+len(name)+1)
}
