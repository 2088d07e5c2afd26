package values

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// IfPresent prints what happens to a field by its state: there, null, absent. The writers of a union and of raw JSON know
// nil, so they need no question where the member is required.
func (s Scope) IfPresent(field *jen.Statement, h gomodel.Hold, c gomodel.Codec, there func(Value) jen.Code, null func() jen.Code) jen.Code {
	_, union := c.(gomodel.UnionCodec)
	switch {
	case h.Box == gomodel.Boxed:
		return jen.If(jen.List(jen.Id("v"), jen.Id("ok")).Op(":=").Add(field).Dot("Get").Call(), jen.Id("ok")).
			Block(there(Value{Expr: jen.Id("v")})).
			Else().If(jen.Add(field).Dot("IsNull").Call()).Block(null())
	case h.Box == gomodel.BoxedPointer:
		return ifBoxedPointer(field, there(Value{jen.Id("v"), true})).
			Else().If(jen.Op("!").Add(field).Dot("IsZero").Call()).Block(null())
	case h.Box == gomodel.Pointing && h.Required:
		return golang.IfElse(golang.NotNil(field), []jen.Code{there(Value{field, true})}, []jen.Code{null()})
	case h.Box == gomodel.Pointing:
		return jen.If(golang.NotNil(field)).Block(there(Value{field, true}))
	case !h.Required:
		return jen.If(s.Present(c, field)).Block(there(Value{Expr: field}))
	case h.Nullable && !union && !s.IsRaw(c):
		return golang.IfElse(golang.NotNil(field), []jen.Code{there(Value{Expr: field})}, []jen.Code{null()})
	}
	return there(Value{Expr: field})
}

// Writes prints the condition that a field is written, null too; nil: it always is.
func (s Scope) Writes(field *jen.Statement, f *gomodel.Field) jen.Code {
	switch {
	case f.Hold.Box == gomodel.Boxed || f.Hold.Box == gomodel.BoxedPointer:
		return jen.Op("!").Add(field).Dot("IsZero").Call()
	case f.Hold.Required || f.Fill != nil:
		return nil
	}
	return s.Present(f.Codec, field)
}

// Present prints a condition that a value with a nil is there. For a union, a nil pointer in the interface is nil too, which its
// marker method tells.
func (s Scope) Present(c gomodel.Codec, v *jen.Statement) *jen.Statement {
	if u, ok := c.(gomodel.UnionCodec); ok {
		marker := Find[*gomodel.Union](s, u.Type.Name).Marker
		return golang.NotNil(v).Op("&&").Add(v).Dot(marker).Call()
	}
	return golang.NotNil(v)
}

// ifBoxedPointer prints the condition that a Nullable holds a pointer which is not nil.
func ifBoxedPointer(field *jen.Statement, then ...jen.Code) *jen.Statement {
	return jen.If(jen.List(jen.Id("v"), jen.Id("ok")).Op(":=").Add(field).Dot("Get").Call(), jen.Id("ok").Op("&&").Id("v").Op("!=").Nil()).
		Block(then...)
}
