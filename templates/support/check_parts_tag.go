package support

// tag reports a tag that leads to another variant of a union, or to none.
func (c *checker) tag(name, tag, known string) { c.add(name, "discriminator", known, shortText(tag)) }
