package emit

import (
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// operationDecl prints a method of Client: parameters into a call, the call, and its result.
func (e printer) operationDecl(o *gomodel.Operation) jen.Code {
	params := find[*gomodel.Params](e, o.Params.Name)
	fail := e.failWith(o.Result)
	checked := jen.Id("cfg").Dot("checked").Call(jen.Op("&").Id("k"), jen.Op("&").Id("p"))
	var statements []jen.Code
	if r, ok := o.Result.(gomodel.ValueResult); ok && !e.hasNil(r.Type) {
		statements = append(statements, jen.Var().Id("x").Add(goType(r.Type)))
	}
	statements = append(statements,
		jen.Id("cfg").Op(":=").Id("c").Dot("with").Call(jen.Id("opts")),
		jen.Var().Id("p").Add(ident(o.Params)),
		jen.If(notNil(jen.Id("params"))).Block(assign(jen.Id("p"), jen.Op("*").Id("params"))),
	)
	statements = append(statements, e.fillParams(params)...)
	statements = append(statements, callDecl(o, params), ifError(checked, fail))
	statements = append(statements, e.sendParams(params)...)
	if params.Body != nil {
		statements = append(statements, e.sendBody(params.Body, fail))
	}
	statements = append(statements, e.receive(o)...)
	return doc(o.Doc, pageWidth).Func().Params(jen.Id("c").Op("*").Id("Client")).Id(o.Name).Params(
		jen.Id("ctx").Qual("context", "Context"),
		jen.Id("params").Op("*").Add(ident(o.Params)),
		jen.Id("opts").Op("...").Id("Option"),
	).Add(results(o.Result)).Block(statements...)
}

func results(r gomodel.Result) jen.Code {
	if t := gomodel.ResultType(r); t != nil {
		return jen.Params(goType(t), jen.Error())
	}
	return jen.Error()
}

// failWith prints the return of an error.
func (e printer) failWith(r gomodel.Result) jen.Code {
	switch r := r.(type) {
	case gomodel.NoResult:
		return jen.Return(jen.Err())
	case gomodel.ValueResult:
		return jen.Return(e.zero(r.Type), jen.Err())
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

func ifError(call, fail jen.Code) jen.Code {
	return jen.If(jen.Err().Op(":=").Add(call), notNil(jen.Err())).Block(fail)
}

// callDecl prints what is fixed for all calls of the operation, and the path.
func callDecl(o *gomodel.Operation, params *gomodel.Params) jen.Code {
	parts := []jen.Code{
		pair("op", text(o.Name)),
		pair("method", text(o.Method)),
		pair("path", pathExpr(o, params)),
	}
	if o.Accept != "" {
		parts = append(parts, pair("accept", text(o.Accept)))
	}
	if o.Security != nil {
		alternatives := make([]jen.Code, len(o.Security))
		for i, schemes := range o.Security {
			alternatives[i] = jen.ValuesFunc(func(g *jen.Group) {
				for _, s := range schemes {
					g.Add(text(s))
				}
			})
		}
		parts = append(parts, pair("security", jen.Index().Index().String().Values(alternatives...)))
	}
	if r, ok := o.Result.(gomodel.ValueResult); ok && len(r.Empty) > 0 {
		parts = append(parts, pair("empty", jen.Index().Int().ValuesFunc(func(g *jen.Group) {
			for _, code := range r.Empty {
				g.Op(strconv.Itoa(code))
			}
		})))
	}
	if len(o.Errors) > 0 {
		parts = append(parts, pair("errors", errorBodies(o.Errors)))
	}
	return jen.Id("k").Op(":=").Id("call").Add(multiLine(parts...))
}

// pathExpr prints the path as a sum of texts and escaped parameters.
func pathExpr(o *gomodel.Operation, params *gomodel.Params) *jen.Statement {
	var sum *jen.Statement
	for _, part := range o.Path {
		term := text(part.Text)
		if part.Text == "" {
			if part.Param < 0 || part.Param >= len(params.Fields) {
				panic(unprintable("the path has a parameter that " + params.Name + " has not"))
			}
			f := &params.Fields[part.Param].Field
			term = jen.Id("pathSegment").Call(textOf(f.Codec, value{jen.Id("p").Dot(f.Name), f.Hold.Box == gomodel.Pointing}))
		}
		if sum == nil {
			sum = term
		} else {
			sum = jen.Add(sum).Op("+").Add(term)
		}
	}
	if sum == nil {
		return jen.Lit("")
	}
	return sum
}

// errorBodies prints the readers of bodies of failures, one for each status.
func errorBodies(list []gomodel.ErrorBody) jen.Code {
	out := make([]jen.Code, len(list))
	for i, b := range list {
		reader := jen.Func().Params(readerParam()).Any().Add(braces(readResult(b.Type, b.Codec)))
		out[i] = jen.Values(text(b.Status), reader)
	}
	return jen.Index().Id("errorBody").Add(multiLine(out...))
}

// readResult prints statements that return a value just read.
func readResult(t gomodel.TypeExpr, c gomodel.Codec) []jen.Code {
	p, pointer := t.(gomodel.Pointer)
	_, object := c.(gomodel.ObjectCodec)
	x := jen.Id("x")
	switch {
	case pointer && object:
		return []jen.Code{jen.Return(jen.Id("decoded").Call(jen.Id("r"), jen.New(goType(p.Elem))))}
	case object:
		return []jen.Code{jen.Var().Id("x").Add(goType(t)), readInto(x, c), jen.Return(x)}
	case pointer:
		return []jen.Code{jen.Return(jen.New(read(c)))}
	}
	return []jen.Code{jen.Return(read(c))}
}

// sendBody prints how the body goes into the request. A body that is no type of the package has no encode method: it is written
// by a closure.
func (e printer) sendBody(b *gomodel.BodyField, fail jen.Code) jen.Code {
	k := func(helper string, body jen.Code) jen.Code {
		return ifError(jen.Id("k").Dot(helper).Call(text(b.MediaType), body), fail)
	}
	closure := func(statement jen.Code) jen.Code {
		return k("jsonBodyFunc", jen.Func().Params(writerParam()).Add(short(statement)))
	}
	return e.ifPresent(jen.Id("p").Dot(b.Name), b.Hold, b.Codec, func(v value) jen.Code {
		if _, object := b.Codec.(gomodel.ObjectCodec); object {
			return k("jsonBody", v.address())
		}
		return closure(write(jen.Id("w"), b.Codec, v, 0))
	}, func() jen.Code {
		return closure(jen.Id("w").Dot("null").Call())
	})
}

// receive prints the sending of the call and what becomes of the answer.
func (e printer) receive(o *gomodel.Operation) []jen.Code {
	on := func(method string, args ...jen.Code) *jen.Statement {
		all := append([]jen.Code{jen.Id("ctx"), jen.Id("cfg"), jen.Op("&").Id("k")}, args...)
		return jen.Id("c").Dot(method).Call(all...)
	}
	r, ok := o.Result.(gomodel.ValueResult)
	if !ok {
		return []jen.Code{jen.Return(on("discard"))}
	}
	x := jen.Id("x")
	declare := jen.Var().Id("x").Add(goType(r.Type))
	call := on("receive", jen.Op("&").Id("x"))
	p, pointer := r.Type.(gomodel.Pointer)
	_, object := r.Codec.(gomodel.ObjectCodec)
	switch {
	case object && pointer && !r.Nullable:
		declare = jen.Add(x).Op(":=").New(goType(p.Elem))
		call = on("receive", x)
	case !object || r.Nullable:
		call = on("receiveFunc", jen.Func().Params(readerParam()).Add(braces(readAnswer(r))), e.resultCheck(o, r))
	}
	if !e.hasNil(r.Type) {
		declare = jen.Null()
	}
	return []jen.Code{
		declare,
		jen.If(jen.List(jen.Id("ok"), jen.Err()).Op(":=").Add(call), jen.Op("!").Id("ok")).Block(e.failWith(r)),
		jen.Return(x, jen.Nil()),
	}
}

// readAnswer prints how x is read; a null that is allowed leaves it nil.
func readAnswer(r gomodel.ValueResult) []jen.Code {
	x := jen.Id("x")
	p, pointer := r.Type.(gomodel.Pointer)
	_, object := r.Codec.(gomodel.ObjectCodec)
	var statements []jen.Code
	switch {
	case object && pointer:
		statements = []jen.Code{assign(x, jen.New(goType(p.Elem))), readInto(x, r.Codec)}
	case object:
		statements = []jen.Code{readInto(x, r.Codec)}
	case pointer:
		statements = []jen.Code{assign(x, jen.New(read(r.Codec)))}
	default:
		statements = []jen.Code{assign(x, read(r.Codec))}
	}
	if r.Nullable {
		return []jen.Code{unlessNull(statements...)}
	}
	return statements
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
	_, pointer := r.Type.(gomodel.Pointer)
	valid := func(check jen.Code) jen.Code {
		if !r.Nullable {
			return jen.Func().Params().Error().Add(short(jen.Return(check)))
		}
		return jen.Func().Params().Error().Block(jen.If(jen.Id("x").Op("==").Nil()).Block(jen.Return(jen.Nil())), jen.Return(check))
	}
	switch c := r.Codec.(type) {
	case gomodel.UnionCodec:
		return valid(jen.Id(find[*gomodel.Union](e, c.Type.Name).Validate).Call(jen.Id("x")))
	case gomodel.ObjectCodec:
		return valid(jen.Id("x").Dot("Validate").Call())
	}
	if len(r.Checks) == 0 {
		return jen.Nil()
	}
	checks := e.checks(r.Checks, place{value: value{jen.Id("x"), pointer}, codec: r.Codec})
	if pointer {
		checks = []jen.Code{jen.If(notNil(jen.Id("x"))).Block(checks...)}
	}
	statements := []jen.Code{jen.Id("c").Op(":=").New(jen.Id("checker"))}
	statements = append(statements, checks...)
	return jen.Func().Params().Error().Block(append(statements, jen.Return(jen.Id("c").Dot("result").Call(text(o.Name))))...)
}
