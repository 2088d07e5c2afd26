package support

import (
	"strings"
	"unicode/utf8"
)

// validURITemplate is the format uri-template (RFC 6570, section 2).
func validURITemplate(s string) bool {
	for s != "" {
		if s[0] == '{' {
			expression, rest, ok := strings.Cut(s[1:], "}")
			if !ok || !isExpression(expression) {
				return false
			}
			s = rest
			continue
		}
		size := literalSize(s)
		if size == 0 {
			return false
		}
		s = s[size:]
	}
	return true
}

// literalSize returns the length of the literal character at the front of s, 0 if there is none (RFC 6570, section 2.1). An
// apostrophe is one by erratum 6937.
func literalSize(s string) int {
	c := s[0]
	switch {
	case c == '%':
		if isPercentEncoded(s) {
			return 3
		}
		return 0
	case c <= ' ' || c == 0x7f || isOneOf(c, "\"<>\\^`{|}"):
		return 0
	case c < utf8.RuneSelf:
		return 1
	}
	r, size := utf8.DecodeRuneInString(s)
	if !isUCSChar(r) && !isPrivate(r) {
		return 0
	}
	return size
}

// isExpression is what stands between braces: an operator and a list of variables.
func isExpression(s string) bool {
	if s != "" && isOneOf(s[0], "+#./;?&") {
		s = s[1:]
	}
	for variable := range strings.SplitSeq(s, ",") {
		if !isVariable(variable) {
			return false
		}
	}
	return true
}

// isVariable is a name with * or the length of a prefix.
func isVariable(s string) bool {
	if name, ok := strings.CutSuffix(s, "*"); ok {
		return isVariableName(name)
	}
	name, length, ok := strings.Cut(s, ":")
	if ok && (length == "" || len(length) > 4 || length[0] == '0' || strings.Trim(length, "0123456789") != "") {
		return false
	}
	return isVariableName(name)
}

func isVariableName(s string) bool {
	for part := range strings.SplitSeq(s, ".") {
		if part == "" {
			return false
		}
		for part != "" {
			switch {
			case isAlphanumeric(part[0]) || part[0] == '_':
				part = part[1:]
			case isPercentEncoded(part):
				part = part[3:]
			default:
				return false
			}
		}
	}
	return true
}
