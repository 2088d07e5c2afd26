package support

import (
	"strings"
	"unicode/utf8"
)

// validEmail is the format email: Mailbox of RFC 5321, section 4.1.2.
func validEmail(s string) bool {
	at := strings.LastIndexByte(s, '@')
	return at > 0 && isASCII(s) && isLocalPart(s[:at]) && isMailDomain(s[at+1:], validHostname)
}

// validIDNEmail is the format idn-email: Mailbox of RFC 6531, section 3.3, which adds all characters beyond ASCII.
func validIDNEmail(s string) bool {
	at := strings.LastIndexByte(s, '@')
	return at > 0 && isLocalPart(s[:at]) && isMailDomain(s[at+1:], isInternationalDomain)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isLocalPart: at most 64 octets, a dot-string or a quoted string.
func isLocalPart(s string) bool {
	if len(s) > 64 {
		return false
	}
	if s[0] == '"' {
		return isQuoted(s)
	}
	for atom := range strings.SplitSeq(s, ".") {
		if atom == "" {
			return false
		}
		for i := range len(atom) {
			if c := atom[i]; c < utf8.RuneSelf && !isAlphanumeric(c) && !isOneOf(c, "!#$%&'*+-/=?^_`{|}~") {
				return false
			}
		}
	}
	return true
}

func isQuoted(s string) bool {
	if len(s) < 2 || s[len(s)-1] != '"' {
		return false
	}
	inner := s[1 : len(s)-1]
	for i := 0; i < len(inner); i++ {
		switch c := inner[i]; {
		case c == '\\':
			if i++; i == len(inner) || inner[i] < ' ' || inner[i] > '~' {
				return false
			}
		case c < ' ' || c == '"' || c == 0x7f:
			return false
		}
	}
	return true
}

func isMailDomain(s string, valid func(string) bool) bool {
	literal, ok := strings.CutPrefix(s, "[")
	if !ok {
		return valid(s)
	}
	literal, ok = strings.CutSuffix(literal, "]")
	if len(literal) > 5 && strings.EqualFold(literal[:5], "IPv6:") {
		return ok && validIPv6(literal[5:])
	}
	return ok && validIPv4(literal)
}

// isInternationalDomain looks at the grammar alone, as RFC 6531 does: labels of letters, digits, hyphens and what is no ASCII.
func isInternationalDomain(s string) bool {
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for i := range len(label) {
			if c := label[i]; c < utf8.RuneSelf && !isAlphanumeric(c) && c != '-' {
				return false
			}
		}
	}
	return true
}
