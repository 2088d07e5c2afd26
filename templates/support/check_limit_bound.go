package support

// bound checks a bound by the text that the document has: a fraction as the limit of an integer, or a number that Go does not round.
func (c *checker) bound(name, text, keyword, limit string) {
	n := compareNumbers(text, limit)
	holds := false
	switch keyword {
	case "minimum":
		holds = n >= 0
	case "exclusiveMinimum":
		holds = n > 0
	case "maximum":
		holds = n <= 0
	case "exclusiveMaximum":
		holds = n < 0
	}
	if !holds {
		c.add(name, keyword, limit, text)
	}
}
