package values

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// Builtin returns the kind of a codec that generic helpers take: a scalar without a named type. []byte is none of them, since
// it has a nil.
func Builtin(c gomodel.Codec) (kind gomodel.ScalarKind, ok bool) {
	s, ok := c.(gomodel.Scalar)
	return s.Kind, ok && s.As.Name == "" && s.Kind != gomodel.Bytes
}

// MethodValue prints a method of jsonReader or jsonWriter as a function: (*jsonReader).string.
func MethodValue(typ string, c gomodel.Codec) jen.Code {
	of := jen.Parens(jen.Op("*").Id(typ))
	if c == (gomodel.RawCodec{}) {
		return of.Dot("raw")
	}
	s, ok := c.(gomodel.Scalar)
	if !ok || s.As.Name != "" {
		panic(golang.NoPrinter(c))
	}
	return of.Dot(string(s.Kind))
}

// Read prints an expression that reads a value.
func Read(c gomodel.Codec) *jen.Statement {
	r := func(method string) *jen.Statement { return jen.Id("r").Dot(method) }
	switch c := c.(type) {
	case gomodel.Scalar:
		if c.As.Name != "" {
			return golang.Ident(c.As).Call(r(string(c.Kind)).Call())
		}
		return r(string(c.Kind)).Call()
	case gomodel.EnumCodec:
		if c.Type.Name == "" {
			return r("enum").Call(jen.Id(c.Var))
		}
		return golang.Ident(c.Type).Call(r("enum").Call(jen.Id(c.Var)))
	case gomodel.UnionCodec:
		return jen.Id("read" + c.Type.Name).Call(jen.Id("r"))
	case gomodel.ListCodec:
		if c.Reader != "" {
			return jen.Id(c.Reader).Call(jen.Id("r"))
		}
		return jen.Id("scalars").Call(jen.Id("r"), MethodValue("jsonReader", c.Elem))
	case gomodel.MapCodec:
		if c.Reader != "" {
			return jen.Id(c.Reader).Call(jen.Id("r"))
		}
		return jen.Id("scalarMap").Call(jen.Id("r"), MethodValue("jsonReader", c.Elem))
	case gomodel.RawCodec:
		return r("raw").Call()
	}
	panic(golang.NoPrinter(c))
}

// ReadInto prints statements that read a value into target, which can be addressed.
func ReadInto(target *jen.Statement, c gomodel.Codec) jen.Code {
	if _, object := c.(gomodel.ObjectCodec); object {
		return jen.Add(target).Dot("decode").Call(jen.Id("r"))
	}
	return golang.Assign(target, Read(c))
}

// ReadAnd prints statements that read a value and hand it to use, for places that cannot be addressed: elements and maps.
func ReadAnd(c gomodel.Codec, use func(v jen.Code) jen.Code) []jen.Code {
	switch c := c.(type) {
	case gomodel.OrNull:
		return []jen.Code{golang.IfElse(jen.Id("r").Dot("null").Call(), []jen.Code{use(jen.Nil())}, readPresent(c, use))}
	case gomodel.ObjectCodec:
		return []jen.Code{jen.Var().Id("v").Add(golang.Ident(c.Type)), ReadInto(jen.Id("v"), c), use(jen.Id("v"))}
	}
	return []jen.Code{use(Read(c))}
}

// readPresent prints how an element that may be null is read if it is not.
func readPresent(c gomodel.OrNull, use func(v jen.Code) jen.Code) []jen.Code {
	if c.Bare {
		return ReadAnd(c.Elem, use)
	}
	if _, object := c.Elem.(gomodel.ObjectCodec); object {
		return []jen.Code{jen.Id("v").Op(":=").New(golang.Type(c.Type)), ReadInto(jen.Id("v"), c.Elem), use(jen.Id("v"))}
	}
	return []jen.Code{use(jen.New(Read(c.Elem)))}
}

// ReadPointer prints statements that read a value into a field that is a pointer.
func ReadPointer(field *jen.Statement, f *gomodel.Field) []jen.Code {
	if _, object := f.Codec.(gomodel.ObjectCodec); object {
		return []jen.Code{golang.Assign(field, jen.New(golang.Type(f.Type))), ReadInto(field, f.Codec)}
	}
	return []jen.Code{golang.Assign(field, jen.New(Read(f.Codec)))}
}

// UnlessNull prints statements for a value that is not null, which leaves it as it was.
func UnlessNull(statements ...jen.Code) jen.Code {
	return jen.If(jen.Op("!").Id("r").Dot("null").Call()).Block(statements...)
}
