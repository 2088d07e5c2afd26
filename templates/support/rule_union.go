package support

// unionByRule checks the union in property name by a rule, because its variants are not disjoint. It is not present if it is nil,
// or holds a nil pointer.
func (c *checker) unionByRule(name string, x jsonEncoder, present bool, p program, i ref) {
	if !present {
		c.add(name, "required", "", "")
		return
	}
	first := c.count()
	if c.judge(x, p, i); c.count() > first && name != "" {
		c.prefix(first, name)
	}
}

// validateFunc returns everything that check reports as an *InvalidError, nil for nothing. The subject names the value.
func validateFunc(subject string, check func(c *checker)) error {
	var c checker
	check(&c)
	return c.result(subject)
}
