package support

// A jsonValue is what the variants of every union share.
type jsonValue interface {
	jsonEncoder
	jsonChecker
}

// unmarshalFunc decodes data, which must hold exactly one JSON value, with read. The subject names the value in errors.
func unmarshalFunc(subject string, data []byte, read func(r *jsonReader)) error {
	r := jsonReader{data: data}
	read(&r)
	return r.finish(subject)
}

// unfit skips a value that no variant of a union takes, and gives its text.
func (r *jsonReader) unfit(rule, limit string) []byte {
	r.peek()
	start := r.pos
	r.skip()
	if r.stopped {
		return nil
	}
	r.report(start, rule, limit)
	return append([]byte(nil), r.data[start:r.pos]...)
}

// validateFunc returns everything that check reports as an *InvalidError, nil for nothing. The subject names the value.
func validateFunc(subject string, check func(c *checker)) error {
	var c checker
	check(&c)
	return c.result(subject)
}

// validateUnion is validate for a union, which may be nil.
func validateUnion(subject string, x jsonChecker, present bool) error {
	var c checker
	c.union("", x, present)
	return c.result(subject)
}

// union checks the union in property name. It is not present if it is nil, or holds a nil pointer.
func (c *checker) union(name string, x jsonChecker, present bool) {
	if !present {
		c.add(name, "required", "", "")
		return
	}
	c.object(name, x)
}

// unknown writes a variant that the document does not describe, as it came.
func (w *jsonWriter) unknown(text []byte) {
	w.unknowns = append(w.unknowns, int32(len(w.buf)))
	w.raw(text)
}

// unknown reports a variant that the document does not describe, unless it is sent back.
func (c *checker) unknown(rule, limit string, text []byte) {
	if c.sending {
		return
	}
	start := 0
	for start < len(text) && text[start] <= ' ' {
		start++
	}
	if first := c.count(); first < maxViolations {
		c.add("", rule, limit, excerpt(text, start))
		c.findings[first].unknown = true
	}
}
