package support

// given refuses, in what a client sends, a time, a date or a UUID that the document requires and that nobody set. Validate lets it be: it is
// no rule of the document.
func (c *checker) given(name string, set bool) {
	if first := c.count(); c.sending && !c.zeros && !set && first < maxViolations {
		c.add(name, "required", "unless WithZeroValues is given", "")
		c.findings[first].unset = true
	}
}
