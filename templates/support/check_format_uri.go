package support

import (
	"strings"
	"unicode/utf8"
)

// validURI is the format uri, validURIReference is uri-reference (RFC 3986), validIRI is iri, validIRIReference is iri-reference
// (RFC 3987).
func validURI(s string) bool          { return uriSyntax{}.absolute(s) }
func validURIReference(s string) bool { return uriSyntax{}.reference(s) }
func validIRI(s string) bool          { return uriSyntax{international: true}.absolute(s) }
func validIRIReference(s string) bool { return uriSyntax{international: true}.reference(s) }

// A uriSyntax is the grammar of RFC 3986, appendix A; international adds that of RFC 3987, section 2.2.
type uriSyntax struct{ international bool }

const subDelims = "!$&'()*+,;="

func (u uriSyntax) absolute(s string) bool {
	scheme, rest, ok := strings.Cut(s, ":")
	return ok && isScheme(scheme) && u.hierarchy(rest)
}

// reference: without a scheme, a colon in the first segment would make one.
func (u uriSyntax) reference(s string) bool {
	if u.absolute(s) {
		return true
	}
	first, _, _ := strings.Cut(s, "/")
	first, _, _ = strings.Cut(first, "?")
	first, _, _ = strings.Cut(first, "#")
	return strings.IndexByte(first, ':') < 0 && u.hierarchy(s)
}

func isScheme(s string) bool {
	for i := range len(s) {
		if !isAlpha(s[i]) && (i == 0 || !isDigit(s[i]) && !isOneOf(s[i], "+-.")) {
			return false
		}
	}
	return s != ""
}

// hierarchy is what follows the scheme.
func (u uriSyntax) hierarchy(s string) bool {
	s, fragment, _ := strings.Cut(s, "#")
	s, query, _ := strings.Cut(s, "?")
	if !u.only(fragment, subDelims+":@/?", false) || !u.only(query, subDelims+":@/?", true) {
		return false
	}
	if rest, ok := strings.CutPrefix(s, "//"); ok {
		end := strings.IndexByte(rest, '/')
		if end < 0 {
			end = len(rest)
		}
		if !u.authority(rest[:end]) {
			return false
		}
		s = rest[end:]
	}
	return u.only(s, subDelims+":@/", false)
}

func (u uriSyntax) authority(s string) bool {
	user, host, ok := strings.Cut(s, "@")
	if !ok {
		user, host = "", s
	}
	if !u.only(user, subDelims+":", false) {
		return false
	}
	port := ""
	if literal, ok := strings.CutPrefix(host, "["); ok {
		inner, rest, closed := strings.Cut(literal, "]")
		if !closed || !validIPv6(inner) && !isFutureIP(inner) || rest != "" && rest[0] != ':' {
			return false
		}
		port = strings.TrimPrefix(rest, ":")
		host = ""
	} else {
		host, port, _ = strings.Cut(host, ":")
	}
	return u.only(host, subDelims, false) && strings.Trim(port, "0123456789") == ""
}

// isFutureIP is IPvFuture.
func isFutureIP(s string) bool {
	if len(s) < 4 || s[0]|0x20 != 'v' {
		return false
	}
	version, address, ok := strings.Cut(s[1:], ".")
	for i := range len(version) {
		ok = ok && isHex(version[i])
	}
	return ok && version != "" && address != "" && !strings.Contains(address, "%") && uriSyntax{}.only(address, subDelims+":", false)
}

// only reports whether s has unreserved characters, percent-encoded ones and those of more only.
func (u uriSyntax) only(s, more string, private bool) bool {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case isAlphanumeric(c) || isOneOf(c, "-._~") || isOneOf(c, more):
			i++
		case isPercentEncoded(s[i:]):
			i += 3
		case c < utf8.RuneSelf || !u.international:
			return false
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if !isUCSChar(r) && !(private && isPrivate(r)) {
				return false
			}
			i += size
		}
	}
	return true
}

// isUCSChar is ucschar of RFC 3987, section 2.2.
func isUCSChar(r rune) bool {
	switch {
	case r >= 0xa0 && r <= 0xd7ff, r >= 0xf900 && r <= 0xfdcf, r >= 0xfdf0 && r <= 0xffef:
		return true
	case r >= 0xe0000:
		return r >= 0xe1000 && r <= 0xefffd
	}
	return r >= 0x10000 && r&0xffff <= 0xfffd
}

// isPrivate is iprivate of RFC 3987, section 2.2.
func isPrivate(r rune) bool {
	return r >= 0xe000 && r <= 0xf8ff || r >= 0xf0000 && r <= 0xffffd || r >= 0x100000 && r <= 0x10fffd
}
