package gomodel

import "time"

// A NewFunc is New<Type>: it fills in the defaults of the document.
type NewFunc struct {
	Head
	Type Ident
	Sets []Set
}

// A Set is one default: field = value.
type Set struct {
	Field string
	Held
}

// A Held is a value in the way in which a field, an element of a list or a value of a map holds it.
type Held struct {
	Hold  Hold
	Type  TypeExpr // without what Hold adds
	Value Value
}

// A Value is Go code for a value of the document: [LiteralValue], [ConstValue], [NullValue], [ListValue], [MapValue], [StructValue],
// [VariantValue] or [NewValue].
type Value interface{ isValue() }

type (
	// LiteralValue is a literal of the type around it.
	LiteralValue struct{ Literal Literal }
	// ConstValue is a constant of an enum.
	ConstValue struct{ Const Ident }
	// NullValue is null: a Nullable that is null, or nil.
	NullValue struct{}
	// ListValue is a list.
	ListValue struct{ Items []Held }
	// MapValue is a map.
	MapValue struct{ Entries []MapEntry }
	// StructValue is a struct.
	StructValue struct{ Sets []Set }
	// VariantValue is the value of a union: that of a variant, as the union holds it.
	VariantValue struct{ Variant Held }
	// NewValue is what another NewFunc gives.
	NewValue struct{ Func Ident }
)

// A MapEntry is a value of a map and its name.
type MapEntry struct {
	Name string
	Held
}

func (LiteralValue) isValue() {}
func (ConstValue) isValue()   {}
func (NullValue) isValue()    {}
func (ListValue) isValue()    {}
func (MapValue) isValue()     {}
func (StructValue) isValue()  {}
func (VariantValue) isValue() {}
func (NewValue) isValue()     {}

// A Literal is a constant in Go code, or what is made of one: [StringLit], [IntLit], [UintLit], [FloatLit], [BoolLit], [JSONLit], [TimeLit],
// [DateLit], [UUIDLit] or [BytesLit].
type Literal interface{ isLiteral() }

type (
	// StringLit is a string.
	StringLit string
	// IntLit is an int64.
	IntLit int64
	// UintLit is a uint64.
	UintLit uint64
	// FloatLit is the text of a float64; "+Inf" and "-Inf" are infinities.
	FloatLit string
	// BoolLit is a bool.
	BoolLit bool
	// JSONLit is JSON text for a json.RawMessage.
	JSONLit string
	// TimeLit is a time.
	TimeLit struct{ Time time.Time }
	// DateLit is midnight of a date in UTC.
	DateLit struct{ Time time.Time }
	// UUIDLit is the text of a UUID.
	UUIDLit string
	// BytesLit is a []byte.
	BytesLit string
)

func (StringLit) isLiteral() {}
func (UintLit) isLiteral()   {}
func (IntLit) isLiteral()    {}
func (FloatLit) isLiteral()  {}
func (BoolLit) isLiteral()   {}
func (JSONLit) isLiteral()   {}
func (TimeLit) isLiteral()   {}
func (DateLit) isLiteral()   {}
func (UUIDLit) isLiteral()   {}
func (BytesLit) isLiteral()  {}
