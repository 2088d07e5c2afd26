package support

// byMethod reports what the method Check of a type says of it. The user of the package has written that method.
func (c *checker) byMethod(err error) {
	if err != nil {
		c.add("", "check", err.Error(), "")
	}
}
