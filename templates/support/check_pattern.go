package support

// A matcher is a regular expression. Its text is that of the document.
type matcher interface {
	match(s string, w *stopwatch) bool
	String() string
}

// pattern checks a regular expression.
func (c *checker) pattern(name, s string, m matcher) {
	if m.match(s, &c.matching) {
		return
	}
	rule := "pattern"
	if c.matching.late != "" {
		rule, c.matching.late = "pattern time", ""
	}
	c.add(name, rule, m.String(), shortText(s))
}
