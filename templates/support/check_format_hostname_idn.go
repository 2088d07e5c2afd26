package support

import "strings"

// validIDNHostname is the format idn-hostname (RFC 5890, section 2.3.2.3).
func validIDNHostname(s string) bool {
	s = strings.NewReplacer("。", ".", "．", ".", "｡", ".").Replace(s)
	for label := range strings.SplitSeq(s, ".") {
		if !isASCII(label) && !isULabel(label) || isASCII(label) && !isHostLabel(label) {
			return false
		}
	}
	return isDomain(s)
}
