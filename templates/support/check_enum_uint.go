package support

import (
	"slices"
	"strconv"
)

// enumUint checks that n is one of the known values.
func (c *checker) enumUint(name string, n uint64, known []uint64) {
	if !slices.Contains(known, n) {
		c.add(name, "enum", "["+joinTexts(known, formatUnsigned)+"]", formatUnsigned(n))
	}
}

// equalsUint checks an integer that the document fixes.
func (c *checker) equalsUint(name string, n, want uint64) {
	if n != want {
		c.add(name, "const", formatUnsigned(want), formatUnsigned(n))
	}
}

func formatUnsigned(n uint64) string { return strconv.FormatUint(n, 10) }
