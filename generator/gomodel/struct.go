package gomodel

import "github.com/oas2go/oas2go/generator/diag"

// A Struct is an object with known members.
type Struct struct {
	Head
	// Members in document order. The position of a member is its index in the key table and in the switch of decode.
	Members []Member
	// Closed: additionalProperties false, an unknown member is an error.
	Closed bool
	Extra  *Extra
	// Other is the name of a json.RawMessage field for values that are no objects, where the document allows them; "" for none.
	Other string
	// Checks are for the whole value: ByRule.
	Checks []Check
	Input  *InputForm // nil: it is sent as it is, or not at all
}

// A Member is a [*Field] or a [*ConstMember].
type Member interface {
	// Key returns the name in JSON and whether it must be there.
	Key() (wire string, required bool)
}

// A Field is a member that a Go field holds.
type Field struct {
	Name   string // Go name
	Wire   string // name in JSON
	Doc    Doc
	Type   TypeExpr // of the value, without what Hold adds
	Hold   Hold
	Codec  Codec
	Checks []Check // of the value, if it is there and not null
	Secret bool    // its value stays out of messages
	Loose  bool    // a value of another type is kept as an extra member, of which the struct has the field
	Fill   *Fill   // what is written where it is empty; nil: the empty value
	Tags   []Tag   // for other packages than encoding/json
	From   diag.Pos
}

// A Tag is a key of a struct tag, and its value.
type Tag struct{ Key, Value string }

// A Fill is what a writer fills in. A reader notes an empty value as a violation of Rule; "": it is valid.
type Fill struct {
	Value Literal
	Rule  string // const or enum
}

// Key implements [Member].
func (f *Field) Key() (wire string, required bool) { return f.Wire, f.Hold.Required }

// A ConstMember is a member without field: the tag of a variant. It is written always and checked when read.
type ConstMember struct {
	Wire     string
	Value    Literal
	Required bool // the document requires it in the input
	From     diag.Pos
}

// Key implements [Member].
func (m *ConstMember) Key() (wire string, required bool) { return m.Wire, m.Required }

// A Hold is how a field shows a value, null and absence.
type Hold struct {
	Required bool // it may not be absent
	Nullable bool // it may be null
	Box      Box
}

// A Box is what stands around the type of the value.
type Box uint8

// The boxes.
const (
	Plain        Box = iota // T: always there. Or T has a nil of its own (see NilBox)
	NilBox                  // T is a slice, map, interface or RawMessage: nil is absent, or null where required
	Pointing                // *T: nil is absent, or null where required; required and not nullable: T is recursive, nil is invalid
	Boxed                   // Nullable[T]: three states
	BoxedPointer            // Nullable[*T]: the same for a struct that contains itself; a nil pointer is null
)

// Extra is the field for members that have no field of their own.
type Extra struct {
	Name   string   // "Extra", or what collisions left
	Type   TypeExpr // of a value
	Codec  Codec    // of a value
	Checks []Check  // of each value
	Secret bool     // the values stay out of messages
}

// FieldType returns the type of a field as declared. Nullable is the generic type of support code in the package path.
func (f *Field) FieldType(path string) TypeExpr {
	switch f.Hold.Box {
	case Pointing:
		return Pointer{f.Type}
	case Boxed:
		return Named{Ident{path, "Nullable"}, []TypeExpr{f.Type}}
	case BoxedPointer:
		return Named{Ident{path, "Nullable"}, []TypeExpr{Pointer{f.Type}}}
	}
	return f.Type
}

// RequiredBits returns the required members of a key table, one bit each.
func RequiredBits(members []Member) []uint64 {
	bits := make([]uint64, (len(members)+63)/64)
	for i, m := range members {
		if _, required := m.Key(); required {
			bits[i/64] |= 1 << (i % 64)
		}
	}
	return bits
}

// A MapType is an object without known members: type Labels map[string]string.
type MapType struct {
	Head
	Elem     TypeExpr
	Codec    MapCodec
	Checks   []Check
	Nullable bool // null is valid wherever it is used: nil
}
