package support

import "slices"

// unionByRule checks the union in property name by a rule, because its variants are not disjoint. It is not present if it is nil,
// or holds a nil pointer. What the variant finds wrong with itself is said in place of why the nearest variant does not fit: the Go
// type tells which one is meant.
func (c *checker) unionByRule(name string, x jsonValue, present bool, p program, i ref) {
	if !present {
		c.add(name, "required", "", "")
		return
	}
	first := c.count()
	c.judge(x, p, i)
	holds := c.count() == first
	if holds && !c.sending {
		return
	}
	own := checker{in: c.in, sending: c.sending, zeros: c.zeros, matching: c.matching}
	x.check(&own)
	c.matching = own.matching
	switch {
	case holds: // the rule has the word, but for what nobody set
		c.addFindings(slices.DeleteFunc(own.findings, func(f finding) bool { return !f.unset }))
	case own.count() > 0 && !own.isUnknown():
		c.findings = c.findings[:first]
		c.judgeEncoded(x, p, i, explanations{explained: maxExplained})
		c.addFindings(own.findings)
	}
	if name != "" {
		c.prefix(first, name)
	}
}

// isUnknown reports whether what was checked is the variant for values that fit nothing.
func (c *checker) isUnknown() bool {
	f := c.findings[0]
	return f.unknown && len(f.path) == 0
}
