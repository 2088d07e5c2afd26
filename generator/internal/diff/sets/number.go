package sets

import (
	"github.com/oas2go/oas2go/generator/internal/diff/judge"
	"math/big"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// numberFacts are the demands on a number.
type numberFacts struct {
	low, high             *big.Rat
	lowStrict, highStrict bool
	grid                  *big.Rat   // the value is a multiple of it
	off                   []*big.Rat // and of none of these
}

// An atLeast is minimum and exclusiveMinimum.
type atLeast struct {
	n      api.Number
	strict bool
}

// An atMost is maximum and exclusiveMaximum.
type atMost struct {
	n      api.Number
	strict bool
}

// A multiple is multipleOf. The type integer is multipleOf 1.
type multiple struct {
	of  api.Number
	not bool
}

const hugeNumber = "numbers with huge exponents"

func (d atLeast) apply(b *branch) bool {
	v, ok := judge.Rat(d.n)
	if !ok {
		return unsure{hugeNumber}.apply(b)
	}
	f := &b.number
	if f.low == nil || v.Cmp(f.low) > 0 || v.Cmp(f.low) == 0 && d.strict {
		f.low, f.lowStrict = v, d.strict
	}
	return f.between()
}

func (d atMost) apply(b *branch) bool {
	v, ok := judge.Rat(d.n)
	if !ok {
		return unsure{hugeNumber}.apply(b)
	}
	f := &b.number
	if f.high == nil || v.Cmp(f.high) < 0 || v.Cmp(f.high) == 0 && d.strict {
		f.high, f.highStrict = v, d.strict
	}
	return f.between()
}

// between reports whether anything is between the bounds.
func (f *numberFacts) between() bool {
	if f.low == nil || f.high == nil {
		return true
	}
	c := f.low.Cmp(f.high)
	return c < 0 || c == 0 && !f.lowStrict && !f.highStrict
}

func (d multiple) apply(b *branch) bool {
	v, ok := judge.Rat(d.of)
	if !ok {
		return unsure{hugeNumber}.apply(b)
	}
	if v.Sign() <= 0 {
		return true // no multipleOf (Validation 6.2.1)
	}
	f := &b.number
	if d.not {
		f.off = append(f.off[:len(f.off):len(f.off)], v)
	} else if f.grid == nil {
		f.grid = v
	} else {
		f.grid = lcm(f.grid, v)
	}
	for _, off := range f.off {
		if f.grid != nil && new(big.Rat).Quo(f.grid, off).IsInt() {
			return false
		}
	}
	return true
}

// lcm returns the least number that is a multiple of both.
func lcm(x, y *big.Rat) *big.Rat {
	denominator := new(big.Int).Mul(x.Denom(), y.Denom())
	p, q := new(big.Int).Mul(x.Num(), y.Denom()), new(big.Int).Mul(y.Num(), x.Denom())
	product := new(big.Int).Mul(p, q)
	return new(big.Rat).SetFrac(product.Quo(product, new(big.Int).GCD(nil, nil, p, q)), denominator)
}

// numberKeywords returns the demands of a schema on numbers.
func (b *branch) numberKeywords(s *api.Schema) (list []demand) {
	if n := s.Number; n != nil {
		if n.Minimum != nil {
			list = append(list, atLeast{*n.Minimum, false})
		}
		if n.ExclusiveMinimum != nil {
			list = append(list, atLeast{*n.ExclusiveMinimum, true})
		}
		if n.Maximum != nil {
			list = append(list, atMost{*n.Maximum, false})
		}
		if n.ExclusiveMaximum != nil {
			list = append(list, atMost{*n.ExclusiveMaximum, true})
		}
		if n.MultipleOf != nil {
			list = append(list, multiple{of: *n.MultipleOf})
		}
	}
	if s.Format != "" && b.r.s.judge.Asserts(s.Format, true) {
		f, ok := judge.NumberFormatOf(s.Format)
		if !ok {
			return append(list, unsure{"format " + s.Format})
		}
		if f.Whole {
			list = append(list, multiple{of: api.Int(1)})
		}
		low, high := f.Bounds()
		list = append(list, atLeast{low, !f.Whole}, atMost{high, !f.Whole})
	}
	return list
}

// brokenNumber returns the ways in which a number breaks the keywords.
func (b *branch) brokenNumber(s *api.Schema) (c clause) {
	if n := s.Number; n != nil {
		if n.Minimum != nil {
			c = append(c, alternative{atMost{*n.Minimum, true}})
		}
		if n.ExclusiveMinimum != nil {
			c = append(c, alternative{atMost{*n.ExclusiveMinimum, false}})
		}
		if n.Maximum != nil {
			c = append(c, alternative{atLeast{*n.Maximum, true}})
		}
		if n.ExclusiveMaximum != nil {
			c = append(c, alternative{atLeast{*n.ExclusiveMaximum, false}})
		}
		if n.MultipleOf != nil && n.MultipleOf.Sign() > 0 {
			c = append(c, alternative{multiple{*n.MultipleOf, true}})
		}
	}
	if s.Format == "" || !b.r.s.judge.Asserts(s.Format, true) {
		return c
	}
	f, ok := judge.NumberFormatOf(s.Format)
	if !ok {
		return append(c, alternative{unsure{"format " + s.Format}})
	}
	low, high := f.Bounds()
	c = append(c, alternative{atLeast{high, f.Whole}}, alternative{atMost{low, f.Whole}})
	if f.Whole {
		c = append(c, alternative{multiple{api.Int(1), true}})
	}
	return c
}

// maxTries bounds the numbers that are tried.
const maxTries = 20_000

// solveNumber finds the number nearest to zero; whole numbers come first.
func (b *branch) solveNumber() Answer {
	f := &b.number
	if f.grid != nil {
		v, all := b.onGrid(f.grid, maxTries)
		switch {
		case v != nil:
			return Answer{Status: Inhabited, Value: number(v)}
		case all:
			return Answer{Status: Empty}
		}
		return Answer{Why: "multipleOf: too many numbers to try"}
	}
	if f.low != nil && f.high != nil && f.low.Cmp(f.high) == 0 {
		if b.numberFits(f.low) {
			return Answer{Status: Inhabited, Value: number(f.low)}
		}
		return Answer{Status: Empty}
	}
	// Between two bounds are decimal numbers without end, and each list or grid leaves some.
	step := big.NewRat(1, 1)
	for range 3500 {
		if v, _ := b.onGrid(step, 200+len(b.unlike)); v != nil {
			return Answer{Status: Inhabited, Value: number(v)}
		}
		step = new(big.Rat).Quo(step, big.NewRat(10, 1))
	}
	return Answer{Why: "the numbers are too close to each other"}
}

// onGrid returns the multiple of step nearest to zero that fits; all if there is none and all were tried.
func (b *branch) onGrid(step *big.Rat, tries int) (v *big.Rat, all bool) {
	f := &b.number
	low, high := quotient(f.low, step, f.lowStrict, true), quotient(f.high, step, f.highStrict, false)
	if low != nil && high != nil && low.Cmp(high) > 0 {
		return nil, true
	}
	k, direction := new(big.Int), int64(0) // from zero outwards both ways
	if low != nil && low.Sign() > 0 {
		k, direction = low, 1
	} else if high != nil && high.Sign() < 0 {
		k, direction = high, -1
	}
	for range tries {
		candidate := new(big.Rat).Mul(new(big.Rat).SetInt(k), step)
		if b.numberFits(candidate) {
			return candidate, false
		}
		if k = following(k, direction, low, high); k == nil {
			return nil, true
		}
	}
	return nil, false
}

// following returns the next number after k: away from zero, or 1, -1, 2, -2 ... between the bounds. Nil: there is none.
func following(k *big.Int, direction int64, low, high *big.Int) *big.Int {
	inside := func(k *big.Int) bool { return (low == nil || k.Cmp(low) >= 0) && (high == nil || k.Cmp(high) <= 0) }
	if direction != 0 {
		if k = new(big.Int).Add(k, big.NewInt(direction)); inside(k) {
			return k
		}
		return nil
	}
	for range 2 {
		if k.Sign() > 0 {
			k = new(big.Int).Neg(k)
		} else {
			k = new(big.Int).Add(new(big.Int).Neg(k), big.NewInt(1))
		}
		if inside(k) {
			return k
		}
	}
	return nil
}

// quotient returns the first whole number k so that k times step is inside a bound, nil for no bound.
func quotient(bound, step *big.Rat, strict, isLow bool) *big.Int {
	if bound == nil {
		return nil
	}
	q := new(big.Rat).Quo(bound, step)
	k := new(big.Int).Div(q.Num(), q.Denom()) // rounded down
	exact := q.IsInt()
	if isLow && (!exact || strict) {
		k.Add(k, big.NewInt(1))
	}
	if !isLow && exact && strict {
		k.Sub(k, big.NewInt(1))
	}
	return k
}

// numberFits looks at what bounds and grid do not say.
func (b *branch) numberFits(v *big.Rat) bool {
	for _, off := range b.number.off {
		if new(big.Rat).Quo(v, off).IsInt() {
			return false
		}
	}
	if len(b.unlike) == 0 {
		return true
	}
	n := number(v)
	for _, u := range b.unlike {
		if api.Equal(u, n) {
			return false
		}
	}
	return true
}

// number writes a decimal number.
func number(v *big.Rat) api.Number {
	digits, _ := v.FloatPrec()
	text := v.FloatString(digits)
	n, _ := api.ParseNumber(text)
	if v.IsInt() && len(text) > 25 {
		if canonical := n.Canonical(); len(canonical) < len(text)/2 {
			n, _ = api.ParseNumber(canonical)
		}
	}
	return n
}
