package emit

import (
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// operationDecl prints a method of Client: parameters into a call, the call, and its result.
func (e printer) operationDecl(o *gomodel.Operation) jen.Code {
	params := find[*gomodel.Params](e, o.Params.Name)
	statements := e.operationBody(o, params)
	if r, ok := o.Result.(gomodel.SequenceResult); ok {
		yield := jen.Func().Params(jen.Id("yield").Func().Params(e.item(r), jen.Error()).Bool())
		statements = []jen.Code{jen.Return(yield.Block(statements...))}
	}
	return doc(o.Doc, pageWidth).Func().Params(jen.Id("c").Op("*").Id("Client")).Id(o.Name).Params(
		jen.Id("ctx").Qual("context", "Context"),
		jen.Id("params").Op("*").Add(ident(o.Params)),
		jen.Id("opts").Op("...").Id("Option"),
	).Add(e.results(o.Result)).Block(statements...)
}

// failed prints what happens if the parameters are not valid.
func (e printer) failed(r gomodel.Result, err jen.Code) []jen.Code {
	s, ok := r.(gomodel.SequenceResult)
	if !ok {
		return []jen.Code{e.failWith(r, err)}
	}
	zero := jen.Add(e.item(s)).Values()
	if !s.Events {
		if zero = jen.Nil(); !e.hasNil(s.Type) {
			zero = jen.Op("*").New(e.item(s))
		}
	}
	return []jen.Code{jen.Id("yield").Call(zero, err), jen.Return()}
}

func (e printer) operationBody(o *gomodel.Operation, params *gomodel.Params) []jen.Code {
	checked := jen.Id("cfg").Dot("checked").Call(jen.Op("&").Id("k"), jen.Op("&").Id("p"))
	var statements []jen.Code
	if r, ok := o.Result.(gomodel.ValueResult); ok && !e.hasNil(r.Type) {
		statements = append(statements, jen.Var().Id("x").Add(goType(r.Type)))
	}
	statements = append(statements,
		jen.Id("cfg").Op(":=").Id("c").Dot("with").Call(jen.Id("opts")),
	)
	statements = append(statements, e.takeParams(o, params)...)
	statements = append(statements, e.fillParams(params)...)
	statements = append(statements, callDecl(o, params), ifError(checked, e.failed(o.Result, jen.Err())...))
	if s := o.Server; s != nil {
		urls := []jen.Code{jen.Id("c"), jen.Id("cfg"), text(s.URL)}
		for _, url := range s.Main {
			urls = append(urls, text(url))
		}
		statements = append(statements, jen.Id("k").Dot("onServer").Call(urls...))
	}
	statements = append(statements, e.sendParams(params)...)
	for _, b := range params.Bodies {
		statements = append(statements, e.sendBody(b))
	}
	return append(statements, e.receive(o)...)
}

// takeParams prints how the parameters are copied, so that nothing changes those of the caller. Nil is fine if none is required.
func (e printer) takeParams(o *gomodel.Operation, params *gomodel.Params) []jen.Code {
	given := jen.Op("*").Id("params")
	required := requiredParams(params)
	if len(required) == 0 {
		return []jen.Code{
			jen.Var().Id("p").Add(ident(o.Params)),
			jen.If(notNil(jen.Id("params"))).Block(assign(jen.Id("p"), given)),
		}
	}
	refused := jen.Id("noParams").Call(append([]jen.Code{text(o.Name), text(params.Name)}, required...)...)
	return []jen.Code{
		jen.If(jen.Id("params").Op("==").Nil()).Block(e.failed(o.Result, refused)...),
		jen.Id("p").Op(":=").Add(given),
	}
}

// requiredParams prints the place and the name of each parameter that a call must give. Options give some for all calls.
func requiredParams(p *gomodel.Params) (pairs []jen.Code) {
	for _, f := range p.Fields {
		if f.Hold.Required && f.Option == "" {
			pairs = append(pairs, jen.Lit(string(f.In)), text(f.Wire))
		}
	}
	if p.BodyRequired {
		pairs = append(pairs, jen.Lit("body"), jen.Lit(""))
	}
	return pairs
}

func ifError(call jen.Code, fail ...jen.Code) jen.Code {
	return jen.If(jen.Err().Op(":=").Add(call), notNil(jen.Err())).Block(fail...)
}

// callDecl prints what is fixed for all calls of the operation, and the path.
func callDecl(o *gomodel.Operation, params *gomodel.Params) jen.Code {
	parts := []jen.Code{
		pair("op", text(o.Name)),
		pair("method", text(o.Method)),
	}
	if !hasStyledPath(o, params) {
		parts = append(parts, pair("path", pathExpr(o.Path, params, "pathSegment")))
	}
	if len(o.Query) > 0 {
		parts = append(parts, pair("query", jen.Index().String().Values(pathExpr(o.Query, params, "queryEscape"))))
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
	if empty := gomodel.EmptyCodes(o.Result); len(empty) > 0 {
		parts = append(parts, pair("empty", jen.Index().Int().ValuesFunc(func(g *jen.Group) {
			for _, code := range empty {
				g.Op(strconv.Itoa(code))
			}
		})))
	}
	if o.Headers != "" {
		parse := jen.List(jen.Id("_"), jen.Err()).Op(":=").Id(o.Headers).Call(jen.Id("h"))
		parts = append(parts, pair("headers", jen.Func().Params(jen.Id("h").Qual("net/http", "Header")).Error().Block(parse, jen.Return(jen.Err()))))
	}
	if len(o.Errors) > 0 {
		parts = append(parts, pair("errors", errorBodies(o.Errors)))
	}
	decl := jen.Id("k").Op(":=").Id("call").Add(multiLine(parts...))
	if hasStyledPath(o, params) { // it needs k for what cannot be written
		decl.Line().Id("k").Dot("path").Op("=").Add(pathExpr(o.Path, params, "pathSegment"))
	}
	return decl
}

// hasStyledPath reports whether a path parameter is more than text between slashes.
func hasStyledPath(o *gomodel.Operation, params *gomodel.Params) bool {
	return slices.ContainsFunc(o.Path, func(part gomodel.PathPart) bool {
		if part.Text != "" || part.Param < 0 || part.Param >= len(params.Fields) {
			return false
		}
		_, styled := params.Fields[part.Param].Write.(gomodel.StyledParam)
		return styled
	})
}

// pathExpr prints the path as a sum of texts and escaped parameters.
func pathExpr(parts []gomodel.PathPart, params *gomodel.Params, escape string) *jen.Statement {
	var sum *jen.Statement
	for _, part := range parts {
		term := text(part.Text)
		if part.Text == "" {
			if part.Param < 0 || part.Param >= len(params.Fields) {
				panic(unprintable("the path has a parameter that " + params.Name + " has not"))
			}
			f := &params.Fields[part.Param]
			v := value{jen.Id("p").Dot(f.Name), f.Hold.Box == gomodel.Pointing}
			if w, styled := f.Write.(gomodel.StyledParam); styled {
				term = jen.Id("k").Dot("styledPath").Call(text(f.Wire), styleLit(w), writeFunc(f.Codec, v))
			} else {
				term = jen.Id(escape).Call(textOf(f.Codec, v))
			}
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
