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
	low, high string // of whole numbers; the others are those of a float64
}

// Bounds returns the least and the greatest number, which are excluded if numbers need not be whole.
func (f NumberFormat) Bounds() (low, high api.Number) {
	if !f.Whole {
		f.high = beyondFloat64()
		f.low = "-" + f.high
	}
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
	"float": {}, "double": {},
}

// beyondFloat64 is the least number that rounds to infinity.
func beyondFloat64() string {
	one := big.NewInt(1)
	n := new(big.Int).Sub(new(big.Int).Lsh(one, 1024), new(big.Int).Lsh(one, 970))
	return n.String()
}
