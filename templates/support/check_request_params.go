package support

import "strconv"

// segment checks a path parameter. These values would change the route, whatever the document says.
func (c *checker) segment(name, s string) bool {
	if s == "." || s == ".." {
		c.add(name, "path segment", `not "." or ".."`, strconv.Quote(s))
		return false
	}
	return c.notEmpty(name, s)
}

// notEmpty checks a parameter that cannot be left out.
func (c *checker) notEmpty(name, s string) bool { return c.present(name, s != "") }
