package support

// validDateTime is the format date-time of RFC 3339, section 5.6.
func validDateTime(s string) bool {
	_, _, _, ok := parseInstant([]byte(s))
	return ok
}

// validTime is the format time: full-time of RFC 3339, section 5.6.
func validTime(s string) bool { return validDateTime("1970-01-02T" + s) }
