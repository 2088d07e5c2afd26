package client

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// Service prints the interface of all operations, and what makes one of a client.
func (e Printer) Service(s *gomodel.Service) jen.Code {
	adapter := jen.Id(gomodel.ServiceAdapter)
	client, opts := jen.Id("client"), jen.Id("opts")
	parts := []jen.Code{
		golang.Doc(s.Doc, golang.PageWidth).Type().Id(s.Name).InterfaceFunc(func(g *jen.Group) {
			for _, m := range s.Methods {
				g.Add(golang.Doc(m.Doc, golang.MemberWidth).Id(m.Call.Name).Add(e.serviceParams(m.Call)).Add(e.results(m.Call.Result)))
			}
		}),
		golang.Comment(s.Adapter + " gives c as a [" + s.Name + "]. The options are those of every call.").
			Func().Params(jen.Id("c").Op("*").Id("Client")).Id(s.Adapter).Params(jen.Add(opts).Op("...").Id("Option")).Id(s.Name).
			Block(jen.Return(jen.Add(adapter).Values(jen.Id("c"), opts))),
		jen.Type().Add(adapter).Struct(jen.Add(client).Op("*").Id("Client"), jen.Add(opts).Index().Id("Option")),
	}
	for _, m := range s.Methods {
		call := callee(jen.Id("s").Dot("client"), m.Call.Grouped, m.Call.Name).Call(jen.Id("ctx"), jen.Id("params"), jen.Id("s").Dot("opts").Op("..."))
		parts = append(parts, jen.Func().Params(jen.Id("s").Add(adapter)).Id(m.Call.Name).Add(e.serviceParams(m.Call)).Add(e.results(m.Call.Result)).
			Block(jen.Return(call)))
	}
	return golang.Lines(parts...)
}

func (e Printer) serviceParams(o *gomodel.Operation) jen.Code {
	return jen.Params(jen.Id("ctx").Qual("context", "Context"), jen.Id("params").Op("*").Add(golang.Ident(o.Params)))
}
