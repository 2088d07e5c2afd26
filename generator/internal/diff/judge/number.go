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
	single    bool   // float, not double
	low, high string // of whole numbers; the others are those of a float
}

// Bounds returns the least and the greatest number, which are excluded if numbers need not be whole.
func (f NumberFormat) Bounds() (low, high api.Number) {
	switch {
	case f.single:
		f.high = beyondFloat32
		f.low = "-" + f.high
	case !f.Whole:
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
	"int8":   {Whole: true, low: "-128", high: "127"},
	"int16":  {Whole: true, low: "-32768", high: "32767"},
	"int32":  {Whole: true, low: "-2147483648", high: "2147483647"},
	"int64":  {Whole: true, low: "-9223372036854775808", high: "9223372036854775807"},
	"uint8":  {Whole: true, low: "0", high: "255"},
	"uint16": {Whole: true, low: "0", high: "65535"},
	"uint32": {Whole: true, low: "0", high: "4294967295"},
	"uint64": {Whole: true, low: "0", high: "18446744073709551615"},
	"float":  {single: true}, "double": {},
}

// beyondFloat32 is the least number that rounds to infinity as a float32: 2^128 - 2^103.
const beyondFloat32 = "340282356779733661637539395458142568448"

// beyondFloat64 is the least number that rounds to infinity.
func beyondFloat64() string {
	one := big.NewInt(1)
	n := new(big.Int).Sub(new(big.Int).Lsh(one, 1024), new(big.Int).Lsh(one, 970))
	return n.String()
}
