package support

import "strings"

// validHostname is the format hostname (RFC 1123, section 2.1). A label that begins with xn-- must be an A-label (RFC 5890,
// section 2.3.2.1).
func validHostname(s string) bool {
	if len(s) > 253 {
		return false
	}
	for label := range strings.SplitSeq(s, ".") {
		if !isHostLabel(label) {
			return false
		}
	}
	return true
}

func isHostLabel(s string) bool {
	if s == "" || len(s) > 63 || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for i := range len(s) {
		if !isAlphanumeric(s[i]) && s[i] != '-' {
			return false
		}
	}
	return len(s) < 4 || !strings.EqualFold(s[:4], "xn--") || isALabel(strings.ToLower(s))
}
