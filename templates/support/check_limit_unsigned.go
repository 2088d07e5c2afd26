package support

import "strconv"

// unsigned checks both bounds. Generated code passes the ends of uint64 where the document gives no bound.
func (c *checker) unsigned(name string, n, lowest, highest uint64) {
	if n < lowest {
		c.add(name, "minimum", strconv.FormatUint(lowest, 10), strconv.FormatUint(n, 10))
	}
	if n > highest {
		c.add(name, "maximum", strconv.FormatUint(highest, 10), strconv.FormatUint(n, 10))
	}
}
