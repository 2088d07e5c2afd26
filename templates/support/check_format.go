package support

// format checks a format. The text is the value itself, or the text of a number.
func (c *checker) format(name, text, format string, valid func(string) bool) {
	if !valid(text) {
		c.add(name, "format", format, shortText(text))
	}
}
