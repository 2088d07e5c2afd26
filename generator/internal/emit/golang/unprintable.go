package golang

import (
	"fmt"
)

// Unprintable is what is wrong with a model. It is thrown where it is noticed and caught where a file is printed: the printers are expressions
// inside expressions, and an error result on each would hide what they print.
type Unprintable string

// NoPrinter says that a kind of gomodel, or nil, has no printer at this place.
func NoPrinter(kind any) Unprintable { return Unprintable(fmt.Sprintf("no printer for %T", kind)) }
