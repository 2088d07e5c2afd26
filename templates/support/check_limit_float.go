package support

// number checks both bounds. Generated code passes an infinity where the document gives no bound. NaN is in no range.
func (c *checker) number(name string, n, lowest, highest float64) {
	c.numberExclusive(name, n, lowest, highest, false, false)
}

// numberExclusive is number where a bound may be outside of the range.
func (c *checker) numberExclusive(name string, n, lowest, highest float64, above, below bool) {
	if above {
		if !(n > lowest) {
			c.add(name, "exclusiveMinimum", formatFloat(lowest), formatFloat(n))
		}
	} else if !(n >= lowest) {
		c.add(name, "minimum", formatFloat(lowest), formatFloat(n))
	}
	if below {
		if !(n < highest) {
			c.add(name, "exclusiveMaximum", formatFloat(highest), formatFloat(n))
		}
	} else if !(n <= highest) {
		c.add(name, "maximum", formatFloat(highest), formatFloat(n))
	}
}
