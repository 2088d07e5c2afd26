package support

// conceal hides the values of what was found from offset start on: the value there is a secret.
func (r *jsonReader) conceal(start int) {
	for i := len(r.problems) - 1; i >= 0 && r.problems[i].offset >= start; i-- {
		r.problems[i].value = ""
	}
}

// conceal hides the values of what was found last, as long as it is in the property name, which is a secret, or in the body if that has no
// name.
func (c *checker) conceal(name string) {
	for i := len(c.findings) - 1; i >= 0 && (c.findings[i].outermost() == name || name == "" && c.findings[i].in == "body"); i-- {
		c.findings[i].value = ""
	}
}
