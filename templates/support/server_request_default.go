package support

// otherwise fills in the default of a parameter that is absent, once the request is valid: nobody sent it, so nobody can be blamed if the
// document's own default breaks a rule.
func (in *requestReader) otherwise(fill func()) { in.defaults = append(in.defaults, fill) }

func (in *requestReader) fillIn() {
	for _, fill := range in.defaults {
		fill()
	}
}
