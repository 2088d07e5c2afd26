package support

import "time"

// validDate is the format date: full-date of RFC 3339, section 5.6.
func validDate(s string) bool {
	if len(s) != len(time.DateOnly) {
		return false
	}
	_, _, _, ok := parseDate([]byte(s))
	return ok
}
