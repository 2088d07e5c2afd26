package support

import "strconv"

// integer checks both bounds. Generated code passes the ends of int64 where the document gives no bound.
func (c *checker) integer(name string, n, lowest, highest int64) {
	if n < lowest {
		c.add(name, "minimum", strconv.FormatInt(lowest, 10), strconv.FormatInt(n, 10))
	}
	if n > highest {
		c.add(name, "maximum", strconv.FormatInt(highest, 10), strconv.FormatInt(n, 10))
	}
}
