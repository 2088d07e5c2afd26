package support

import "slices"

// enumFloat checks that n is one of the known values.
func (c *checker) enumFloat(name string, n float64, known []float64) {
	if !slices.Contains(known, n) {
		c.add(name, "enum", "["+joinTexts(known, formatFloat)+"]", formatFloat(n))
	}
}
