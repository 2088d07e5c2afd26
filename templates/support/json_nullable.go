package support

import (
	"encoding/json"
	"fmt"
	"io"
)

// Nullable is a value that may be absent, null, or a T. It is used only where
// all three differ: an optional property that may also be null. The zero
// Nullable is absent.
type Nullable[T any] struct {
	value T
	state nullState
}

type nullState uint8

const (
	stateAbsent nullState = iota
	stateNull
	stateValue
)

// NewNullable gives a Nullable that holds v.
func NewNullable[T any](v T) Nullable[T] { return Nullable[T]{v, stateValue} }

// NewNull gives a Nullable that is null, and is sent as null.
func NewNull[T any]() Nullable[T] { return Nullable[T]{state: stateNull} }

// Get gives the value, and whether there is one.
func (n Nullable[T]) Get() (value T, ok bool) { return n.value, n.state == stateValue }

// Or gives the value, or otherwise if there is none.
func (n Nullable[T]) Or(otherwise T) T {
	if n.state != stateValue {
		return otherwise
	}
	return n.value
}

// IsNull reports whether n is null.
func (n Nullable[T]) IsNull() bool { return n.state == stateNull }

// IsZero reports whether n is absent.
func (n Nullable[T]) IsZero() bool { return n.state == stateAbsent }

// Format prints the value, null, or absent.
func (n Nullable[T]) Format(f fmt.State, verb rune) {
	switch n.state {
	case stateValue:
		fmt.Fprintf(f, fmt.FormatString(f, verb), n.value)
	case stateNull:
		io.WriteString(f, "null")
	default:
		io.WriteString(f, "absent")
	}
}

// MarshalJSON implements [encoding/json.Marshaler], for use outside of this
// package. An absent value is left out by the tag omitzero; without it, it
// becomes null.
func (n Nullable[T]) MarshalJSON() ([]byte, error) {
	if n.state != stateValue {
		return []byte("null"), nil
	}
	return json.Marshal(n.value)
}

// UnmarshalJSON implements [encoding/json.Unmarshaler], for use outside of this
// package.
func (n *Nullable[T]) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*n = NewNull[T]()
		return nil
	}
	*n = Nullable[T]{state: stateValue}
	return json.Unmarshal(data, &n.value)
}
