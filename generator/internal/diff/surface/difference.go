package surface

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
)

// A Difference is a name of the package that is not what it was.
type Difference struct {
	change.Name
	// Breaks says that code with the name stops compiling.
	Breaks bool
	// Rare says that only unusual code stops compiling: a struct that is compared with ==, a constant whose value counts at compile
	// time.
	Rare bool
	// Old and New are what it comes from in each document: a schema, a member, a value of an enum, an operation. The zero Pos: it is
	// not there, or comes from no one place.
	Old, New diag.Pos
	// With are the other names that go or come with this one, or are renamed with it, sorted; the sentence may name only some. The
	// constants of a type are not in it.
	With []string
	// Through are the places that make the difference if its own place was not edited: the members that brought a type or let it go,
	// the members with a default that a constructor fills in.
	Through []Place
}

// A Place is a position in both documents. The zero Pos: it is in one of them only.
type Place struct{ Old, New diag.Pos }

// A Pair says that what stands at two positions belongs together, whatever it is called.
type Pair struct{ Old, New diag.Pos }
