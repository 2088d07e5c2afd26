package support

import (
	"slices"
	"strconv"
)

// enumInt checks that n is one of the known values.
func (c *checker) enumInt(name string, n int64, known []int64) {
	if !slices.Contains(known, n) {
		c.add(name, "enum", "["+joinTexts(known, formatInteger)+"]", formatInteger(n))
	}
}

func formatInteger(n int64) string { return strconv.FormatInt(n, 10) }
