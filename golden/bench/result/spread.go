package result

import (
	"fmt"
	"slices"
)

// A Spread is the median of some rounds, the least and the most of them.
type Spread struct{ Median, Least, Most float64 }

// Ratio compares two contenders round by round: what disturbs the machine disturbs both.
func (f *Figure) Ratio(to *Figure) Spread {
	var ratios []float64
	for i := range min(len(f.Times), len(to.Times)) {
		ratios = append(ratios, f.Times[i]/to.Times[i])
	}
	return spread(ratios)
}

// Time returns the nanoseconds of one operation.
func (f *Figure) Time() Spread { return spread(slices.Clone(f.Times)) }

// spread sorts values.
func spread(values []float64) Spread {
	n := len(values)
	if n == 0 {
		return Spread{}
	}
	slices.Sort(values)
	return Spread{(values[(n-1)/2] + values[n/2]) / 2, values[0], values[n-1]}
}

func (s Spread) String() string { return fmt.Sprintf("%.2f (%.2f..%.2f)", s.Median, s.Least, s.Most) }
