package main

import "regexp"

// known has causes that are still to be mended, and what the report says of their pairs. A row goes when its cause does.
var known = []struct {
	cause   string
	matches *regexp.Regexp
}{}

// isKnown reports whether a failure has a known cause.
func isKnown(p *pair, why string) bool {
	for _, k := range known {
		if k.matches.MatchString(p.String() + ": " + why) {
			return true
		}
	}
	return false
}
