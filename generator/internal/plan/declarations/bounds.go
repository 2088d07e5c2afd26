package declarations

import (
	"math"
	"strconv"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// BoundChecks returns the checks of the bounds of a number, the stricter one of each side.
func BoundChecks(r *api.NumberRules, kind gomodel.ScalarKind) (checks []gomodel.Check) {
	if r == nil {
		return nil
	}
	switch {
	case kind == gomodel.Float64:
		if c := floatRange(r); c != (gomodel.FloatRange{}) {
			checks = append(checks, c)
		}
	case kind == gomodel.Decimal:
		for _, b := range bounds(r) {
			checks = append(checks, b.check())
		}
	case kind == gomodel.Uint64:
		return unsignedChecks(r)
	case kind.IsInteger():
		return integerChecks(r)
	}
	return checks
}

// A bound is one side of a range.
type bound struct {
	limit     api.Number
	exclusive bool
	sign      int // 1: a lower bound, -1: an upper one
}

func bounds(r *api.NumberRules) (list []bound) {
	if n, exclusive := analysis.Stricter(r.Minimum, r.ExclusiveMinimum, 1); n != nil {
		list = append(list, bound{*n, exclusive, 1})
	}
	if n, exclusive := analysis.Stricter(r.Maximum, r.ExclusiveMaximum, -1); n != nil {
		list = append(list, bound{*n, exclusive, -1})
	}
	return list
}

// check is the check by the text of the document.
func (b bound) check() gomodel.Check {
	keywords := map[int][2]api.Keyword{1: {api.KwMinimum, api.KwExclusiveMinimum}, -1: {api.KwMaximum, api.KwExclusiveMaximum}}[b.sign]
	keyword := keywords[0]
	if b.exclusive {
		keyword = keywords[1]
	}
	return gomodel.Bound{Keyword: keyword.String(), Limit: b.limit.String()}
}

// excludes reports whether an integer is beyond the bound.
func (b bound) excludes(n api.Number) bool {
	c := n.Cmp(b.limit) * b.sign
	return c < 0 || c == 0 && b.exclusive
}

// integerChecks: a bound that int64 holds is compared as it is, with the bound of the other side. One beyond the other end of
// int64, or a fraction, is compared as text, so that messages have the number of the document.
func integerChecks(r *api.NumberRules) (checks []gomodel.Check) {
	c := gomodel.IntRange{Min: math.MinInt64, Max: math.MaxInt64}
	none := c
	for _, b := range bounds(r) {
		end, limit, exclusive := api.Int(math.MinInt64), &c.Min, &c.MinExclusive
		if b.sign < 0 {
			end, limit, exclusive = api.Int(math.MaxInt64), &c.Max, &c.MaxExclusive
		}
		n, ok := b.limit.Int64()
		switch {
		case !b.excludes(end):
		case ok:
			*limit, *exclusive = n, b.exclusive
		default:
			checks = append(checks, b.check())
		}
	}
	if c != none {
		checks = append([]gomodel.Check{c}, checks...)
	}
	return checks
}

// unsignedChecks is integerChecks for uint64, where exclusive bounds are rare enough to be compared as text.
func unsignedChecks(r *api.NumberRules) (checks []gomodel.Check) {
	c := gomodel.UintRange{Max: math.MaxUint64}
	none := c
	for _, b := range bounds(r) {
		end, limit := api.Int(0), &c.Min
		if b.sign < 0 {
			end, limit = api.Uint(math.MaxUint64), &c.Max
		}
		n, ok := b.limit.Uint64()
		switch {
		case !b.excludes(end):
		case ok && !b.exclusive:
			*limit = n
		default:
			checks = append(checks, b.check())
		}
	}
	if c != none {
		checks = append([]gomodel.Check{c}, checks...)
	}
	return checks
}

// floatRange returns the stricter bound of each side.
func floatRange(r *api.NumberRules) (c gomodel.FloatRange) {
	for _, b := range bounds(r) {
		if b.sign > 0 {
			c.Min, c.MinExclusive = b.float()
		} else {
			c.Max, c.MaxExclusive = b.float()
		}
	}
	return c
}

// float returns a bound as a Go constant. One that no float64 reaches is none on its own side, and on the other side one that no
// float64 satisfies. Go rounds the others: the bound stays where it was if the rounded number counts on the right side.
func (b bound) float() (text string, isExclusive bool) {
	free := -b.sign
	f, err := strconv.ParseFloat(b.limit.String(), 64)
	switch {
	case err == nil || !math.IsInf(f, 0):
		if moved := analysis.RoundedFloat(f).Cmp(b.limit); moved != 0 {
			return b.limit.String(), moved == free
		}
		return b.limit.String(), b.exclusive
	case b.limit.Sign() == free:
		return "", false
	}
	return strconv.FormatFloat(math.Copysign(math.MaxFloat64, f), 'g', -1, 64), true
}
