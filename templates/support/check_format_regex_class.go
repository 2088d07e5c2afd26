package support

import (
	"strings"
	"unicode/utf8"
)

// class reads [...].
func (x *regexText) class() bool {
	x.take(1)
	x.rest = strings.TrimPrefix(x.rest, "^")
	for x.rest != "" {
		if x.rest[0] == ']' {
			return x.take(1)
		}
		low, ok := x.classCharacter()
		if !ok {
			return false
		}
		if len(x.rest) < 2 || x.rest[0] != '-' || x.rest[1] == ']' {
			continue
		}
		x.take(1)
		high, ok := x.classCharacter()
		if !ok || low < 0 || high < low {
			return false
		}
	}
	return false
}

func (x *regexText) classCharacter() (rune, bool) {
	if x.rest[0] != '\\' {
		r, size := utf8.DecodeRuneInString(x.rest)
		return r, x.take(size)
	}
	if strings.HasPrefix(x.rest, `\b`) {
		return '\b', x.take(2)
	}
	return x.character("^$\\.*+?()[]{}|/-")
}
