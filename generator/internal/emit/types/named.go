package types

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// NamedType prints a type that is used by value. As a variant of a union, and for a rule, it can also write itself; a component
// is read and written by the fields of its type.
func (e Printer) NamedType(n *gomodel.NamedType) jen.Code {
	own := values.Place{Value: values.Value{Expr: jen.Id("x")}, Codec: ownCodec(n.Codec, gomodel.Ident{Path: e.Path, Name: n.Name}), Own: n.Name}
	parts := []jen.Code{
		golang.Doc(n.Doc, golang.PageWidth).Type().Id(n.Name).Add(golang.Type(n.Under)),
		values.ValidateMethod(n.Name, "", subjectOf(n.Name, n.Union)),
	}
	if n.Union != "" {
		parts = append(parts, values.MarshalMethod(n.Name, "", jen.Id("x")))
	}
	if n.Union != "" || values.HasRule(n.Checks) {
		parts = append(parts, values.EncodeMethod(n.Name, "", values.Write(jen.Id("w"), own.Codec, own.Value, 0)))
	}
	return golang.Lines(append(parts, values.CheckMethod("x", "", n.Name, e.Checks(n.Checks, own)))...)
}

// ListType prints a type that is a slice.
func (e Printer) ListType(l *gomodel.ListType) jen.Code {
	x := values.Value{Expr: jen.Id("x"), Pointer: true}
	return golang.Lines(
		golang.Doc(l.Doc, golang.PageWidth).Type().Id(l.Name).Index().Add(golang.Type(l.Elem)),
		collectionMethods(l.Name, l.Nullable),
		values.DecodeMethod(l.Name, golang.Assign(x.Get(), values.Read(l.Codec))),
		values.EncodeMethod(l.Name, "*", values.Write(jen.Id("w"), l.Codec, x, 0)),
		values.CheckMethod("x", "*", l.Name, e.Checks(l.Checks, values.Place{Value: x, Codec: l.Codec, Own: l.Name})),
		e.ConcealMethods("x", l.Name, nil),
	)
}

// MapType prints a type that is a map.
func (e Printer) MapType(m *gomodel.MapType) jen.Code {
	x := values.Value{Expr: jen.Id("x"), Pointer: true}
	return golang.Lines(
		golang.Doc(m.Doc, golang.PageWidth).Type().Id(m.Name).Map(jen.String()).Add(golang.Type(m.Elem)),
		collectionMethods(m.Name, m.Nullable),
		values.DecodeMethod(m.Name, golang.Assign(x.Get(), values.Read(m.Codec))),
		values.EncodeMethod(m.Name, "*", values.Write(jen.Id("w"), m.Codec, x, 0)),
		values.CheckMethod("x", "*", m.Name, e.Checks(m.Checks, values.Place{Value: x, Codec: m.Codec, Own: m.Name})),
		e.ConcealMethods("x", m.Name, nil),
	)
}

// collectionMethods prints the exported methods of a list or a map. Null comes and goes as nil where it is valid wherever the type is used.
func collectionMethods(name string, nullable bool) jen.Code {
	if nullable {
		return values.NullableMethods(name)
	}
	return values.CodecMethods(name, jen.Nil())
}

// RawType prints a type that holds its JSON as it came.
func (e Printer) RawType(t *gomodel.RawType) jen.Code {
	raw := func() *jen.Statement { return jen.Qual("encoding/json", "RawMessage") }
	x := func() *jen.Statement { return jen.Op("*").Id("x") }
	held := values.Value{Expr: raw().Call(x())}
	return golang.Lines(
		golang.Doc(t.Doc, golang.PageWidth).Type().Id(t.Name).Add(raw()),
		values.CodecMethods(t.Name, jen.Nil()),
		values.DecodeMethod(t.Name, golang.Assign(x(), jen.Id(t.Name).Call(values.Read(gomodel.RawCodec{})))),
		values.EncodeMethod(t.Name, "*", values.Write(jen.Id("w"), gomodel.RawCodec{}, held, 0)),
		values.CheckMethod("x", "*", t.Name, e.Checks(t.Checks, values.Place{Value: held, Codec: gomodel.RawCodec{}})),
	)
}

// Alias prints another name for a type.
func Alias(a *gomodel.Alias) jen.Code {
	return golang.Doc(a.Doc, golang.PageWidth).Type().Id(a.Name).Op("=").Add(golang.Type(a.Target))
}

// subjectOf returns what an error says is invalid: the type, or the union that it is a variant of.
func subjectOf(name, union string) string {
	if union != "" {
		return union
	}
	return name
}

// ownCodec returns the codec of a named scalar in its own methods, where it has to be converted.
func ownCodec(c gomodel.Codec, as gomodel.Ident) gomodel.Codec {
	if s, ok := c.(gomodel.Scalar); ok {
		s.As = as
		return s
	}
	return c
}
