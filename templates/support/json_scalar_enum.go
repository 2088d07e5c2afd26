package support

// enum reads a string. One of the known values costs no allocation; an unknown value is kept for Validate to report.
//
//go:noinline
func (r *jsonReader) enum(known []string) string {
	text := r.text()
	for _, v := range known {
		if string(text) == v {
			return v
		}
	}
	return string(text)
}
