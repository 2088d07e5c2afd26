package support

import (
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMultiple(t *testing.T) {
	for _, c := range []struct {
		text, of string
		want     bool
	}{
		{"14", "7", true}, {"15", "7", false}, {"0", "7", true}, {"-21", "7", true}, {"0.07", "0.01", true}, {"0.075", "0.01", false},
		{"1e300", "0.5", true}, {"4.5", "1.5", true}, {"35", "1.5", false}, {"0.00751", "0.0001", false},
		{formatFloat(math.NaN()), "1", false}, {formatFloat(math.Inf(-1)), "1", false},
	} {
		var k checker
		k.multiple("n", c.text, c.of)
		assert.Equal(t, c.want, k.findings == nil, "%s of %s", c.text, c.of)
	}
	var c checker
	c.multiple("n", "15", "7")
	assert.Equal(t, []string{"/n multipleOf 7 15"}, violations(t, c.result("X")))
}

func TestUnique(t *testing.T) {
	var c checker
	unique(&c, "a", []string{"x", "y", "x"})
	unique(&c, "", []int64{1, 1})
	unique(&c, "b", []float64{1, 2, 3})
	unique[string](&c, "c", nil)
	var many []string
	for i := range 100 {
		many = append(many, strconv.Itoa(i))
	}
	unique(&c, "d", many)
	unique(&c, "d", append(many, "42"))
	assert.Equal(t, []string{"/a/2 uniqueItems", "/1 uniqueItems", "/d/100 uniqueItems"}, violations(t, c.result("X")))
}

// TestIntegerBounds has each bound at the number, below and above it.
func TestIntegerBounds(t *testing.T) {
	for _, c := range []struct {
		n            int64
		above, below bool
		want         []string
	}{
		{n: 1, want: []string{"minimum 2"}},
		{n: 2},
		{n: 4},
		{n: 5, want: []string{"maximum 4"}},
		{n: 1, above: true, below: true, want: []string{"exclusiveMinimum 2"}},
		{n: 2, above: true, want: []string{"exclusiveMinimum 2"}},
		{n: 2, below: true},
		{n: 3, above: true, below: true},
		{n: 4, above: true},
		{n: 4, below: true, want: []string{"exclusiveMaximum 4"}},
		{n: 5, above: true, below: true, want: []string{"exclusiveMaximum 4"}},
	} {
		var plain, exclusive checker
		plain.integer("n", c.n, 2, 4)
		exclusive.integerExclusive("n", c.n, 2, 4, c.above, c.below)
		var got []string
		for _, f := range exclusive.findings {
			got = append(got, f.rule+" "+f.limit)
		}
		assert.Equal(t, c.want, got, c)
		if !c.above && !c.below {
			assert.Equal(t, exclusive.findings, plain.findings, c)
		}
	}
}
