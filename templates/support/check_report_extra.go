package support

// concealFrom hides the values of all that was found from the count before on.
func (c *checker) concealFrom(first int) {
	for i := range c.findings[first:] {
		c.findings[first+i].value = ""
	}
}
