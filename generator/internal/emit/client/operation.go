package client

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// Operation prints a method of Client: parameters into a call, the call, and its result.
func (e Printer) Operation(o *gomodel.Operation) jen.Code {
	params := values.Find[*gomodel.Params](e.Scope, o.Params.Name)
	statements := e.operationBody(o, params)
	switch {
	case o.Receiver:
		statements = append([]jen.Code{jen.Id("c").Op(":=").Id("s").Dot("client")}, statements...)
	case o.Grouped.Type != "":
		statements = append([]jen.Code{jen.Id("c").Op(":=").Id("g").Dot("client")}, statements...)
	}
	if r, ok := o.Result.(gomodel.SequenceResult); ok {
		yield := jen.Func().Params(jen.Id("yield").Func().Params(e.Item(r), jen.Error()).Bool())
		statements = []jen.Code{jen.Return(yield.Block(statements...))}
	}
	takes := []jen.Code{jen.Id("ctx").Qual("context", "Context"), jen.Id("params").Op("*").Add(golang.Ident(o.Params)), jen.Id("opts").Op("...").Id("Option")}
	if o.Receiver {
		takes = slices.Insert(takes, 1, jen.Code(jen.Id("url").String()))
	}
	head := method(o.Grouped, "g", o.Name, o.Grouped.Name)
	if o.Receiver {
		head = jen.Func().Params(jen.Id("s").Op("*").Id(o.Grouped.Type)).Id(o.Grouped.Name)
	}
	return golang.Doc(o.Doc, golang.PageWidth).Add(head).Params(takes...).Add(e.Results(o.Result)).Block(statements...)
}

// failed prints what happens if the parameters are not valid.
func (e Printer) failed(r gomodel.Result, err jen.Code) []jen.Code {
	s, ok := r.(gomodel.SequenceResult)
	if !ok {
		return []jen.Code{e.failWith(r, err)}
	}
	zero := jen.Add(e.Item(s)).Values()
	if !s.Events {
		if zero = jen.Nil(); !e.HasNil(s.Type) {
			zero = jen.Op("*").New(e.Item(s))
		}
	}
	return []jen.Code{jen.Id("yield").Call(zero, err), jen.Return()}
}

func (e Printer) operationBody(o *gomodel.Operation, params *gomodel.Params) []jen.Code {
	checked := jen.Id("cfg").Dot("checked").Call(jen.Op("&").Id("k"), jen.Lit(o.Params.Name), jen.Op("&").Id("p"))
	var statements []jen.Code
	if r, ok := o.Result.(gomodel.ValueResult); ok && !e.HasNil(r.Type) {
		statements = append(statements, jen.Var().Id("x").Add(golang.Type(r.Type)))
	}
	statements = append(statements,
		jen.Id("cfg").Op(":=").Id("c").Dot("with").Call(jen.Id("opts")),
	)
	statements = append(statements, e.takeParams(o, params)...)
	statements = append(statements, e.fillParams(params)...)
	statements = append(statements, e.switchOn(o, params)...)
	statements = append(statements, e.callDecl(o, params))
	for _, b := range params.Bodies {
		if e.isUpload(b) { // before the check, so that a call that is refused closes it
			statements = append(statements, e.sendBody(b))
		}
	}
	statements = append(statements, ifError(checked, e.failed(o.Result, jen.Err())...))
	if s := o.Server; s != nil {
		urls := []jen.Code{jen.Id("c"), golang.Text(s.URL)}
		for _, url := range s.Main {
			urls = append(urls, golang.Text(url))
		}
		statements = append(statements, jen.Id("k").Dot("onServer").Call(urls...))
	}
	if o.Receiver {
		statements = append(statements, jen.Id("k").Dot("sendTo").Call(jen.Id("cfg"), jen.Id("url")))
	}
	statements = append(statements, e.concealParams(params)...)
	statements = append(statements, e.sendParams(params)...)
	for _, b := range params.Bodies {
		if !e.isUpload(b) {
			statements = append(statements, e.sendBody(b))
		}
	}
	return append(statements, e.receive(o)...)
}

// takeParams prints how the parameters are copied, so that nothing changes those of the caller. Nil is fine if none is required.
func (e Printer) takeParams(o *gomodel.Operation, params *gomodel.Params) []jen.Code {
	given := jen.Op("*").Id("params")
	required := requiredParams(params)
	if len(required) == 0 {
		return []jen.Code{
			jen.Var().Id("p").Add(golang.Ident(o.Params)),
			jen.If(golang.NotNil(jen.Id("params"))).Block(golang.Assign(jen.Id("p"), given)),
		}
	}
	refused := jen.Id("noParams").Call(append([]jen.Code{golang.Text(o.Name), golang.Text(params.Name)}, required...)...)
	return []jen.Code{
		jen.If(jen.Id("params").Op("==").Nil()).Block(e.failed(o.Result, refused)...),
		jen.Id("p").Op(":=").Add(given),
	}
}

// requiredParams prints the place and the name of each parameter that a call must give. Options give some for all calls.
func requiredParams(p *gomodel.Params) (pairs []jen.Code) {
	for _, f := range p.Fields {
		if f.Hold.Required && f.Option == "" && f.Key != gomodel.KeyFilled {
			pairs = append(pairs, jen.Lit(string(f.In)), golang.Text(f.Wire))
		}
	}
	if p.BodyRequired {
		pairs = append(pairs, jen.Lit("body"), jen.Lit(""))
	}
	return pairs
}

func ifError(call jen.Code, fail ...jen.Code) jen.Code {
	return jen.If(jen.Err().Op(":=").Add(call), golang.NotNil(jen.Err())).Block(fail...)
}
