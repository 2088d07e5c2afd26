package values

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// ReaderParam prints the parameter of methods and helpers that read.
func ReaderParam() jen.Code { return jen.Id("r").Op("*").Id("jsonReader") }

// WriterParam prints the parameter of those that write.
func WriterParam() jen.Code { return jen.Id("w").Op("*").Id("jsonWriter") }

// CheckerParam prints the parameter of those that check.
func CheckerParam() jen.Code { return jen.Id("c").Op("*").Id("checker") }

// CodecMethods prints the four exported methods, which are the same for every type but for the name. zero is what UnmarshalJSON
// starts from.
func CodecMethods(name string, zero jen.Code) jen.Code {
	data := func(id string) jen.Code { return jen.Id(id).Index().Byte() }
	return golang.Lines(
		ValidateMethod(name, "*", name),
		golang.Comment("UnmarshalJSON reads x from JSON. It implements [encoding/json.Unmarshaler]; what does not fit the type is an "+
			"[*InvalidError].").
			Add(golang.Method("x", "*", name, "UnmarshalJSON")).Params(data("data")).Error().Block(
			jen.Op("*").Id("x").Op("=").Add(zero),
			jen.Return(jen.Id("unmarshalJSON").Call(jen.Lit(name), jen.Id("data"), jen.Id("x"))),
		),
		MarshalMethod(name, "", jen.Op("&").Id("x")),
		golang.Comment("AppendJSON appends the JSON of x to buf.").
			Add(golang.Method("x", "*", name, "AppendJSON")).Params(data("buf")).Add(golang.BytesAndError()).
			Add(golang.Short(jen.Return(jen.Id("appendJSON").Call(jen.Id("buf"), jen.Id("x"))))),
	)
}

// NullableMethods is CodecMethods for a type of which nil is null, which the other methods do not know.
func NullableMethods(name string) jen.Code {
	x, data, buf := jen.Id("x"), jen.Id("data"), jen.Id("buf")
	held := jen.Op("*").Id("x")
	read := jen.Func().Params(ReaderParam()).Block(UnlessNull(jen.Add(x).Dot("decode").Call(jen.Id("r"))))
	unlessNil := func(x, null, otherwise jen.Code) jen.Code {
		return jen.Block(jen.If(jen.Add(x).Op("==").Nil()).Block(jen.Return(null)), jen.Return(otherwise))
	}
	return golang.Lines(
		golang.Comment("Validate reports every rule of the document that x breaks, as an [*InvalidError]. Nil is null, which is valid.").
			Add(golang.Method("x", "*", name, "Validate")).Params().Error().
			Add(unlessNil(held, jen.Nil(), jen.Id("validate").Call(jen.Lit(name), x))),
		golang.Comment("UnmarshalJSON reads x from JSON, null as nil. It implements [encoding/json.Unmarshaler]; what does not fit the type is "+
			"an [*InvalidError].").
			Add(golang.Method("x", "*", name, "UnmarshalJSON")).Params(jen.Add(data).Index().Byte()).Error().Block(
			jen.Add(held).Op("=").Nil(),
			jen.Return(jen.Id("unmarshalFunc").Call(jen.Lit(name), data, read)),
		),
		golang.Comment("MarshalJSON implements [encoding/json.Marshaler]. Nil is null.").
			Add(golang.Method("x", "", name, "MarshalJSON")).Params().Add(golang.BytesAndError()).
			Add(unlessNil(x, jen.List(jen.Index().Byte().Parens(jen.Lit("null")), jen.Nil()), jen.Id("marshalJSON").Call(jen.Op("&").Add(x)))),
		golang.Comment("AppendJSON appends the JSON of x to buf. Nil is null.").
			Add(golang.Method("x", "*", name, "AppendJSON")).Params(jen.Add(buf).Index().Byte()).Add(golang.BytesAndError()).
			Add(unlessNil(held, jen.List(jen.Append(buf, jen.Lit("null").Op("...")), jen.Nil()), jen.Id("appendJSON").Call(buf, x))),
	)
}

// ValidateMethod prints Validate. subject is what an error says is invalid: the type, or the union that it is a variant of.
func ValidateMethod(name, star, subject string) jen.Code {
	return golang.Comment("Validate reports every rule of the document that x breaks, as an [*InvalidError].").
		Add(ValidateFunc("x", star, name, subject))
}

// ValidateFunc prints Validate without its comment.
func ValidateFunc(receiver, star, name, subject string) jen.Code {
	return golang.Method(receiver, star, name, "Validate").Params().Error().
		Add(golang.Short(jen.Return(jen.Id("validate").Call(jen.Lit(subject), jen.Id(receiver)))))
}

// MarshalMethod prints MarshalJSON, whose receiver is a value where it can be: json.Marshal calls no pointer method of a value.
func MarshalMethod(name, star string, encoder jen.Code) jen.Code {
	return golang.Comment("MarshalJSON implements [encoding/json.Marshaler].").
		Add(golang.Method("x", star, name, "MarshalJSON")).Params().Add(golang.BytesAndError()).
		Add(golang.Short(jen.Return(jen.Id("marshalJSON").Call(encoder))))
}

// DecodeMethod prints decode, which reads x with r.
func DecodeMethod(name string, statements ...jen.Code) jen.Code {
	return golang.Method("x", "*", name, "decode").Params(ReaderParam()).Add(golang.Body(statements, true))
}

// EncodeMethod prints encode, which writes x with w.
func EncodeMethod(name, star string, statements ...jen.Code) jen.Code {
	return golang.Method("x", star, name, "encode").Params(WriterParam()).Add(golang.Body(statements, true))
}

// CheckMethod prints check, which reports to c what x breaks.
func CheckMethod(receiver, star, name string, statements []jen.Code) jen.Code {
	param := CheckerParam()
	if len(statements) == 0 {
		param = jen.Op("*").Id("checker")
	}
	return golang.Method(receiver, star, name, "check").Params(param).Add(golang.Body(statements, true))
}
