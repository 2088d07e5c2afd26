package source

// scanNumber returns the length of the number at the begin of text, which is a minus or a digit, by the grammar of RFC 8259 section 6. If
// there is a problem, length is its offset.
func scanNumber(text string) (length int, problem string) {
	i := 0
	if text[i] == '-' {
		i++
	}
	switch whole := digits(text, i); {
	case whole == i:
		return i, "a digit must follow the minus"
	case text[i] == '0' && whole > i+1:
		return i, "a number cannot begin with 0 and more digits"
	default:
		i = whole
	}
	if i < len(text) && text[i] == '.' {
		end := digits(text, i+1)
		if end == i+1 {
			return end, "a digit must follow the decimal point"
		}
		i = end
	}
	if i < len(text) && text[i]|0x20 == 'e' {
		i++
		if i < len(text) && (text[i] == '+' || text[i] == '-') {
			i++
		}
		end := digits(text, i)
		if end == i {
			return i, "a digit must follow the exponent's e"
		}
		i = end
	}
	return i, ""
}

// digits returns the end of the digits at i.
func digits(text string, i int) int {
	for i < len(text) && isDigit(text[i]) {
		i++
	}
	return i
}

// isNumber reports whether text is a number of JSON.
func isNumber(text string) bool {
	if text == "" || text[0] != '-' && !isDigit(text[0]) {
		return false
	}
	length, problem := scanNumber(text)
	return problem == "" && length == len(text)
}
