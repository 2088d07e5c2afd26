package support

// A conjunction is a regular expression that looks ahead or behind where it only says what else must match, or must not: ^(?!-)[a-z-]+$
// is ^[a-z-]+$ and not ^-. So it takes several matches, each of linear time.
type conjunction struct {
	source    string  // as it is in the document
	all, none []regex // those that must match, and must not
}

// String gives the expression as it is in the document.
func (x *conjunction) String() string { return x.source }

// match reports whether s has a match.
func (x *conjunction) match(s string, _ *stopwatch) bool {
	for i := range x.all {
		if !x.all[i].match(s, nil) {
			return false
		}
	}
	for i := range x.none {
		if x.none[i].match(s, nil) {
			return false
		}
	}
	return true
}
