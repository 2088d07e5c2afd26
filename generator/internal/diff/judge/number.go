package judge

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// Rat returns the value of a number, unless it is so large or so small that it costs too much.
func Rat(n api.Number) (*big.Rat, bool) {
	text := n.Canonical()
	if len(text) > 2000 {
		return nil, false
	}
	if _, exponent, ok := strings.Cut(text, "e"); ok {
		if e, err := strconv.Atoi(exponent); err != nil || e > 1500 || e < -1500 {
			return nil, false
		}
	}
	return new(big.Rat).SetString(text)
}

// Endless is a length that no value has. A longer one is cut to it: as a minimum it then asks for less, as a maximum it must say nothing.
const Endless = 1 << 40

// Most returns the greatest whole number that is not above n, cut to what an int can count.
func Most(n api.Number) int {
	i, ok := n.Floor()
	switch {
	case n.Sign() < 0:
		return -1
	case !ok || i > Endless:
		return Endless
	}
	return int(i)
}

// Least returns the smallest whole number that is not below n.
func Least(n api.Number) int {
	i := Most(n)
	if n.Sign() > 0 && !n.IsInteger() {
		i++
	}
	return max(i, 0)
}

// Contained returns how many items contains asks for; most < 0 is no limit.
func Contained(a *api.ArrayRules) (fewest, greatest int) {
	fewest, greatest = 1, -1
	if a.MinContains != nil {
		fewest = Least(*a.MinContains)
	}
	if a.MaxContains != nil {
		greatest = Most(*a.MaxContains)
	}
	return fewest, greatest
}

// A NumberFormat is a range.
type NumberFormat struct {
	Whole     bool
	low, high string // of formats that are not whole: excluded
}

// Bounds returns the least and the greatest number, which are excluded if numbers need not be whole.
func (f NumberFormat) Bounds() (low, high api.Number) {
	low, _ = api.ParseNumber(f.low)
	high, _ = api.ParseNumber(f.high)
	return low, high
}

// NumberFormatOf returns the range of a format of numbers.
func NumberFormatOf(name string) (f NumberFormat, ok bool) {
	f, ok = numberFormats[name]
	return f, ok
}

var numberFormats = map[string]NumberFormat{
	"int8": {true, "-128", "127"}, "int16": {true, "-32768", "32767"}, "int32": {true, "-2147483648", "2147483647"},
	"int64": {true, "-9223372036854775808", "9223372036854775807"}, "uint8": {true, "0", "255"}, "uint16": {true, "0", "65535"},
	"uint32": {true, "0", "4294967295"}, "uint64": {true, "0", "18446744073709551615"},
	"float": {false, "-" + beyondFloat64, beyondFloat64}, "double": {false, "-" + beyondFloat64, beyondFloat64},
}

// beyondFloat64 is the least number that rounds to infinity: 2^1024 - 2^970.
const beyondFloat64 = "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880177904174497792"
