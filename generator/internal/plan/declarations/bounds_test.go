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

func TestBoundsOfIntegers(t *testing.T) {
	const least, most = math.MinInt64, math.MaxInt64
	text := func(keyword, limit string) gomodel.Check { return gomodel.Bound{Keyword: keyword, Limit: limit} }
	for _, c := range []struct {
		min, above, max, below string
		want                   []gomodel.Check
	}{
		{min: "30", max: "900", want: []gomodel.Check{gomodel.IntRange{Min: 30, Max: 900}}},
		{min: "-0.5", max: "2.5", want: []gomodel.Check{text("minimum", "-0.5"), text("maximum", "2.5")}},
		{min: "0.5", max: "7", want: []gomodel.Check{gomodel.IntRange{Min: least, Max: 7}, text("minimum", "0.5")}},
		{above: "5", below: "7", want: []gomodel.Check{gomodel.IntRange{Min: 5, Max: 7, MinExclusive: true, MaxExclusive: true}}},
		{above: "5.5", want: []gomodel.Check{text("exclusiveMinimum", "5.5")}},
		{min: "10", above: "5", want: []gomodel.Check{gomodel.IntRange{Min: 10, Max: most}}},
		{min: "1e2", want: []gomodel.Check{gomodel.IntRange{Min: 100, Max: most}}},
		{max: "9007199254740993", want: []gomodel.Check{gomodel.IntRange{Min: least, Max: 9007199254740993}}},
		{max: "123456789012345678901234567890", min: "1", want: []gomodel.Check{gomodel.IntRange{Min: 1, Max: most}}},
		{min: "-1e1000000000", max: "1e-1000000000", want: []gomodel.Check{text("maximum", "1e-1000000000")}},
		{above: "9223372036854775807", want: []gomodel.Check{gomodel.IntRange{Min: most, Max: most, MinExclusive: true}}},
		{min: "9223372036854775807.5", want: []gomodel.Check{text("minimum", "9223372036854775807.5")}},
		{min: "1e30", max: "5", want: []gomodel.Check{gomodel.IntRange{Min: least, Max: 5}, text("minimum", "1e30")}},
		{below: "-9223372036854775808", want: []gomodel.Check{gomodel.IntRange{Min: least, Max: least, MaxExclusive: true}}},
		{max: "-9223372036854775808.5", want: []gomodel.Check{text("maximum", "-9223372036854775808.5")}},
		{max: "1e30", want: nil},
	} {
		r := &api.NumberRules{Minimum: number(t, c.min), ExclusiveMinimum: number(t, c.above), Maximum: number(t, c.max), ExclusiveMaximum: number(t, c.below)}
		assert.Equal(t, c.want, BoundChecks(r, gomodel.Int64), "%+v", c)
	}
	assert.Nil(t, BoundChecks(nil, gomodel.Int64))
}

func TestBoundsOfUint64(t *testing.T) {
	for _, c := range []struct {
		min, above, max, below string
		want                   []gomodel.Check
	}{
		{min: "0", max: "18446744073709551615", want: nil},
		{min: "-5", max: "18446744073709551616", want: nil},
		{above: "-1", below: "18446744073709551616", want: nil},
		{min: "1", max: "18446744073709551614", want: []gomodel.Check{gomodel.UintRange{Min: 1, Max: math.MaxUint64 - 1}}},
		{above: "0", max: "1e19", want: []gomodel.Check{gomodel.UintRange{Max: 1e19}, gomodel.Bound{Keyword: "exclusiveMinimum", Limit: "0"}}},
		{max: "-1", want: []gomodel.Check{gomodel.Bound{Keyword: "maximum", Limit: "-1"}}},
		{min: "0.5", want: []gomodel.Check{gomodel.Bound{Keyword: "minimum", Limit: "0.5"}}},
	} {
		r := &api.NumberRules{Minimum: number(t, c.min), ExclusiveMinimum: number(t, c.above), Maximum: number(t, c.max), ExclusiveMaximum: number(t, c.below)}
		assert.Equal(t, c.want, BoundChecks(r, gomodel.Uint64), "%+v", c)
	}
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
	assert.Empty(t, floatRange(&api.NumberRules{Minimum: number(t, "-1e400")}))
}
