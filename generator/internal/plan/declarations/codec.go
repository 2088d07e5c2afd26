package declarations

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// Types of other packages.
var (
	rawMessage  = gomodel.Named{Ident: gomodel.Ident{Path: "encoding/json", Name: "RawMessage"}}
	decimalType = gomodel.Named{Ident: gomodel.Ident{Path: "encoding/json", Name: "Number"}}
	timeType    = gomodel.Named{Ident: gomodel.Ident{Path: "time", Name: "Time"}}
	dateType    = gomodel.Named{Ident: gomodel.Ident{Path: "github.com/oapi-codegen/runtime/types", Name: "Date"}}
	uuidType    = gomodel.Named{Ident: gomodel.Ident{Path: "github.com/google/uuid", Name: "UUID"}}
)

// ScalarType returns the Go type of a scalar.
func ScalarType(k gomodel.ScalarKind) gomodel.TypeExpr {
	switch k {
	case gomodel.Time:
		return timeType
	case gomodel.Date:
		return dateType
	case gomodel.UUID:
		return uuidType
	case gomodel.Bytes:
		return gomodel.Slice{Elem: gomodel.Builtin("byte")}
	case gomodel.Decimal:
		return decimalType
	}
	return gomodel.Builtin(string(k))
}

// ShapeType returns the Go type of a value.
func (b *Builder) ShapeType(s shapes.Shape) gomodel.TypeExpr {
	switch s := s.(type) {
	case shapes.Scalar:
		return ScalarType(s.Kind)
	case shapes.List:
		return gomodel.Slice{Elem: b.elemType(s.Elem)}
	case shapes.Map:
		return gomodel.Map{Elem: b.elemType(s.Elem)}
	case shapes.Named:
		if def, ok := s.Type.Def.(shapes.EnumDef); ok && def.Plain {
			return ScalarType(def.Kind)
		}
		return b.Names.OwnType(b.Names.Type(s.Type))
	}
	return rawMessage
}

// elemType returns the type of an element or a map value: one that may be null is a pointer, if its type has no nil.
func (b *Builder) elemType(u shapes.Use) gomodel.TypeExpr {
	t := b.ShapeType(u.Shape)
	if u.Nullable && !shapes.HasNil(u.Shape) {
		return gomodel.Pointer{Elem: t}
	}
	return t
}

// Codec returns how a value is read and written; owner names the readers of lists and maps.
func (u Unit) Codec(s shapes.Shape, owner string) gomodel.Codec {
	switch s := s.(type) {
	case shapes.Scalar:
		return gomodel.Scalar{Kind: s.Kind, Sized: s.Sized}
	case shapes.List:
		return u.listCodec(s.Elem, owner+"Item")
	case shapes.Map:
		return u.mapCodec(s.Elem, owner+"Value")
	case shapes.Named:
		return u.namedCodec(s.Type)
	}
	return gomodel.RawCodec{}
}

// scalarOf returns the codec of a type with a name; as is that name, or none where the codec is that of the type below it.
func scalarOf(t *shapes.Type, kind gomodel.ScalarKind, as gomodel.Ident) gomodel.Scalar {
	return gomodel.Scalar{Kind: kind, As: as, Sized: classes.Sized(t.Schema, kind)}
}

func (b *Builder) namedCodec(t *shapes.Type) gomodel.Codec {
	id := b.Names.Own(b.Names.Type(t))
	switch def := t.Def.(type) {
	case shapes.ScalarDef:
		return scalarOf(t, def.Kind, id)
	case shapes.EnumDef:
		switch {
		case def.Plain:
			return gomodel.EnumCodec{Var: valuesName(b, t)}
		case def.Kind == gomodel.String:
			return gomodel.EnumCodec{Type: id, Var: valuesName(b, t)}
		}
		return scalarOf(t, def.Kind, id)
	case *shapes.UnionDef:
		return gomodel.UnionCodec{Type: id}
	}
	return gomodel.ObjectCodec{Type: id}
}

// ElemCodec is Codec for an element or a map value, which may be null.
func (u Unit) ElemCodec(v shapes.Use, owner string) gomodel.Codec {
	c := u.Codec(v.Shape, owner)
	if v.Nullable && !shapes.IsAnything(v) {
		return gomodel.OrNull{Elem: c, Type: u.ShapeType(v.Shape), Bare: shapes.HasNil(v.Shape)}
	}
	return c
}

func (u Unit) listCodec(elem shapes.Use, owner string) gomodel.ListCodec {
	c := gomodel.ListCodec{Elem: u.ElemCodec(elem, owner)}
	if !builtinCodec(c.Elem) {
		c.Reader = u.reader("list", elem, c.Elem, owner)
	}
	return c
}

func (u Unit) mapCodec(elem shapes.Use, owner string) gomodel.MapCodec {
	c := gomodel.MapCodec{Elem: u.ElemCodec(elem, owner)}
	if !builtinCodec(c.Elem) {
		c.Reader = u.reader("map", elem, c.Elem, owner)
	}
	return c
}

// builtinCodec reports whether generic support code reads the type: a scalar without a type of the document.
func builtinCodec(c gomodel.Codec) bool {
	s, ok := c.(gomodel.Scalar)
	return ok && s.As.Name == "" && s.Kind != gomodel.Bytes
}
