package pattern

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Why an expression has no translation.
var (
	errLookAround    = errors.New("it looks ahead or behind, which package regexp cannot")
	errBackReference = errors.New("it refers back to a group, which package regexp cannot")
	errEscape        = errors.New("it ends within an escape")
)

// translate turns a regular expression of ECMA-262 (the dialect of JSON Schema, Core 6.4) into the syntax of package regexp with
// the same meaning. What both spell alike is left as it is.
func translate(source string) (string, error) {
	t := translator{rest: source}
	for t.rest != "" {
		if err := t.step(); err != nil {
			return "", err
		}
	}
	return t.out.String(), nil
}

type translator struct {
	rest    string
	out     strings.Builder
	inClass bool
}

// spaces are the white space and line ends of ECMA-262, sections 12.2 and 12.3, inside a class.
const spaces = `\t\n\v\f\r \x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}`

// notSpaces is the complement of spaces, inside a class.
const notSpaces = `\x{0}-\x{8}\x{e}-\x{1f}\x{21}-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff}\x{200b}-\x{2027}\x{202a}-\x{202e}\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{fefe}\x{ff00}-\x{10ffff}`

func (t *translator) step() error {
	c := t.rest[0]
	switch {
	case c == '\\':
		return t.escape()
	case t.inClass:
		t.inClass = c != ']'
		if c == '[' { // package regexp would look for [:name:]
			return t.write(`\[`, 1)
		}
	case c == '[':
		return t.class()
	case c == '{':
		return t.repetition()
	case c == '.':
		return t.write(`[^\n\r\x{2028}\x{2029}]`, 1)
	case c == '(':
		for _, look := range []string{"(?=", "(?!", "(?<=", "(?<!"} {
			if strings.HasPrefix(t.rest, look) {
				return errLookAround
			}
		}
	}
	return t.write(t.rest[:1], 1)
}

func (t *translator) write(text string, taken int) error {
	t.out.WriteString(text)
	t.rest = t.rest[taken:]
	return nil
}

// repetition writes {02} as {2}: for package regexp, a number with a zero before it makes the braces plain text.
func (t *translator) repetition() error {
	low, high, isRange, length := repetition(t.rest)
	if length == 0 {
		return t.write("{", 1)
	}
	text := "{" + withoutZeros(low)
	if isRange {
		text += ","
		if high != "" {
			text += withoutZeros(high)
		}
	}
	return t.write(text+"}", length)
}

// withoutZeros drops zeros before a number.
func withoutZeros(digits string) string {
	return cmp.Or(strings.TrimLeft(digits, "0"), "0")
}

// repetition reads {low}, {low,} or {low,high} at the front, in digits only. Its length is 0 where the braces are plain text.
func repetition(text string) (low, high string, isRange bool, length int) {
	body, _, closed := strings.Cut(text[1:], "}")
	low, high, isRange = strings.Cut(body, ",")
	if !closed || low == "" || strings.Trim(low+high, "0123456789") != "" {
		return "", "", false, 0
	}
	return low, high, isRange, len(body) + len("{}")
}

// class begins a class. The empty ones are not in the syntax of package regexp: [] matches nothing, [^] anything.
func (t *translator) class() error {
	switch {
	case strings.HasPrefix(t.rest, "[]"):
		return t.write(`[^\x{0}-\x{10ffff}]`, 2)
	case strings.HasPrefix(t.rest, "[^]"):
		return t.write(`[\x{0}-\x{10ffff}]`, 3)
	}
	t.inClass = true
	if strings.HasPrefix(t.rest, "[^") {
		return t.write("[^", 2)
	}
	return t.write("[", 1)
}

func (t *translator) escape() error {
	if len(t.rest) < 2 {
		return errEscape
	}
	c := t.rest[1]
	switch {
	case c == 's':
		return t.bracketed(spaces)
	case c == 'S':
		return t.bracketed(notSpaces)
	case c == 'u':
		return t.unicode()
	case c == 'x':
		return t.hex()
	case c == 'c':
		if len(t.rest) < 3 {
			return errEscape
		}
		return t.write(fmt.Sprintf(`\x{%x}`, t.rest[2]%32), 3)
	case c == '0':
		return t.write(`\x{0}`, 2)
	case c == 'b' && t.inClass:
		return t.write(`\x{8}`, 2)
	case c == 'k', c >= '1' && c <= '9':
		return errBackReference
	case strings.IndexByte("dDwWbBtnvfrpP", c) >= 0:
		return t.write(t.rest[:2], 2)
	case c < utf8.RuneSelf && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'):
		return fmt.Errorf(`it has the escape \%c, which ECMA-262 does not know`, c)
	case c >= utf8.RuneSelf:
		return t.write("", 1)
	case strings.IndexByte(`\.+*?()|[]{}^$-`, c) >= 0:
		return t.write(t.rest[:2], 2)
	}
	return t.write(string(c), 2)
}

func (t *translator) bracketed(class string) error {
	if !t.inClass {
		class = "[" + class + "]"
	}
	return t.write(class, 2)
}

// hex reads \xHH.
func (t *translator) hex() error {
	if len(t.rest) < 4 {
		return errEscape
	}
	n, err := strconv.ParseUint(t.rest[2:4], 16, 8)
	if err != nil {
		return fmt.Errorf(`it has a broken escape %s`, t.rest[:4])
	}
	return t.write(fmt.Sprintf(`\x{%x}`, n), 4)
}

// unicode reads \uHHHH, a surrogate pair of two of them, and \u{H...}.
func (t *translator) unicode() error {
	if body, ok := strings.CutPrefix(t.rest, `\u{`); ok {
		digits, _, closed := strings.Cut(body, "}")
		n, err := strconv.ParseUint(digits, 16, 32)
		if err != nil || !closed || n > utf8.MaxRune {
			return errEscape
		}
		return t.write(fmt.Sprintf(`\x{%x}`, n), len(digits)+4)
	}
	high, ok := fourDigits(t.rest)
	if !ok {
		return errEscape
	}
	if low, pair := fourDigits(t.rest[6:]); pair {
		if r := utf16.DecodeRune(high, low); r != utf8.RuneError {
			return t.write(fmt.Sprintf(`\x{%x}`, r), 12)
		}
	}
	return t.write(fmt.Sprintf(`\x{%x}`, high), 6)
}

// fourDigits reads \uHHHH at the front.
func fourDigits(s string) (rune, bool) {
	if len(s) < 6 || s[:2] != `\u` {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:6], 16, 32)
	return rune(n), err == nil
}
