package support

import (
	"strconv"
	"unicode/utf8"
)

// length checks the number of characters, which are code points as JSON Schema says. A negative highest means no limit.
func (c *checker) length(name, s string, lowest, highest int) {
	if len(s) >= utf8.UTFMax*lowest && len(s) <= highest {
		return
	}
	n := utf8.RuneCountInString(s)
	if n < lowest {
		c.add(name, "minLength", strconv.Itoa(lowest), shortText(s))
	}
	if highest >= 0 && n > highest {
		c.add(name, "maxLength", strconv.Itoa(highest), shortText(s))
	}
}
