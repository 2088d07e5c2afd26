package support

// numeral reads any number and returns its text, which is part of the input, nil if there is none.
func (r *jsonReader) numeral() []byte {
	if c := r.peek(); c != '-' && !isDigit(c) {
		r.fail("a value")
		return nil
	}
	end := endOfNumber(r.data, r.pos)
	if end < 0 {
		r.fail("a number as JSON writes it")
		return nil
	}
	text := r.data[r.pos:end]
	r.pos = end
	return text
}

func isDigit(c byte) bool { return c-'0' <= 9 }

// digits returns the index after the decimal digits that start at i.
func digits(data []byte, i int) int {
	for i < len(data) && isDigit(data[i]) {
		i++
	}
	return i
}

// leadingZero reports whether a digit follows a zero at i.
func leadingZero(data []byte, i int) bool {
	return data[i] == '0' && i+1 < len(data) && isDigit(data[i+1])
}

// endOfNumber returns the index after the number at i, or -1 if its grammar is wrong.
func endOfNumber(data []byte, i int) int {
	if i < len(data) && data[i] == '-' {
		i++
	}
	end := digits(data, i)
	if end == i || leadingZero(data, i) {
		return -1
	}
	if end < len(data) && data[end] == '.' {
		i = end + 1
		if end = digits(data, i); end == i {
			return -1
		}
	}
	if end < len(data) && data[end]|0x20 == 'e' {
		i = end + 1
		if i < len(data) && (data[i] == '+' || data[i] == '-') {
			i++
		}
		if end = digits(data, i); end == i {
			return -1
		}
	}
	return end
}

// mantissa reads decimal digits from i on and appends them to n.
func mantissa(data []byte, i int, n uint64) (uint64, int) {
	for ; uint(i) < uint(len(data)); i++ {
		d := data[i] - '0'
		if d > 9 {
			break
		}
		n = n*10 + uint64(d)
	}
	return n, i
}

// continuesNumber reports whether a fraction or an exponent is at i.
func continuesNumber(data []byte, i int) bool {
	return i < len(data) && (data[i] == '.' || data[i]|0x20 == 'e')
}
