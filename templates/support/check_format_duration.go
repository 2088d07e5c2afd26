package support

import "strings"

// validDuration is the format duration of RFC 3339, appendix A: the units come in order and leave none out.
func validDuration(s string) bool {
	rest, ok := strings.CutPrefix(s, "P")
	if !ok || rest == "" {
		return false
	}
	date, clock, hasClock := strings.Cut(rest, "T")
	if hasClock && (clock == "" || !inUnits(clock, "HMS")) {
		return false
	}
	if weeks, ok := strings.CutSuffix(date, "W"); ok {
		return !hasClock && inUnits(weeks+"D", "D")
	}
	return date == "" && hasClock || inUnits(date, "YMD")
}

// inUnits reports whether s is a sequence of numbers with units, which are neighbours in units.
func inUnits(s, units string) bool {
	last := -1
	for s != "" {
		n := 0
		for n < len(s) && isDigit(s[n]) {
			n++
		}
		if n == 0 || n == len(s) {
			return false
		}
		at := strings.IndexByte(units, s[n])
		if at < 0 || last >= 0 && at != last+1 {
			return false
		}
		last, s = at, s[n+1:]
	}
	return last >= 0
}
