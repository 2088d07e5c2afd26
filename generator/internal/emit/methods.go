package emit

import "github.com/dave/jennifer/jen"

// codecMethods prints the four exported methods, which are the same for every type but for the name. zero is what UnmarshalJSON
// starts from.
func codecMethods(name string, zero jen.Code) jen.Code {
	data := func(id string) jen.Code { return jen.Id(id).Index().Byte() }
	return lines(
		validateMethod(name, "*", name),
		comment("UnmarshalJSON reads x from JSON. It implements [encoding/json.Unmarshaler]; what does not fit the type is an "+
			"[*InvalidError].").
			Add(method("x", "*", name, "UnmarshalJSON")).Params(data("data")).Error().Block(
			jen.Op("*").Id("x").Op("=").Add(zero),
			jen.Return(jen.Id("unmarshalJSON").Call(jen.Lit(name), jen.Id("data"), jen.Id("x"))),
		),
		marshalMethod(name, "", jen.Op("&").Id("x")),
		comment("AppendJSON appends the JSON of x to buf.").
			Add(method("x", "*", name, "AppendJSON")).Params(data("buf")).Add(bytesAndError()).
			Add(short(jen.Return(jen.Id("appendJSON").Call(jen.Id("buf"), jen.Id("x"))))),
	)
}

// validateMethod prints Validate. subject is what an error says is invalid: the type, or the union that it is a variant of.
func validateMethod(name, star, subject string) jen.Code {
	return comment("Validate reports every rule of the document that x breaks, as an [*InvalidError].").
		Add(validateFunc("x", star, name, subject))
}

func validateFunc(receiver, star, name, subject string) jen.Code {
	return method(receiver, star, name, "Validate").Params().Error().
		Add(short(jen.Return(jen.Id("validate").Call(jen.Lit(subject), jen.Id(receiver)))))
}

// marshalMethod prints MarshalJSON, whose receiver is a value where it can be: json.Marshal calls no pointer method of a value.
func marshalMethod(name, star string, encoder jen.Code) jen.Code {
	return comment("MarshalJSON implements [encoding/json.Marshaler].").
		Add(method("x", star, name, "MarshalJSON")).Params().Add(bytesAndError()).
		Add(short(jen.Return(jen.Id("marshalJSON").Call(encoder))))
}

// decodeMethod, encodeMethod and checkMethod print the unexported methods.
func decodeMethod(name string, statements ...jen.Code) jen.Code {
	return method("x", "*", name, "decode").Params(readerParam()).Add(body(statements, true))
}

func encodeMethod(name, star string, statements ...jen.Code) jen.Code {
	return method("x", star, name, "encode").Params(writerParam()).Add(body(statements, true))
}

func checkMethod(receiver, star, name string, statements []jen.Code) jen.Code {
	param := checkerParam()
	if len(statements) == 0 {
		param = jen.Op("*").Id("checker")
	}
	return method(receiver, star, name, "check").Params(param).Add(body(statements, true))
}
