package declarations

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

func number(t *testing.T, text string) *api.Number {
	if text == "" {
		return nil
	}
	n, ok := api.ParseNumber(text)
	require.True(t, ok, text)
	return &n
}

func TestIntRange(t *testing.T) {
	const least, most = math.MinInt64, math.MaxInt64
	none := gomodel.IntRange{Min: most, Max: least}
	for _, c := range []struct {
		min, above, max, below string
		want                   gomodel.IntRange
	}{
		{min: "30", max: "900", want: gomodel.IntRange{Min: 30, Max: 900}},
		{min: "-0.5", max: "2.5", want: gomodel.IntRange{Min: 0, Max: 2}},
		{min: "0.5", max: "-0.5", want: gomodel.IntRange{Min: 1, Max: -1}},
		{min: "-1.5", max: "-1.5", want: gomodel.IntRange{Min: -1, Max: -2}},
		{above: "5", below: "7", want: gomodel.IntRange{Min: 6, Max: 6}},
		{above: "5.5", below: "6.5", want: gomodel.IntRange{Min: 6, Max: 6}},
		{min: "10", above: "5", want: gomodel.IntRange{Min: 10, Max: most}},
		{min: "1e2", want: gomodel.IntRange{Min: 100, Max: most}},
		{max: "9007199254740993", want: gomodel.IntRange{Min: least, Max: 9007199254740993}},
		{max: "123456789012345678901234567890", min: "1", want: gomodel.IntRange{Min: 1, Max: most}},
		{min: "-1e1000000000", max: "1e-1000000000", want: gomodel.IntRange{Min: least, Max: 0}},
		{above: "9223372036854775807", want: none},
		{min: "9223372036854775807.5", want: none},
		{min: "1e30", max: "5", want: none},
		{below: "-9223372036854775808", want: none},
		{max: "-9223372036854775808.5", want: none},
		{min: "-9223372036854775808.5", max: "9223372036854775806.5", want: gomodel.IntRange{Min: least, Max: most - 1}},
		{min: "1e-1000000000", want: gomodel.IntRange{Min: 1, Max: most}},
	} {
		r := &api.NumberRules{Minimum: number(t, c.min), ExclusiveMinimum: number(t, c.above), Maximum: number(t, c.max), ExclusiveMaximum: number(t, c.below)}
		assert.Equal(t, c.want, IntRange(r), "%+v", c)
	}
	assert.Nil(t, IntRange(nil))
	assert.Nil(t, IntRange(&api.NumberRules{Maximum: number(t, "1e30")}), "no int64 is beyond it")
}

func TestFloatRange(t *testing.T) {
	for _, c := range []struct {
		min, above, max, below string
		want                   gomodel.FloatRange
	}{
		{min: "0.5", below: "1", want: gomodel.FloatRange{Min: "0.5", Max: "1", MaxExclusive: true}},
		{min: "1", above: "1.0", want: gomodel.FloatRange{Min: "1.0", MinExclusive: true}},
		{min: "2", above: "1", want: gomodel.FloatRange{Min: "2"}},
		{max: "1", below: "2", want: gomodel.FloatRange{Max: "1"}},
		{min: "1e400", want: gomodel.FloatRange{Min: "1.7976931348623157e+308", MinExclusive: true}}, // no float64 fits
		{min: "0", max: "1e400", want: gomodel.FloatRange{Min: "0"}},
		// Go rounds these to ...992, ...994, ...996 and ...992.
		{min: "9007199254740993", below: "9007199254740993.5", want: gomodel.FloatRange{
			Min: "9007199254740993", MinExclusive: true, Max: "9007199254740993.5", MaxExclusive: true}},
		{above: "9007199254740995", max: "9007199254740993", want: gomodel.FloatRange{Min: "9007199254740995", Max: "9007199254740993"}},
	} {
		r := &api.NumberRules{Minimum: number(t, c.min), ExclusiveMinimum: number(t, c.above), Maximum: number(t, c.max), ExclusiveMaximum: number(t, c.below)}
		assert.Equal(t, c.want, floatRange(r), "%+v", c)
	}
	assert.Nil(t, floatRange(&api.NumberRules{Minimum: number(t, "-1e400")}))
}
