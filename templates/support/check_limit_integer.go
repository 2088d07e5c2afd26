package support

import "strconv"

// integer checks both bounds. Generated code passes the ends of int64 where the document gives no bound.
func (c *checker) integer(name string, n, lowest, highest int64) {
	if n < lowest {
		c.addLimit(name, "minimum", lowest, n)
	}
	if n > highest {
		c.addLimit(name, "maximum", highest, n)
	}
}

// integerExclusive is integer where a bound may be outside of the range.
func (c *checker) integerExclusive(name string, n, lowest, highest int64, above, below bool) {
	switch {
	case above && n <= lowest:
		c.addLimit(name, "exclusiveMinimum", lowest, n)
	case !above && n < lowest:
		c.addLimit(name, "minimum", lowest, n)
	}
	switch {
	case below && n >= highest:
		c.addLimit(name, "exclusiveMaximum", highest, n)
	case !below && n > highest:
		c.addLimit(name, "maximum", highest, n)
	}
}

func (c *checker) addLimit(name, keyword string, limit, n int64) {
	c.add(name, keyword, strconv.FormatInt(limit, 10), strconv.FormatInt(n, 10))
}
