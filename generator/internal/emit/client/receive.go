package client

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// onClient prints c.method(ctx, cfg, &k, args...).
func onClient(method string, args ...jen.Code) *jen.Statement {
	all := append([]jen.Code{jen.Id("ctx"), jen.Id("cfg"), jen.Op("&").Id("k")}, args...)
	return jen.Id("c").Dot(method).Call(all...)
}

// receive prints the sending of the call and what becomes of the response.
func (e Printer) receive(o *gomodel.Operation) []jen.Code {
	switch r := o.Result.(type) {
	case gomodel.NoResult:
		return []jen.Code{jen.Return(onClient("discard"))}
	case gomodel.ReaderResult:
		return []jen.Code{jen.Return(onClient("openResponse"))}
	case gomodel.ValueResult:
		return e.receiveValue(o, r)
	case gomodel.OneOfResult:
		return e.receiveOneOf(r)
	case gomodel.SequenceResult:
		return []jen.Code{e.receiveEach(o, r)}
	}
	panic(golang.NoPrinter(o.Result))
}

func (e Printer) receiveValue(o *gomodel.Operation, r gomodel.ValueResult) []jen.Code {
	x := jen.Id("x")
	declare := jen.Var().Id("x").Add(golang.Type(r.Type))
	p, pointer := r.Type.(gomodel.Pointer)
	_, object := r.Codec.(gomodel.ObjectCodec)
	read := jen.Func().Params(values.ReaderParam()).Add(Braces(readResponse(r)))
	var call jen.Code
	misread := jen.Id("k").Dot("misread")
	switch {
	case r.Form == gomodel.FormXML:
		misread = jen.Nil()
		declare = jen.Add(x).Op(":=").New(golang.Type(p.Elem))
		call = onClient("receiveXML", XMLRoot(r.Root), x, jen.Add(x).Dot("Validate"))
	case r.Form == gomodel.FormText && r.Codec == gomodel.Codec(gomodel.Scalar{Kind: gomodel.String}):
		misread = jen.Nil()
		call = onClient("receiveText", jen.Op("&").Id("x"), e.resultCheck(o, r))
	case r.Form == gomodel.FormText:
		misread = jen.Nil()
		call = onClient("receivePlain", jen.Lit(isQuoted(r.Codec)), read, e.resultCheck(o, r))
	case object && pointer && !r.Nullable:
		declare = jen.Add(x).Op(":=").New(golang.Type(p.Elem))
		call = onClient("receive", x)
	case object && !r.Nullable:
		call = onClient("receive", jen.Op("&").Id("x"))
	default:
		call = onClient("receiveFunc", read, e.resultCheck(o, r))
	}
	if !e.HasNil(r.Type) {
		declare = jen.Null()
	}
	return []jen.Code{
		declare,
		jen.If(jen.List(jen.Id("ok"), jen.Err()).Op(":=").Add(call), jen.Op("!").Id("ok")).Block(e.failWith(r, jen.Err())),
		jen.Return(x, misread),
	}
}

// isQuoted reports whether a scalar is a string in JSON.
func isQuoted(c gomodel.Codec) bool {
	s, ok := c.(gomodel.Scalar)
	return !ok || s.Kind != gomodel.Bool && !s.Kind.IsNumber()
}

// readResponse prints how x is read; a null that is allowed leaves it nil.
func readResponse(r gomodel.ValueResult) []jen.Code {
	return OrNull(r.Nullable, ReadNew(jen.Id("x"), r.Type, r.Codec))
}

// OrNull prints that null leaves a target as it is, where that is allowed.
func OrNull(nullable bool, statements []jen.Code) []jen.Code {
	if nullable {
		return []jen.Code{values.UnlessNull(statements...)}
	}
	return statements
}

// ReadNew prints statements that read a value into target, a pointer to a new one if its type is a pointer.
func ReadNew(target *jen.Statement, t gomodel.TypeExpr, c gomodel.Codec) []jen.Code {
	p, pointer := t.(gomodel.Pointer)
	_, object := c.(gomodel.ObjectCodec)
	switch {
	case object && pointer:
		return []jen.Code{golang.Assign(target, jen.New(golang.Type(p.Elem))), values.ReadInto(target, c)}
	case object:
		return []jen.Code{values.ReadInto(target, c)}
	case pointer:
		return []jen.Code{golang.Assign(target, jen.New(values.Read(c)))}
	}
	return []jen.Code{golang.Assign(target, values.Read(c))}
}

// Braces prints statements as the body of a function, in one line if there is one that fits.
func Braces(statements []jen.Code) jen.Code {
	if len(statements) == 1 {
		return golang.Short(statements[0])
	}
	return jen.Block(statements...)
}

// resultCheck prints the closure that validates a result without a check method, nil if there is nothing to check.
func (e Printer) resultCheck(o *gomodel.Operation, r gomodel.ValueResult) jen.Code {
	return e.ValueCheck(golang.Text(o.Name), jen.Id("x"), r.Type, r.Codec, r.Checks, r.Nullable)
}

func (e Printer) ValueCheck(subject jen.Code, x *jen.Statement, t gomodel.TypeExpr, c gomodel.Codec, list []gomodel.Check, nullable bool, given ...jen.Code) jen.Code {
	_, pointer := t.(gomodel.Pointer)
	valid := func(check jen.Code) jen.Code {
		if !nullable {
			return jen.Func().Params(given...).Error().Add(golang.Short(jen.Return(check)))
		}
		return jen.Func().Params(given...).Error().Block(jen.If(jen.Add(x).Op("==").Nil()).Block(jen.Return(jen.Nil())), jen.Return(check))
	}
	switch c := c.(type) {
	case gomodel.UnionCodec:
		return valid(jen.Id(values.Find[*gomodel.Union](e.Scope, c.Type.Name).Validate).Call(x))
	case gomodel.ObjectCodec:
		return valid(jen.Add(x).Dot("Validate").Call())
	}
	if len(list) == 0 {
		return jen.Nil()
	}
	checks := e.Checks(list, values.Place{Value: values.Value{Expr: x, Pointer: pointer}, Codec: c})
	if pointer || nullable {
		checks = []jen.Code{jen.If(golang.NotNil(x)).Block(checks...)}
	}
	statements := []jen.Code{jen.Id("c").Op(":=").New(jen.Id("checker"))}
	statements = append(statements, checks...)
	return jen.Func().Params(given...).Error().Block(append(statements, jen.Return(jen.Id("c").Dot("result").Call(subject)))...)
}

// receiveOneOf prints a result whose type depends on the status.
func (e Printer) receiveOneOf(r gomodel.OneOfResult) []jen.Code {
	cases := ResultCases(r)
	return []jen.Code{
		jen.List(jen.Id("v"), jen.Err()).Op(":=").Add(onClient("receiveOne", cases...)),
		jen.List(jen.Id("x"), jen.Id("_")).Op(":=").Id("v").Assert(golang.Ident(r.Union)),
		jen.Return(jen.Id("x"), jen.Err()),
	}
}

// ResultCases prints how the body of each status is read.
func ResultCases(r gomodel.OneOfResult) []jen.Code {
	cases := make([]jen.Code, len(r.Cases))
	for i, c := range r.Cases {
		head := []jen.Code{golang.Pair("status", golang.Text(c.Status))}
		if c.Media != "" {
			head = append(head, golang.Pair("media", golang.Text(c.Media)))
		}
		cases[i] = jen.Id("resultCase").Values(append(head, resultCase(c))...)
	}
	return cases
}

func resultCase(c gomodel.ResultCase) jen.Code {
	wrapped := func(v jen.Code) jen.Code {
		return jen.Return(jen.Op("&").Add(golang.Ident(c.Variant)).Values(golang.Pair("Body", v)))
	}
	switch {
	case c.Form == gomodel.FormReader:
		param := jen.Id("body").Qual("io", "ReadCloser")
		return golang.Pair("body", jen.Func().Params(param).Any().Add(golang.Short(wrapped(jen.Id("body")))))
	case c.Form == gomodel.FormText:
		return golang.Pair("text", jen.Func().Params(jen.Id("text").String()).Any().Add(golang.Short(wrapped(jen.Id("text")))))
	case !c.Wrapped:
		return golang.Pair("json", jen.Func().Params(values.ReaderParam()).Any().Add(golang.Short(jen.Return(jen.Id("decoded").Call(jen.Id("r"), jen.New(golang.Ident(c.Variant)))))))
	}
	statements := []jen.Code{jen.Id("x").Op(":=").New(golang.Ident(c.Variant))}
	statements = append(statements, OrNull(c.Nullable, ReadNew(jen.Id("x").Dot("Body"), c.Type, c.Codec))...)
	return golang.Pair("json", jen.Func().Params(values.ReaderParam()).Any().Block(append(statements, jen.Return(jen.Id("x")))...))
}

// receiveEach prints the loop over a sequence. An error of one item leaves it to the caller to go on.
func (e Printer) receiveEach(o *gomodel.Operation, r gomodel.SequenceResult) jen.Code {
	m, x := jen.Id("m"), jen.Id("x")
	helper, target, deliver := "receiveLines", jen.Add(x), jen.Id("yield").Call(x, jen.Err())
	var head []jen.Code
	if r.Events {
		helper, target = "receiveEvents", jen.Add(x).Dot("Data")
		fields := jen.List(jen.Add(x).Dot("ID"), jen.Add(x).Dot("Name"), jen.Add(x).Dot("Raw"))
		head = []jen.Code{fields.Op("=").List(jen.Add(m).Dot("id"), jen.Add(m).Dot("name"), jen.Add(m).Dot("data"))}
	}
	check := e.ValueCheck(golang.Text(o.Name), target, r.Type, r.Codec, r.Checks, false)
	switch {
	case r.Form == gomodel.FormText:
		head = append(head, golang.Assign(target, jen.String().Call(jen.Add(m).Dot("data"))))
		if len(r.Checks) > 0 {
			head = append(head, golang.Assign(jen.Err(), jen.Add(m).Dot("accept").Call(check)))
		}
	default:
		decode := "decode"
		if r.Nullable {
			decode = "decodeOrNull"
		}
		read := jen.Func().Params(values.ReaderParam()).Add(Braces(ReadNew(target, r.Type, r.Codec)))
		head = append(head, golang.Assign(jen.Err(), jen.Add(m).Dot(decode).Call(read, check)))
		if r.Events {
			deliver = jen.Add(m).Dot("ping").Call().Op("||").Add(deliver)
		}
	}
	each := jen.Func().Params(jen.Id("m").Op("*").Id("message"), jen.Err().Error()).Bool().Block(
		jen.Var().Id("x").Add(e.Item(r)),
		jen.If(jen.Err().Op("==").Nil()).Block(head...),
		jen.Return(deliver),
	)
	return onClient(helper, each)
}
