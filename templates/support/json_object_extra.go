package support

// distinct reports a duplicate if the number of extra members that were read differs from n, the number that is kept.
func (o *objectReader) distinct(r *jsonReader, n int) {
	if o.other.count != n {
		o.other.count = n
		r.misnamed(o.start, "duplicate", "")
	}
}
