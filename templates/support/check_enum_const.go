package support

import "strconv"

// equals checks a string that the document fixes.
func (c *checker) equals(name, s, want string) {
	if s != want {
		c.add(name, "const", strconv.Quote(want), shortText(s))
	}
}

// equalsInt checks an integer that the document fixes.
func (c *checker) equalsInt(name string, n, want int64) {
	if n != want {
		c.add(name, "const", strconv.FormatInt(want, 10), strconv.FormatInt(n, 10))
	}
}

// equalsBool checks a boolean that the document fixes.
func (c *checker) equalsBool(name string, b, want bool) {
	if b != want {
		c.add(name, "const", strconv.FormatBool(want), strconv.FormatBool(b))
	}
}
