package support

import (
	"mime"
	"strings"
)

// isOfType reports whether a media type is one of a list of them, and of ranges. Parameters, such as charset, do not count.
func isOfType(own, list string) bool {
	own, _, err := mime.ParseMediaType(own)
	if err != nil {
		return false
	}
	for _, allowed := range strings.Split(list, ",") {
		allowed, _, _ = strings.Cut(allowed, ";")
		allowed = strings.ToLower(strings.TrimSpace(allowed))
		family, isRange := strings.CutSuffix(allowed, "*")
		if own == allowed || isRange && (family == "*/" || family == "" || strings.HasPrefix(own, family)) {
			return true
		}
	}
	return false
}
