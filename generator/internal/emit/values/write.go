package values

import (
	"unicode"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// Write prints statements that write v with the writer w, an expression. depth counts the loops around.
func Write(w jen.Code, c gomodel.Codec, v Value, depth int) jen.Code {
	on := func(method string, args ...jen.Code) jen.Code { return jen.Add(w).Dot(method).Call(args...) }
	switch c := c.(type) {
	case gomodel.Scalar:
		return on(string(c.Kind), base(c, v))
	case gomodel.EnumCodec:
		return on("string", base(c, v))
	case gomodel.ObjectCodec:
		return v.Dot("encode").Call(w)
	case gomodel.UnionCodec:
		return jen.Id("write"+c.Type.Name).Call(w, v.Get())
	case gomodel.ListCodec:
		i := indexName(depth)
		return on("list", jen.Len(v.Get()), jen.Func().Params(jen.Id(i).Int()).Add(writeElement(c, v.Index(i), depth+1)))
	case gomodel.MapCodec:
		if c.Reader != "" {
			return jen.Id(MapWriterName(c.Reader)).Call(w, v.Get())
		}
		return jen.Id("putMap").Call(w, v.Get(), MethodValue("jsonWriter", c.Elem))
	case gomodel.OrNull:
		return writeOrNull(w, c, v, depth)
	case gomodel.RawCodec:
		return on("raw", v.Get())
	}
	panic(golang.NoPrinter(c))
}

// writeElement prints the body of the function that writes one element.
func writeElement(list gomodel.ListCodec, element *jen.Statement, depth int) jen.Code {
	_, nested := list.Elem.(gomodel.ListCodec)
	or, null := list.Elem.(gomodel.OrNull)
	if null && or.Bare {
		_, union := or.Elem.(gomodel.UnionCodec)
		null = !union
	}
	return golang.Body([]jen.Code{Write(jen.Id("w"), list.Elem, Value{Expr: element}, depth)}, !nested && !null)
}

// writeOrNull prints how an element that may be null is written. The writer of a union knows nil.
func writeOrNull(w jen.Code, c gomodel.OrNull, v Value, depth int) jen.Code {
	if _, union := c.Elem.(gomodel.UnionCodec); union && c.Bare {
		return Write(w, c.Elem, v, depth)
	}
	return jen.If(jen.Add(v.Expr).Op("==").Nil()).
		Block(jen.Add(w).Dot("null").Call()).
		Else().Block(Write(w, c.Elem, Value{v.Expr, !c.Bare}, depth))
}

// MapWriterName returns the name of the function that writes what a [gomodel.MapReader] reads: putMapPoint for mapPoint. (The
// family write belongs to unions, of which one may be called MapPoint.)
func MapWriterName(reader string) string {
	first, size := utf8.DecodeRuneInString(reader)
	return "put" + string(unicode.ToUpper(first)) + reader[size:]
}
