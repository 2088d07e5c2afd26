package support

import (
	"slices"
	"strconv"
	"strings"
)

// enum checks that s is one of the known values.
func (c *checker) enum(name, s string, known []string) {
	if !slices.Contains(known, s) {
		c.add(name, "enum", "["+joinTexts(known, strconv.Quote)+"]", shortText(s))
	}
}

// joinTexts gives the values of an enum for a message.
func joinTexts[T any](values []T, text func(T) string) string {
	var b strings.Builder
	for i, v := range values {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(text(v))
	}
	return b.String()
}
