package support

// numberFormat checks the format of a number, given as its text.
func (c *checker) numberFormat(name, text, format string, valid func(string) bool) {
	if !valid(text) {
		c.add(name, "format", format, text)
	}
}
