package emit

import (
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// results prints what a method returns.
func (e printer) results(r gomodel.Result) jen.Code {
	if s, ok := r.(gomodel.SequenceResult); ok {
		return jen.Qual("iter", "Seq2").Types(e.item(s), jen.Error())
	}
	if t := gomodel.ResultType(r); t != nil {
		return jen.Params(goType(t), jen.Error())
	}
	return jen.Error()
}

// item prints the type of an item of a sequence.
func (e printer) item(s gomodel.SequenceResult) *jen.Statement {
	if s.Events {
		return jen.Id("StreamEvent").Types(goType(s.Type))
	}
	return goType(s.Type)
}

// failWith prints the return of an error.
func (e printer) failWith(r gomodel.Result, err jen.Code) jen.Code {
	switch r := r.(type) {
	case gomodel.NoResult:
		return jen.Return(err)
	case gomodel.ValueResult:
		return jen.Return(e.zero(r.Type), err)
	case gomodel.ReaderResult, gomodel.OneOfResult:
		return jen.Return(jen.Nil(), err)
	}
	panic(noPrinter(r))
}

// zero prints the value of a result that is not there: nil where the type has it, else the x that was declared first.
func (e printer) zero(t gomodel.TypeExpr) jen.Code {
	if e.hasNil(t) {
		return jen.Nil()
	}
	return jen.Id("x")
}

// hasNil reports whether nil is a value of a result type.
func (e printer) hasNil(t gomodel.TypeExpr) bool {
	n, ok := t.(gomodel.Named)
	if !ok || n.Ident == (gomodel.Ident{Path: "encoding/json", Name: "RawMessage"}) {
		return true
	}
	switch e.declared[n.Ident.Name].(type) {
	case *gomodel.Union, *gomodel.ListType, *gomodel.MapType, *gomodel.RawType:
		return true
	}
	return false
}

// onClient prints c.method(ctx, cfg, &k, args...).
func onClient(method string, args ...jen.Code) *jen.Statement {
	all := append([]jen.Code{jen.Id("ctx"), jen.Id("cfg"), jen.Op("&").Id("k")}, args...)
	return jen.Id("c").Dot(method).Call(all...)
}

// receive prints the sending of the call and what becomes of the answer.
func (e printer) receive(o *gomodel.Operation) []jen.Code {
	switch r := o.Result.(type) {
	case gomodel.NoResult:
		return []jen.Code{jen.Return(onClient("discard"))}
	case gomodel.ReaderResult:
		return []jen.Code{jen.Return(onClient("openAnswer"))}
	case gomodel.ValueResult:
		return e.receiveValue(o, r)
	case gomodel.OneOfResult:
		return e.receiveOneOf(r)
	case gomodel.SequenceResult:
		return []jen.Code{e.receiveEach(o, r)}
	}
	panic(noPrinter(o.Result))
}

func (e printer) receiveValue(o *gomodel.Operation, r gomodel.ValueResult) []jen.Code {
	x := jen.Id("x")
	declare := jen.Var().Id("x").Add(goType(r.Type))
	p, pointer := r.Type.(gomodel.Pointer)
	_, object := r.Codec.(gomodel.ObjectCodec)
	read := jen.Func().Params(readerParam()).Add(braces(readAnswer(r)))
	var call jen.Code
	switch {
	case r.Form == gomodel.FormXML:
		declare = jen.Add(x).Op(":=").New(goType(p.Elem))
		call = onClient("receiveXML", x, jen.Add(x).Dot("Validate"))
	case r.Form == gomodel.FormText && r.Codec == gomodel.Codec(gomodel.Scalar{Kind: gomodel.String}):
		call = onClient("receiveText", jen.Op("&").Id("x"), e.resultCheck(o, r))
	case r.Form == gomodel.FormText:
		call = onClient("receivePlain", jen.Lit(isQuoted(r.Codec)), read, e.resultCheck(o, r))
	case object && pointer && !r.Nullable:
		declare = jen.Add(x).Op(":=").New(goType(p.Elem))
		call = onClient("receive", x)
	case object && !r.Nullable:
		call = onClient("receive", jen.Op("&").Id("x"))
	default:
		call = onClient("receiveFunc", read, e.resultCheck(o, r))
	}
	if !e.hasNil(r.Type) {
		declare = jen.Null()
	}
	return []jen.Code{
		declare,
		jen.If(jen.List(jen.Id("ok"), jen.Err()).Op(":=").Add(call), jen.Op("!").Id("ok")).Block(e.failWith(r, jen.Err())),
		jen.Return(x, jen.Nil()),
	}
}

// isQuoted reports whether a scalar is a string in JSON.
func isQuoted(c gomodel.Codec) bool {
	s, ok := c.(gomodel.Scalar)
	if !ok {
		return true
	}
	switch s.Kind {
	case gomodel.Bool, gomodel.Int32, gomodel.Int64, gomodel.Float64:
		return false
	}
	return true
}

// readAnswer prints how x is read; a null that is allowed leaves it nil.
func readAnswer(r gomodel.ValueResult) []jen.Code {
	statements := readNew(jen.Id("x"), r.Type, r.Codec)
	if r.Nullable {
		return []jen.Code{unlessNull(statements...)}
	}
	return statements
}

// readNew prints statements that read a value into target, a pointer to a new one if its type is a pointer.
func readNew(target *jen.Statement, t gomodel.TypeExpr, c gomodel.Codec) []jen.Code {
	p, pointer := t.(gomodel.Pointer)
	_, object := c.(gomodel.ObjectCodec)
	switch {
	case object && pointer:
		return []jen.Code{assign(target, jen.New(goType(p.Elem))), readInto(target, c)}
	case object:
		return []jen.Code{readInto(target, c)}
	case pointer:
		return []jen.Code{assign(target, jen.New(read(c)))}
	}
	return []jen.Code{assign(target, read(c))}
}

// braces prints statements as the body of a function, in one line if there is one that fits.
func braces(statements []jen.Code) jen.Code {
	if len(statements) == 1 {
		return short(statements[0])
	}
	return jen.Block(statements...)
}

// resultCheck prints the closure that validates a result without a check method, nil if there is nothing to check.
func (e printer) resultCheck(o *gomodel.Operation, r gomodel.ValueResult) jen.Code {
	return e.valueCheck(text(o.Name), jen.Id("x"), r.Type, r.Codec, r.Checks, r.Nullable)
}

func (e printer) valueCheck(subject jen.Code, x *jen.Statement, t gomodel.TypeExpr, c gomodel.Codec, list []gomodel.Check, nullable bool) jen.Code {
	_, pointer := t.(gomodel.Pointer)
	valid := func(check jen.Code) jen.Code {
		if !nullable {
			return jen.Func().Params().Error().Add(short(jen.Return(check)))
		}
		return jen.Func().Params().Error().Block(jen.If(jen.Add(x).Op("==").Nil()).Block(jen.Return(jen.Nil())), jen.Return(check))
	}
	switch c := c.(type) {
	case gomodel.UnionCodec:
		return valid(jen.Id(find[*gomodel.Union](e, c.Type.Name).Validate).Call(x))
	case gomodel.ObjectCodec:
		return valid(jen.Add(x).Dot("Validate").Call())
	}
	if len(list) == 0 {
		return jen.Nil()
	}
	checks := e.checks(list, place{value: value{x, pointer}, codec: c})
	if pointer {
		checks = []jen.Code{jen.If(notNil(x)).Block(checks...)}
	}
	statements := []jen.Code{jen.Id("c").Op(":=").New(jen.Id("checker"))}
	statements = append(statements, checks...)
	return jen.Func().Params().Error().Block(append(statements, jen.Return(jen.Id("c").Dot("result").Call(subject)))...)
}

// receiveOneOf prints a result whose type depends on the status.
func (e printer) receiveOneOf(r gomodel.OneOfResult) []jen.Code {
	cases := make([]jen.Code, len(r.Cases))
	for i, c := range r.Cases {
		cases[i] = jen.Id("resultCase").Values(pair("status", text(c.Status)), resultCase(c))
	}
	return []jen.Code{
		jen.List(jen.Id("v"), jen.Err()).Op(":=").Add(onClient("receiveOne", cases...)),
		jen.List(jen.Id("x"), jen.Id("_")).Op(":=").Id("v").Assert(ident(r.Union)),
		jen.Return(jen.Id("x"), jen.Err()),
	}
}

func resultCase(c gomodel.ResultCase) jen.Code {
	wrapped := func(v jen.Code) jen.Code {
		return jen.Return(jen.Op("&").Add(ident(c.Variant)).Values(pair("Body", v)))
	}
	switch {
	case c.Form == gomodel.FormReader:
		param := jen.Id("body").Qual("io", "ReadCloser")
		return pair("body", jen.Func().Params(param).Any().Add(short(wrapped(jen.Id("body")))))
	case c.Form == gomodel.FormText:
		return pair("text", jen.Func().Params(jen.Id("text").String()).Any().Add(short(wrapped(jen.Id("text")))))
	case !c.Wrapped:
		return pair("json", jen.Func().Params(readerParam()).Any().Add(short(jen.Return(jen.Id("decoded").Call(jen.Id("r"), jen.New(ident(c.Variant)))))))
	}
	statements := []jen.Code{jen.Id("x").Op(":=").New(ident(c.Variant))}
	statements = append(statements, readNew(jen.Id("x").Dot("Body"), c.Type, c.Codec)...)
	return pair("json", jen.Func().Params(readerParam()).Any().Block(append(statements, jen.Return(jen.Id("x")))...))
}

// receiveEach prints the loop over a sequence.
func (e printer) receiveEach(o *gomodel.Operation, r gomodel.SequenceResult) jen.Code {
	x, helper := jen.Id("x"), "receiveLines"
	var statements []jen.Code
	statements = append(statements, jen.Var().Id("x").Add(e.item(r)))
	target := jen.Add(x)
	var head []jen.Code
	if r.Events {
		helper, target = "receiveEvents", jen.Add(x).Dot("Data")
		head = []jen.Code{jen.List(jen.Add(x).Dot("ID"), jen.Add(x).Dot("Name")).Op("=").List(jen.Id("m").Dot("id"), jen.Id("m").Dot("name"))}
	}
	if r.Form == gomodel.FormText {
		head = append(head, assign(target, jen.String().Call(jen.Id("m").Dot("data"))))
	} else {
		read := jen.Func().Params(readerParam()).Add(braces(readNew(target, r.Type, r.Codec)))
		head = append(head, assign(jen.Err(), jen.Id("m").Dot("decode").Call(read, e.valueCheck(text(o.Name), target, r.Type, r.Codec, r.Checks, false))))
	}
	statements = append(statements,
		jen.If(jen.Err().Op("==").Nil()).Block(head...),
		jen.Return(jen.Id("yield").Call(x, jen.Err()).Op("&&").Err().Op("==").Nil()))
	each := jen.Func().Params(jen.Id("m").Op("*").Id("message"), jen.Err().Error()).Bool().Block(statements...)
	return onClient(helper, each)
}

// resultUnion prints the interface of several kinds of success, and the structs around bodies that are no structs.
func (e printer) resultUnion(u *gomodel.ResultUnion) jen.Code {
	parts := []jen.Code{doc(u.Doc, pageWidth).Type().Id(u.Name).Interface(jen.Id(u.Marker).Params())}
	for _, v := range u.Variants {
		if v.Body != nil {
			parts = append(parts, doc(v.Doc, pageWidth).Type().Id(v.Name).Struct(jen.Id("Body").Add(goType(v.Body))))
		}
		parts = append(parts, jen.Func().Params(jen.Op("*").Id(v.Name)).Id(u.Marker).Params().Values())
	}
	return lines(parts...)
}

// headerType prints the struct of the headers of an answer and the function that reads and checks it.
func (e printer) headerType(h *gomodel.HeaderType) jen.Code {
	statements := []jen.Code{
		jen.Id("x").Op(":=").New(jen.Id(h.Name)),
		jen.Id("c").Op(":=").Id("headerParser").Values(pair("header", jen.Id("header"))),
	}
	for i := range h.Fields {
		statements = append(statements, e.headerField(&h.Fields[i]))
	}
	statements = append(statements, jen.Return(jen.Id("x"), jen.Id("c").Dot("result").Call(text(h.Name))))
	return lines(
		doc(h.Doc, pageWidth).Type().Id(h.Name).StructFunc(func(g *jen.Group) {
			for i := range h.Fields {
				g.Add(e.paramField(&h.Fields[i].Field))
			}
		}),
		doc(h.ParseDoc, pageWidth).Func().Id(h.Parse).Params(jen.Id("header").Qual("net/http", "Header")).Params(jen.Op("*").Id(h.Name), jen.Error()).
			Block(statements...),
	)
}

// headerField prints how a header is read and checked.
func (e printer) headerField(f *gomodel.HeaderField) jen.Code {
	target := jen.Id("x").Dot(f.Name)
	pointing := f.Hold.Box == gomodel.Pointing
	read := []jen.Code{readInto(target, f.Codec)}
	if pointing {
		read = decodePointer(target, &f.Field)
	}
	parse := jen.Id("c").Dot("parse").Call(text(f.Wire), jen.Lit(string(f.Form)), jen.Op(strconv.FormatBool(f.Hold.Required)),
		jen.Func().Params(readerParam()).Add(braces(read)))
	checks := e.checks(f.Checks, place{value: value{target, pointing}, codec: f.Codec, name: text(f.Wire), parsed: true})
	if len(checks) == 0 {
		return parse
	}
	return jen.If(parse).Block(checks...)
}
