package plan

import (
	"math"
	"strconv"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// ceiling returns the least int64 that satisfies a minimum; possible is false if there is none.
func ceiling(n api.Number, exclusive bool) (least int64, possible bool) {
	i, ok := n.Floor()
	switch {
	case !ok:
		return math.MinInt64, n.Sign() < 0
	case !exclusive && n.IsInteger():
		return i, true
	case i == math.MaxInt64:
		return 0, false
	}
	return i + 1, true
}

// floor returns the greatest int64 that satisfies a maximum; possible is false if there is none.
func floor(n api.Number, exclusive bool) (greatest int64, possible bool) {
	i, ok := n.Floor()
	switch {
	case !ok:
		return math.MaxInt64, n.Sign() > 0
	case !exclusive || !n.IsInteger():
		return i, true
	case i == math.MinInt64:
		return 0, false
	}
	return i - 1, true
}

// floatRange returns the stricter bound of each side.
func floatRange(r *api.NumberRules) gomodel.Check {
	if r == nil {
		return nil
	}
	var c gomodel.FloatRange
	lower, exclusive := stricter(r.Minimum, r.ExclusiveMinimum, 1)
	c.Min, c.MinExclusive = floatBound(lower, exclusive, -1)
	upper, exclusive := stricter(r.Maximum, r.ExclusiveMaximum, -1)
	c.Max, c.MaxExclusive = floatBound(upper, exclusive, 1)
	if c == (gomodel.FloatRange{}) {
		return nil
	}
	return c
}

// stricter returns the one of two bounds that allows less; sign is 1 for lower bounds.
func stricter(inclusive, exclusive *api.Number, sign int) (bound *api.Number, isExclusive bool) {
	if inclusive == nil || exclusive != nil && exclusive.Cmp(*inclusive)*sign >= 0 {
		return exclusive, exclusive != nil
	}
	return inclusive, false
}

// floatBound returns a bound as a Go constant. One that no float64 reaches is none on its own side (free), and on the other side
// one that no float64 satisfies. Go rounds the others: the bound stays where it was if the rounded number counts on the right side.
func floatBound(n *api.Number, exclusive bool, free int) (text string, isExclusive bool) {
	if n == nil {
		return "", false
	}
	f, err := strconv.ParseFloat(n.String(), 64)
	switch {
	case err == nil || !math.IsInf(f, 0):
		if moved := roundedFloat(f).Cmp(*n); moved != 0 {
			exclusive = moved == free
		}
		return n.String(), exclusive
	case n.Sign() == free:
		return "", false
	}
	return strconv.FormatFloat(math.Copysign(math.MaxFloat64, f), 'g', -1, 64), true
}

// roundedFloat returns the number that a float64 stands for: the shortest text that reads back as it.
func roundedFloat(f float64) api.Number {
	n, _ := api.ParseNumber(strconv.FormatFloat(f, 'e', -1, 64))
	return n
}

// literalOf returns a value of the document as a Go constant of a kind, nil if it is none.
func literalOf(v api.Value, kind gomodel.ScalarKind) gomodel.Literal {
	switch v := v.(type) {
	case api.String:
		if kind == gomodel.String {
			return gomodel.StringLit(v)
		}
	case api.Bool:
		if kind == gomodel.Bool {
			return gomodel.BoolLit(v)
		}
	case api.Number:
		i, whole := v.Int64()
		switch {
		case kind == gomodel.Float64:
			if f, err := strconv.ParseFloat(v.String(), 64); err == nil && !math.IsInf(f, 0) {
				return gomodel.FloatLit(v.String())
			}
		case kind == gomodel.Int64 && whole, kind == gomodel.Int32 && whole && int64(int32(i)) == i:
			return gomodel.IntLit(i)
		}
	}
	return nil
}
