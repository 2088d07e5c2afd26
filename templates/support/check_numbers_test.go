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
