package support

import "strconv"

// integer checks both bounds. Generated code passes the ends of int64 where the document gives no bound.
func (c *checker) integer(name string, n, lowest, highest int64) {
	c.integerExclusive(name, n, lowest, highest, false, false)
}

// integerExclusive is integer where a bound may be outside of the range.
func (c *checker) integerExclusive(name string, n, lowest, highest int64, above, below bool) {
	if n < lowest || above && n == lowest {
		c.addLimit(name, "minimum", "exclusiveMinimum", above, lowest, n)
	}
	if n > highest || below && n == highest {
		c.addLimit(name, "maximum", "exclusiveMaximum", below, highest, n)
	}
}

func (c *checker) addLimit(name, keyword, exclusive string, isExclusive bool, limit, n int64) {
	if isExclusive {
		keyword = exclusive
	}
	c.add(name, keyword, strconv.FormatInt(limit, 10), strconv.FormatInt(n, 10))
}
