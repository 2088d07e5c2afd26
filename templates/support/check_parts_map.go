package support

import (
	"cmp"
	"slices"
	"strconv"
)

// properties checks the number of members. A negative highest means no limit.
func (c *checker) properties(name string, n, lowest, highest int) {
	if n < lowest {
		c.add(name, "minProperties", strconv.Itoa(lowest), strconv.Itoa(n)+" properties")
	}
	if highest >= 0 && n > highest {
		c.add(name, "maxProperties", strconv.Itoa(highest), strconv.Itoa(n)+" properties")
	}
}

// lacksName reports that the map in property holder, or the map itself if holder is "", has no member name.
func (c *checker) lacksName(holder, name string) {
	first := len(c.findings)
	if c.add(name, "required", "", ""); holder != "" {
		c.prefix(first, holder)
	}
}

// nest ends the checks of a map in property name. They began with the violation first.
func (c *checker) nest(name string, first int) {
	c.sort(first)
	c.prefix(first, name)
}

// sort puts the violations of the members of a map in the order of their names: the order of a Go map must not show.
func (c *checker) sort(first int) {
	if len(c.findings)-first < 2 {
		return
	}
	slices.SortStableFunc(c.findings[first:], func(a, b finding) int { return cmp.Compare(a.outermost(), b.outermost()) })
}
