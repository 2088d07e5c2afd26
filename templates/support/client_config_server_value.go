package support

import (
	"fmt"
	"slices"
	"strings"
)

// serverValue gives the value of a variable of a server, in which "" stands for the default. One that the document does not list gives
// what no URL has, a percent sign that escapes nothing, so that no request is made of the URL; NewClient tells what stands behind it.
func serverValue(name, value, otherwise string, allowed ...string) string {
	switch {
	case value == "":
		return otherwise
	case value == otherwise || slices.Contains(allowed, value):
		return value
	}
	return fmt.Sprintf("%%!%s is %q, not one of %s!%%", name, value, strings.Join(allowed, ", "))
}
