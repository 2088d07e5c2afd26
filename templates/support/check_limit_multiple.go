package support

import (
	"math/big"
	"strings"
)

// multiple checks multipleOf on the decimal text of a number, without rounding.
func (c *checker) multiple(name, text, of string) {
	if strings.ContainsAny(text, "NI") || !isMultiple(text, of) { // NaN and infinities are multiples of nothing
		c.add(name, "multipleOf", of, text)
	}
}

// isMultiple reports whether x is an integral multiple of y, without rounding.
func isMultiple(x, y string) bool {
	if n, ok := smallInteger(x); ok {
		if m, ok := smallInteger(y); ok && m != 0 {
			return n%m == 0
		}
	}
	a, b := parseDecimal(x), parseDecimal(y)
	shift := a.units() - b.units() // x/y is a.digits/b.digits times ten to the power of shift
	switch {
	case a.digits == "":
		return true
	case b.digits == "" || shift < 0:
		return false // a.digits does not end in 0, so ten is no factor of it
	}
	divisor, _ := new(big.Int).SetString(b.digits, 10)
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(shift), divisor) // modulo the divisor, so a large exponent is cheap
	rest := power.Mul(power, remainder(a.digits, divisor))
	return rest.Mod(rest, divisor).Sign() == 0
}

// remainder returns digits modulo divisor, part by part: the time is linear in the number of digits.
func remainder(digits string, divisor *big.Int) *big.Int {
	const size = 18 // digits that an int64 holds
	scale := big.NewInt(1e18)
	rest, part := new(big.Int), new(big.Int)
	for first := len(digits) % size; len(digits) > 0; first = size {
		if first > 0 {
			n, _ := smallInteger(digits[:first])
			rest.Mul(rest, scale).Add(rest, part.SetInt64(n))
			rest.Mod(rest, divisor)
			digits = digits[first:]
		}
	}
	return rest
}
