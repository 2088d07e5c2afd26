package judge

import (
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Status says whether a value is in a set.
type Status uint8

// The statuses.
const (
	Unknown Status = iota
	No
	Yes
)

// String returns the status as a word about a set of values: this is what it is for the solver.
func (s Status) String() string { return [...]string{"unknown", "empty", "inhabited"}[s] }

// Truth is the status of what is known.
func Truth(ok bool) Status {
	if ok {
		return Yes
	}
	return No
}

// Both is the status of two demands together.
func Both(a, b Status) Status {
	if a == No || b == No {
		return No
	}
	return min(a, b)
}

// Either is the status of one demand or the other.
func Either(a, b Status) Status {
	if a == Yes || b == Yes {
		return Yes
	}
	if a == No && b == No {
		return No
	}
	return Unknown
}

// Negate is the status of the contrary.
func Negate(s Status) Status {
	if s == Unknown {
		return s
	}
	return Yes + No - s
}

// A Kind is that of a JSON value. Null and the Booleans are tried one by one.
type Kind uint8

// The kinds.
const (
	Nulls Kind = iota
	Booleans
	Numbers
	Texts
	Arrays
	Objects
)

// KindOf returns the kind of a value.
func KindOf(v api.Value) Kind {
	switch v.(type) {
	case api.Bool:
		return Booleans
	case api.Number:
		return Numbers
	case api.String:
		return Texts
	case api.Array:
		return Arrays
	case api.Object:
		return Objects
	}
	return Nulls
}

// Takes reports whether a type has values of a kind.
func (k Kind) Takes(t api.Type) bool {
	switch t {
	case api.TypeNull:
		return k == Nulls
	case api.TypeBoolean:
		return k == Booleans
	case api.TypeNumber, api.TypeInteger:
		return k == Numbers
	case api.TypeString:
		return k == Texts
	case api.TypeArray:
		return k == Arrays
	}
	return k == Objects
}
