package types

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// encode prints the method that writes a struct, member by member in the order of the document.
func (e Printer) encode(s *gomodel.Struct) jen.Code {
	var statements []jen.Code
	if s.Other != "" {
		other := jen.Id("x").Dot(s.Other)
		statements = append(statements, jen.If(golang.NotNil(other)).Block(jen.Id("w").Dot("raw").Call(other), jen.Return()))
	}
	statements = append(statements, jen.Id("start").Op(":=").Id("w").Dot("beginObject").Call())
	for _, m := range s.Members {
		statements = append(statements, e.encodeMember(m))
	}
	if s.Extra != nil {
		statements = append(statements, encodeExtra(s.Extra)...)
	}
	return values.EncodeMethod(s.Name, "*", append(statements, jen.Id("w").Dot("endObject").Call(jen.Id("start")))...)
}

func (e Printer) encodeMember(m gomodel.Member) jen.Code {
	switch m := m.(type) {
	case *gomodel.ConstMember:
		return atKey(m.Wire).Dot(literalKind(m.Value)).Call(golang.Literal(m.Value))
	case *gomodel.Field:
		return e.encodeField(m)
	}
	panic(golang.NoPrinter(m))
}

// literalKind returns the method of jsonWriter for a constant.
func literalKind(l gomodel.Literal) string {
	switch l.(type) {
	case gomodel.StringLit:
		return "string"
	case gomodel.IntLit:
		return "int64"
	case gomodel.BoolLit:
		return "bool"
	}
	panic(golang.NoPrinter(l))
}

// atKey prints the writer after a name.
func atKey(wire string) *jen.Statement { return jen.Id("w").Dot("key").Call(key(wire)) }

func (e Printer) encodeField(f *gomodel.Field) jen.Code {
	field := values.Filled(jen.Id("x").Dot(f.Name), f)
	if _, ok := values.Builtin(f.Codec); ok && f.Hold.Box != gomodel.Plain {
		return jen.Id(putHelper(f.Hold)).Call(jen.Id("w"), key(f.Wire), field, values.MethodValue("jsonWriter", f.Codec))
	}
	return e.IfPresent(field, f.Hold, f.Codec, func(v values.Value) jen.Code {
		return values.Write(atKey(f.Wire), f.Codec, v, 0)
	}, func() jen.Code {
		return atKey(f.Wire).Dot("null").Call()
	})
}

// putHelper returns the helper that writes a built-in scalar which may be absent or null.
func putHelper(h gomodel.Hold) string {
	switch {
	case h.Box == gomodel.Boxed:
		return "putNullable"
	case h.Required:
		return "putOrNull"
	}
	return "putPointer"
}

func encodeExtra(x *gomodel.Extra) []jen.Code {
	field := jen.Id("x").Dot(x.Name)
	_, scalar := values.Builtin(x.Codec)
	if scalar || x.Codec == (gomodel.RawCodec{}) {
		return []jen.Code{jen.Id("putExtra").Call(jen.Id("w"), field, values.MethodValue("jsonWriter", x.Codec))}
	}
	return encodeSorted(field, x.Codec)
}

// encodeSorted prints a loop over a map in the order of its names.
func encodeSorted(m *jen.Statement, elem gomodel.Codec) []jen.Code {
	names := jen.Id("names")
	return []jen.Code{
		jen.Add(names).Op(":=").Make(jen.Index().String(), jen.Lit(0), jen.Len(m)),
		jen.For(jen.Id("name").Op(":=").Range().Add(m)).Block(
			jen.Add(names).Op("=").Append(names, jen.Id("name"))),
		jen.For(jen.List(jen.Id("_"), jen.Id("name")).Op(":=").Range().Id("sorted").Call(names)).Block(
			jen.Id("v").Op(":=").Add(m).Index(jen.Id("name")),
			values.Write(jen.Id("w").Dot("member").Call(jen.Id("name")), elem, values.Value{Expr: jen.Id("v")}, 0)),
	}
}
