package result

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRatio(t *testing.T) {
	a, b := &Figure{Times: []float64{10, 40, 30}}, &Figure{Times: []float64{10, 20, 10}}
	assert.Equal(t, Spread{2, 1, 3}, a.Ratio(b))
	assert.Equal(t, Spread{0.5, 1.0 / 3, 1}, b.Ratio(a))
	assert.Equal(t, Spread{30, 10, 40}, a.Time())
	assert.Equal(t, []float64{10, 40, 30}, a.Times, "it stays in the order of rounds")
	assert.Equal(t, "2.00 (1.00..3.00)", a.Ratio(b).String())
}

func TestSpread(t *testing.T) {
	assert.Equal(t, Spread{2.5, 1, 4}, spread([]float64{4, 1, 3, 2}))
	assert.Equal(t, Spread{}, spread(nil))
}

func TestFind(t *testing.T) {
	r := Report{Figures: []Figure{{Workload: "w1", Direction: Read, Contender: Own}, {Workload: "w1", Direction: Write, Contender: Own, Allocs: 3}}}
	assert.InDelta(t, 3, r.Find("w1", Write, Own).Allocs, 0)
	assert.Nil(t, r.Find("w2", Write, Own))
}
