package support

import (
	"fmt"
	"slices"
	"strings"
)

// serverValue gives the value of a variable of a server, in which "" stands for the default. One that the document does not list
// gives what no URL has, a control character, so that NewClient refuses the URL and no request is made of it.
func serverValue(name, value, otherwise string, allowed ...string) string {
	switch {
	case value == "":
		return otherwise
	case value == otherwise || slices.Contains(allowed, value):
		return value
	}
	return fmt.Sprintf("\x7f%s is %s, not one of %s\x7f", name, value, strings.Join(allowed, ", "))
}
