package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// builtin returns the kind of a codec that generic helpers take: a scalar without a named type. []byte is none of them, since
// it has a nil.
func builtin(c gomodel.Codec) (kind gomodel.ScalarKind, ok bool) {
	s, ok := c.(gomodel.Scalar)
	return s.Kind, ok && s.As.Name == "" && s.Kind != gomodel.Bytes
}

// methodValue prints a method of jsonReader or jsonWriter as a function: (*jsonReader).string.
func methodValue(typ string, c gomodel.Codec) jen.Code {
	of := jen.Parens(jen.Op("*").Id(typ))
	if c == (gomodel.RawCodec{}) {
		return of.Dot("raw")
	}
	s, ok := c.(gomodel.Scalar)
	if !ok || s.As.Name != "" {
		panic(noPrinter(c))
	}
	return of.Dot(string(s.Kind))
}

// read prints an expression that reads a value.
func read(c gomodel.Codec) *jen.Statement {
	r := func(method string) *jen.Statement { return jen.Id("r").Dot(method) }
	switch c := c.(type) {
	case gomodel.Scalar:
		if c.As.Name != "" {
			return ident(c.As).Call(r(string(c.Kind)).Call())
		}
		return r(string(c.Kind)).Call()
	case gomodel.EnumCodec:
		return ident(c.Type).Call(r("enum").Call(jen.Id(c.Var)))
	case gomodel.UnionCodec:
		return jen.Id("read" + c.Type.Name).Call(jen.Id("r"))
	case gomodel.ListCodec:
		if c.Reader != "" {
			return jen.Id(c.Reader).Call(jen.Id("r"))
		}
		return jen.Id("scalars").Call(jen.Id("r"), methodValue("jsonReader", c.Elem))
	case gomodel.MapCodec:
		if c.Reader != "" {
			return jen.Id(c.Reader).Call(jen.Id("r"))
		}
		return jen.Id("scalarMap").Call(jen.Id("r"), methodValue("jsonReader", c.Elem))
	case gomodel.RawCodec:
		return r("raw").Call()
	}
	panic(noPrinter(c))
}

// readInto prints statements that read a value into target, which can be addressed.
func readInto(target *jen.Statement, c gomodel.Codec) jen.Code {
	if _, object := c.(gomodel.ObjectCodec); object {
		return jen.Add(target).Dot("decode").Call(jen.Id("r"))
	}
	return assign(target, read(c))
}

// readAnd prints statements that read a value and hand it to use, for places that cannot be addressed: elements and maps.
func readAnd(c gomodel.Codec, use func(v jen.Code) jen.Code) []jen.Code {
	switch c := c.(type) {
	case gomodel.OrNull:
		return []jen.Code{ifElse(jen.Id("r").Dot("null").Call(), []jen.Code{use(jen.Nil())}, readPresent(c, use))}
	case gomodel.ObjectCodec:
		return []jen.Code{jen.Var().Id("v").Add(ident(c.Type)), readInto(jen.Id("v"), c), use(jen.Id("v"))}
	}
	return []jen.Code{use(read(c))}
}

// readPresent prints how an element that may be null is read if it is not.
func readPresent(c gomodel.OrNull, use func(v jen.Code) jen.Code) []jen.Code {
	if c.Bare {
		return readAnd(c.Elem, use)
	}
	if _, object := c.Elem.(gomodel.ObjectCodec); object {
		return []jen.Code{jen.Id("v").Op(":=").New(goType(c.Type)), readInto(jen.Id("v"), c.Elem), use(jen.Id("v"))}
	}
	return []jen.Code{use(jen.New(read(c.Elem)))}
}

// write prints statements that write v with the writer w, an expression. depth counts the loops around.
func write(w jen.Code, c gomodel.Codec, v value, depth int) jen.Code {
	on := func(method string, args ...jen.Code) jen.Code { return jen.Add(w).Dot(method).Call(args...) }
	switch c := c.(type) {
	case gomodel.Scalar:
		return on(string(c.Kind), base(c, v))
	case gomodel.EnumCodec:
		return on("string", base(c, v))
	case gomodel.ObjectCodec:
		return v.dot("encode").Call(w)
	case gomodel.UnionCodec:
		return jen.Id("write"+c.Type.Name).Call(w, v.get())
	case gomodel.ListCodec:
		i := indexName(depth)
		return on("list", jen.Len(v.get()), jen.Func().Params(jen.Id(i).Int()).Add(writeElement(c, v.index(i), depth+1)))
	case gomodel.MapCodec:
		if c.Reader != "" {
			return jen.Id(mapWriterName(c.Reader)).Call(w, v.get())
		}
		return jen.Id("putMap").Call(w, v.get(), methodValue("jsonWriter", c.Elem))
	case gomodel.OrNull:
		return writeOrNull(w, c, v, depth)
	case gomodel.RawCodec:
		return on("raw", v.get())
	}
	panic(noPrinter(c))
}

// writeElement prints the body of the function that writes one element.
func writeElement(list gomodel.ListCodec, element *jen.Statement, depth int) jen.Code {
	_, nested := list.Elem.(gomodel.ListCodec)
	or, null := list.Elem.(gomodel.OrNull)
	if null && or.Bare {
		_, union := or.Elem.(gomodel.UnionCodec)
		null = !union
	}
	return body([]jen.Code{write(jen.Id("w"), list.Elem, value{expr: element}, depth)}, !nested && !null)
}

// writeOrNull prints how an element that may be null is written. The writer of a union knows nil.
func writeOrNull(w jen.Code, c gomodel.OrNull, v value, depth int) jen.Code {
	if _, union := c.Elem.(gomodel.UnionCodec); union && c.Bare {
		return write(w, c.Elem, v, depth)
	}
	return jen.If(jen.Add(v.expr).Op("==").Nil()).
		Block(jen.Add(w).Dot("null").Call()).
		Else().Block(write(w, c.Elem, value{v.expr, !c.Bare}, depth))
}

// base prints v as the type that reader, writer and checks have for it: string(v) for type Status string.
func base(c gomodel.Codec, v value) *jen.Statement {
	switch c := c.(type) {
	case gomodel.EnumCodec:
		return jen.String().Call(v.get())
	case gomodel.Scalar:
		if c.As.Name != "" {
			return scalarType(c.Kind).Call(v.get())
		}
		return v.get()
	}
	panic(noPrinter(c))
}

// textOf prints v as the string that stands in a path, a query or a header.
func textOf(c gomodel.Codec, v value) *jen.Statement {
	s, ok := c.(gomodel.Scalar)
	if !ok {
		return base(c, v)
	}
	switch s.Kind {
	case gomodel.String:
		return base(c, v)
	case gomodel.Int32, gomodel.Int64:
		return jen.Qual("strconv", "FormatInt").Call(asInt64(s, v), jen.Lit(10))
	case gomodel.Float64:
		return jen.Id("formatFloat").Call(base(c, v))
	case gomodel.Bool:
		return jen.Qual("strconv", "FormatBool").Call(base(c, v))
	case gomodel.Time:
		return jen.Id("formatTime").Call(base(c, v))
	case gomodel.Date, gomodel.UUID:
		if s.As.Name == "" {
			return v.dot("String").Call()
		}
		return base(c, v).Dot("String").Call()
	}
	panic(unprintable("no text for scalar " + string(s.Kind)))
}

// asInt64 prints an integer as int64.
func asInt64(c gomodel.Codec, v value) *jen.Statement {
	if c == (gomodel.Scalar{Kind: gomodel.Int64}) {
		return v.get()
	}
	return jen.Int64().Call(v.get())
}
