package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// encode prints the method that writes a struct, member by member in the order of the document.
func (e printer) encode(s *gomodel.Struct) jen.Code {
	var statements []jen.Code
	if s.Other != "" {
		other := jen.Id("x").Dot(s.Other)
		statements = append(statements, jen.If(notNil(other)).Block(jen.Id("w").Dot("raw").Call(other), jen.Return()))
	}
	statements = append(statements, jen.Id("start").Op(":=").Id("w").Dot("beginObject").Call())
	for _, m := range s.Members {
		statements = append(statements, e.encodeMember(m))
	}
	if s.Extra != nil {
		statements = append(statements, encodeExtra(s.Extra)...)
	}
	return encodeMethod(s.Name, "*", append(statements, jen.Id("w").Dot("endObject").Call(jen.Id("start")))...)
}

func (e printer) encodeMember(m gomodel.Member) jen.Code {
	switch m := m.(type) {
	case *gomodel.ConstMember:
		return atKey(m.Wire).Dot(literalKind(m.Value)).Call(literal(m.Value))
	case *gomodel.Field:
		return e.encodeField(m)
	}
	panic(noPrinter(m))
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
	panic(noPrinter(l))
}

// atKey prints the writer after a name.
func atKey(wire string) *jen.Statement { return jen.Id("w").Dot("key").Call(key(wire)) }

func (e printer) encodeField(f *gomodel.Field) jen.Code {
	field := jen.Id("x").Dot(f.Name)
	if _, ok := builtin(f.Codec); ok && f.Hold.Box != gomodel.Plain {
		return jen.Id(putHelper(f.Hold)).Call(jen.Id("w"), key(f.Wire), field, methodValue("jsonWriter", f.Codec))
	}
	return e.ifPresent(field, f.Hold, f.Codec, func(v value) jen.Code {
		return write(atKey(f.Wire), f.Codec, v, 0)
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

// ifBoxedPointer prints the condition that a Nullable holds a pointer which is not nil.
func ifBoxedPointer(field *jen.Statement, then ...jen.Code) *jen.Statement {
	return jen.If(jen.List(jen.Id("v"), jen.Id("ok")).Op(":=").Add(field).Dot("Get").Call(), jen.Id("ok").Op("&&").Id("v").Op("!=").Nil()).
		Block(then...)
}

// ifPresent prints what happens to a field by its state: there, null, absent. The writers of a union and of raw JSON know
// nil, so they need no question where the member is required.
func (e printer) ifPresent(field *jen.Statement, h gomodel.Hold, c gomodel.Codec, there func(value) jen.Code, null func() jen.Code) jen.Code {
	_, union := c.(gomodel.UnionCodec)
	switch {
	case h.Box == gomodel.Boxed:
		return jen.If(jen.List(jen.Id("v"), jen.Id("ok")).Op(":=").Add(field).Dot("Get").Call(), jen.Id("ok")).
			Block(there(value{expr: jen.Id("v")})).
			Else().If(jen.Add(field).Dot("IsNull").Call()).Block(null())
	case h.Box == gomodel.BoxedPointer:
		return ifBoxedPointer(field, there(value{jen.Id("v"), true})).
			Else().If(jen.Op("!").Add(field).Dot("IsZero").Call()).Block(null())
	case h.Box == gomodel.Pointing && h.Required:
		return ifElse(notNil(field), []jen.Code{there(value{field, true})}, []jen.Code{null()})
	case h.Box == gomodel.Pointing:
		return jen.If(notNil(field)).Block(there(value{field, true}))
	case !h.Required:
		return jen.If(e.present(c, field)).Block(there(value{expr: field}))
	case h.Nullable && !union && !e.isRaw(c):
		return ifElse(notNil(field), []jen.Code{there(value{expr: field})}, []jen.Code{null()})
	}
	return there(value{expr: field})
}

// present prints a condition that a value with a nil is there. For a union, a nil pointer in the interface is nil too, which its
// marker method tells.
func (e printer) present(c gomodel.Codec, v *jen.Statement) *jen.Statement {
	if u, ok := c.(gomodel.UnionCodec); ok {
		marker := find[*gomodel.Union](e, u.Type.Name).Marker
		return notNil(v).Op("&&").Add(v).Dot(marker).Call()
	}
	return notNil(v)
}

func encodeExtra(x *gomodel.Extra) []jen.Code {
	field := jen.Id("x").Dot(x.Name)
	_, scalar := builtin(x.Codec)
	if scalar || x.Codec == (gomodel.RawCodec{}) {
		return []jen.Code{jen.Id("putExtra").Call(jen.Id("w"), field, methodValue("jsonWriter", x.Codec))}
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
			write(jen.Id("w").Dot("member").Call(jen.Id("name")), elem, value{expr: jen.Id("v")}, 0)),
	}
}
