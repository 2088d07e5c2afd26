package gomodel

// A Codec is how a value is read and written. It says nothing about absence and null: that is [Hold], and [OrNull] inside lists
// and maps. The kinds and what they print, for a field F:
//
//	Scalar       x.F = r.int64()                  w.key(k).int64(x.F)
//	Scalar, As   x.F = Seconds(r.int64())         w.key(k).int64(int64(x.F))
//	EnumCodec    x.F = Status(r.enum(values))     w.key(k).string(string(x.F))
//	ObjectCodec  x.F.decode(r)                    x.F.encode(w.key(k))
//	UnionCodec   x.F = readEvent(r)               writeEvent(w.key(k), x.F)
//	ListCodec    x.F = scalars(r, ...)            w.key(k).list(len(x.F), ...)
//	MapCodec     x.F = scalarMap(r, ...)          a loop over the sorted names
//	RawCodec     x.F = r.raw()                    w.key(k).raw(x.F)
type Codec interface{ isCodec() }

type (
	// Scalar is a method of reader and writer.
	Scalar struct {
		Kind ScalarKind
		As   Ident // a named type to convert to and from; zero: none
	}
	// EnumCodec is a string that is likely one of a list.
	EnumCodec struct {
		Type Ident  // zero: string
		Var  string // the list
	}
	// ObjectCodec is a type of the package that has decode, encode and check: struct, map, list.
	ObjectCodec struct{ Type Ident }
	// UnionCodec is a union of the package.
	UnionCodec struct{ Type Ident }
	// ListCodec is an array. Reader is the name of a [ListReader] if the elements are no built-in type, else "".
	ListCodec struct {
		Elem   Codec
		Reader string
	}
	// MapCodec is a map with string keys. Reader is the name of a [MapReader] if the values are no built-in type, else "".
	MapCodec struct {
		Elem   Codec
		Reader string
	}
	// OrNull is an element of a list or a map that may be null: *T, or T itself where it has a nil.
	OrNull struct {
		Elem Codec
		Type TypeExpr // T
		Bare bool     // T has a nil of its own
	}
	// RawCodec is a json.RawMessage.
	RawCodec struct{}
)

func (Scalar) isCodec()      {}
func (EnumCodec) isCodec()   {}
func (ObjectCodec) isCodec() {}
func (UnionCodec) isCodec()  {}
func (ListCodec) isCodec()   {}
func (MapCodec) isCodec()    {}
func (OrNull) isCodec()      {}
func (RawCodec) isCodec()    {}

// A ScalarKind is the name of the method of jsonReader and jsonWriter.
type ScalarKind string

// The scalars of support code.
const (
	String  ScalarKind = "string"
	Bool    ScalarKind = "bool"
	Int32   ScalarKind = "int32"
	Int64   ScalarKind = "int64"
	Float64 ScalarKind = "float64"
	Time    ScalarKind = "time"
	Date    ScalarKind = "date"
	UUID    ScalarKind = "uuid"
	Bytes   ScalarKind = "bytes"
)
