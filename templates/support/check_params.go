package support

import "strconv"

// segment checks a path parameter. These values would change the route, whatever the document says.
func (c *checker) segment(name, s string) {
	switch s {
	case "":
		c.add(name, "required", "", "")
	case ".", "..":
		c.add(name, "path segment", `not "." or ".."`, strconv.Quote(s))
	}
}

// notEmpty checks a parameter that cannot be left out.
func (c *checker) notEmpty(name, s string) {
	if s == "" {
		c.add(name, "required", "", "")
	}
}
