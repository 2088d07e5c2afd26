package support

// bodies checks that not more than one body is given, and one if the document requires it.
func (c *checker) bodies(required bool, given ...bool) {
	n := 0
	for _, g := range given {
		if g {
			n++
		}
	}
	switch {
	case n > 1:
		c.add("", "bodies", "one body", "")
	case n == 0 && required:
		c.add("", "required", "", "")
	}
}
