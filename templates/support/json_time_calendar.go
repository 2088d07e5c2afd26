package support

// twoDigits parses the first two bytes of s, -1 if they are no digits.
func twoDigits(s []byte) int {
	tens, ones := s[0]-'0', s[1]-'0'
	if tens > 9 || ones > 9 {
		return -1
	}
	return int(tens)*10 + int(ones)
}

// parseDate parses a full-date of RFC 3339, of which s must have the length.
func parseDate(s []byte) (year, month, day int, ok bool) {
	if s[4] != '-' || s[7] != '-' {
		return 0, 0, 0, false
	}
	century, year, month, day := twoDigits(s[0:]), twoDigits(s[2:]), twoDigits(s[5:]), twoDigits(s[8:])
	if century|year|month|day < 0 || month < 1 || month > 12 {
		return 0, 0, 0, false
	}
	year += 100 * century
	return year, month, day, day >= 1 && day <= daysIn(year, month)
}

// daysIn returns the number of days of a month.
func daysIn(year, month int) int {
	if month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		return 29
	}
	return int("\x1f\x1c\x1f\x1e\x1f\x1e\x1f\x1f\x1e\x1f\x1e\x1f"[month-1])
}
