package analysis

import (
	"math"
	"strconv"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// Ceiling returns the least int64 that satisfies a minimum; possible is false if there is none.
func Ceiling(n api.Number, exclusive bool) (least int64, possible bool) {
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

// Floor returns the greatest int64 that satisfies a maximum; possible is false if there is none.
func Floor(n api.Number, exclusive bool) (greatest int64, possible bool) {
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

// Stricter returns the one of two bounds that allows less; sign is 1 for lower bounds.
func Stricter(inclusive, exclusive *api.Number, sign int) (bound *api.Number, isExclusive bool) {
	if inclusive == nil || exclusive != nil && exclusive.Cmp(*inclusive)*sign >= 0 {
		return exclusive, exclusive != nil
	}
	return inclusive, false
}

// RoundedFloat returns the number that a float64 stands for: the shortest text that reads back as it.
func RoundedFloat(f float64) api.Number {
	n, _ := api.ParseNumber(strconv.FormatFloat(f, 'e', -1, 64))
	return n
}
