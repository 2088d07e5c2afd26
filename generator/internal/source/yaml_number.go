package source

import (
	"math/big"
	"strings"
)

// maxRadixDigits bounds the work for a hexadecimal, octal or binary number: no document needs more.
const maxRadixDigits = 1_000

// convertNumber returns the JSON number for a number in another spelling: YAML 1.2 has 0x1F, 0o17, +1, .5, 5. and leading zeros,
// YAML 1.1 has 1_000 and 0b11 besides.
func convertNumber(written string) (text string, ok bool) {
	sign, rest := "", written
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		sign, rest = strings.TrimPrefix(rest[:1], "+"), rest[1:]
	}
	rest, ok = withoutUnderscores(rest)
	if !ok || rest == "" || rest[0] != '.' && !isDigit(rest[0]) {
		return "", false
	}
	if len(rest) > 2 && rest[0] == '0' {
		if base := radix(rest[1]); base != 0 {
			return radixNumber(sign, rest[2:], base)
		}
	}
	text = sign + decimal(rest)
	return text, isNumber(text)
}

func radix(letter byte) int {
	switch letter {
	case 'x':
		return 16
	case 'o':
		return 8
	case 'b':
		return 2
	}
	return 0
}

// radixNumber returns the decimal text of digits in another base.
func radixNumber(sign, digits string, base int) (string, bool) {
	if len(digits) > maxRadixDigits || digits[0] == '-' || digits[0] == '+' {
		return "", false
	}
	n, ok := new(big.Int).SetString(digits, base)
	if !ok {
		return "", false
	}
	return sign + n.String(), true
}

// withoutUnderscores removes underscores, which must stand between digits.
func withoutUnderscores(text string) (string, bool) {
	if !strings.Contains(text, "_") {
		return text, true
	}
	hexadecimal := strings.HasPrefix(text, "0x")
	digit := func(i int) bool {
		return i >= 0 && i < len(text) && (isDigit(text[i]) || hexadecimal && i > 1 && 'a' <= text[i]|0x20 && text[i]|0x20 <= 'f')
	}
	for i := range len(text) {
		if text[i] == '_' && !(digit(i-1) && digit(i+1)) {
			return "", false
		}
	}
	return strings.ReplaceAll(text, "_", ""), true
}

// decimal gives an unsigned number without leading zeros, and with digits on both sides of its point or without one.
func decimal(text string) string {
	whole := digits(text, 0)
	integer, rest := strings.TrimLeft(text[:whole], "0"), text[whole:]
	if integer == "" && (whole > 0 || digits(rest, min(1, len(rest))) > 1) {
		integer = "0"
	}
	if strings.HasPrefix(rest, ".") && digits(rest, 1) == 1 {
		rest = rest[1:]
	}
	return integer + rest
}

// looksOctal reports whether a decimal number has the form of an octal number of YAML 1.1.
func looksOctal(written string) bool {
	text := strings.TrimLeft(written, "+-")
	return len(text) > 1 && text[0] == '0' && strings.Trim(text, "01234567_") == ""
}

// isNotFinite reports whether text is infinite or not a number, YAML 1.2.2 section 10.3.2.
func isNotFinite(text string) bool {
	switch strings.TrimLeft(text, "+-") {
	case ".inf", ".Inf", ".INF":
		return len(text) <= len("-.inf")
	case ".nan", ".NaN", ".NAN":
		return len(text) == len(".nan")
	}
	return false
}
