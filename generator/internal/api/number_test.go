package api_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/oas2go/oas2go/generator/internal/api"
)

func TestParseNumberRefuses(t *testing.T) {
	for _, text := range []string{"", "-", "--1", "01", "-01", "1.", ".5", "+1", "1e", "1e+", "1e+-5", "1e1.5", "1e99999999999", "0x1", "1_0", "1e1_0",
		" 1", "NaN", "Infinity", "١"} {
		_, ok := api.ParseNumber(text)
		assert.False(t, ok, "%q", text)
	}
}

func TestNumberCmp(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"1", "1.0", 0}, {"0", "-0.0e9", 0}, {"9007199254740993", "9007199254740992", 1}, {"1e1000000000", "2", 1},
		{"-1e1000000000", "2", -1}, {"1e-1000000000", "0", 1}, {"0.1", "1E-1", 0}, {"-0.1", "-0.11", 1}, {"100", "99", 1},
		{"0.001", "1e-3", 0}, {"0.001", "0.01", -1}, {"12", "120", -1}, {"1e+2", "100", 0},
	} {
		a, b := number(t, c.a), number(t, c.b)
		assert.Equal(t, c.want, a.Cmp(b), "%s and %s", c.a, c.b)
		assert.Equal(t, -c.want, b.Cmp(a), "%s and %s", c.b, c.a)
		assert.Equal(t, c.want == 0, a.Canonical() == b.Canonical(), "%s and %s", a.Canonical(), b.Canonical())
	}
}

func TestNumberText(t *testing.T) {
	for text, want := range map[string]string{"1.50e1": "15", "-0.0": "0", "-10": "-1e1", "0.05": "5e-2"} {
		n := number(t, text)
		assert.Equal(t, text, n.String())
		assert.Equal(t, want, n.Canonical())
	}
	assert.Equal(t, "0", api.Number{}.String())
	assert.Zero(t, api.Number{}.Cmp(api.Int(0)))
	assert.Equal(t, "-9223372036854775808", api.Int(math.MinInt64).String())
}

func TestNumberSign(t *testing.T) {
	for text, want := range map[string]int{"3": 1, "-0.1": -1, "-0": 0, "0e5": 0} {
		assert.Equal(t, want, number(t, text).Sign(), text)
	}
}

func TestNumberInt64(t *testing.T) {
	for text, want := range map[string]int64{"5.0": 5, "1e2": 100, "-9223372036854775808": math.MinInt64, "9223372036854775807": math.MaxInt64,
		"0": 0, "-0": 0, "1200e-2": 12, "0e99": 0} {
		got, ok := number(t, text).Int64()
		assert.True(t, ok, text)
		assert.Equal(t, want, got, text)
	}
	for _, text := range []string{"5.5", "0.1", "9223372036854775808", "-9223372036854775809", "1e30", "1e1000000000", "1e-1000000000"} {
		_, ok := number(t, text).Int64()
		assert.False(t, ok, text)
	}
}

func TestNumberFloor(t *testing.T) {
	for text, want := range map[string]int64{"5": 5, "5.9": 5, "-5": -5, "-5.1": -6, "0.5": 0, "-0.5": -1, "-1e-1000000000": -1, "100.5": 100,
		"-100.5": -101, "9223372036854775807.5": math.MaxInt64, "-9223372036854775807.5": math.MinInt64} {
		got, ok := number(t, text).Floor()
		assert.True(t, ok, text)
		assert.Equal(t, want, got, text)
	}
	for _, text := range []string{"9223372036854775808.5", "-9223372036854775808.5", "1e30", "-1e1000000000", "123456789012345678901234567890.5"} {
		_, ok := number(t, text).Floor()
		assert.False(t, ok, text)
	}
}
