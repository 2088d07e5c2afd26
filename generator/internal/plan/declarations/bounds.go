package declarations

import (
	"math"
	"strconv"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// floatRange returns the stricter bound of each side.
func floatRange(r *api.NumberRules) gomodel.Check {
	if r == nil {
		return nil
	}
	var c gomodel.FloatRange
	lower, exclusive := analysis.Stricter(r.Minimum, r.ExclusiveMinimum, 1)
	c.Min, c.MinExclusive = floatBound(lower, exclusive, -1)
	upper, exclusive := analysis.Stricter(r.Maximum, r.ExclusiveMaximum, -1)
	c.Max, c.MaxExclusive = floatBound(upper, exclusive, 1)
	if c == (gomodel.FloatRange{}) {
		return nil
	}
	return c
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
		if moved := analysis.RoundedFloat(f).Cmp(*n); moved != 0 {
			exclusive = moved == free
		}
		return n.String(), exclusive
	case n.Sign() == free:
		return "", false
	}
	return strconv.FormatFloat(math.Copysign(math.MaxFloat64, f), 'g', -1, 64), true
}
