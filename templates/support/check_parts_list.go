package support

import "strconv"

// items checks the number of elements. A negative highest means no limit.
func (c *checker) items(name string, n, lowest, highest int) {
	if n < lowest {
		c.add(name, "minItems", strconv.Itoa(lowest), strconv.Itoa(n)+" items")
	}
	if highest >= 0 && n > highest {
		c.add(name, "maxItems", strconv.Itoa(highest), strconv.Itoa(n)+" items")
	}
}

// each checks the n elements of the array in property name, or of the value itself if name is "".
func (c *checker) each(name string, n int, check func(i int)) {
	all := len(c.findings)
	for i := range n {
		first := len(c.findings)
		check(i)
		if len(c.findings) > first {
			c.prefix(first, strconv.Itoa(i))
		}
	}
	if len(c.findings) > all && name != "" {
		c.prefix(all, name)
	}
}
