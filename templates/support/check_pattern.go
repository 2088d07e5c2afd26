package support

// A matcher is a regular expression. Its text is that of the document.
type matcher interface {
	match(s string) bool
	String() string
}

// pattern checks a regular expression.
func (c *checker) pattern(name, s string, m matcher) {
	if !m.match(s) {
		c.add(name, "pattern", m.String(), shortText(s))
	}
}
