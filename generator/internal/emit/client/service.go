package client

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// Service prints the interface of all operations, and what makes one of a client.
func (e Printer) Service(s *gomodel.Service) jen.Code {
	iface := golang.Doc(s.Doc, golang.PageWidth).Type().Id(s.Name).InterfaceFunc(func(g *jen.Group) {
		for _, m := range s.Methods {
			g.Add(golang.Doc(m.Doc, golang.MemberWidth).Id(m.Call.Name).Add(e.ServiceParams(m.Call)).Add(e.Results(m.Call.Result)))
		}
	})
	if s.Adapter == "" {
		return iface
	}
	return golang.Lines(append([]jen.Code{iface}, e.adapter(s)...)...)
}

// adapter prints what makes a service of a client. Behind a handler it passes on the status and the documented headers of a response.
func (e Printer) adapter(s *gomodel.Service) []jen.Code {
	adapter := jen.Id(s.AdapterType())
	client, opts := jen.Id("client"), jen.Id("opts")
	about := s.Adapter + " gives c as a [" + s.Name + "]. The options are those of every call."
	if s.Served {
		about += " A handler of it is a proxy, which passes on the status and the documented headers of a success."
	}
	parts := []jen.Code{
		golang.Comment(about).
			Func().Params(jen.Id("c").Op("*").Id("Client")).Id(s.Adapter).Params(jen.Add(opts).Op("...").Id("Option")).Id(s.Name).
			Block(jen.Return(jen.Add(adapter).Values(jen.Id("c"), opts))),
	}
	if !s.Served {
		parts = append(parts, jen.Type().Add(adapter).Struct(jen.Add(client).Op("*").Id("Client"), jen.Add(opts).Index().Id("Option")))
	}
	for _, m := range s.Methods {
		options := jen.Id("s").Dot("opts").Op("...")
		if s.Served {
			args := []jen.Code{jen.Id("ctx")}
			for _, name := range m.Headers {
				args = append(args, golang.Text(name))
			}
			options = jen.Id("s").Dot("with").Call(args...).Op("...")
		}
		call := callee(jen.Id("s").Dot("client"), m.Call.Grouped, m.Call.Name).Call(jen.Id("ctx"), jen.Id("params"), options)
		parts = append(parts, jen.Func().Params(jen.Id("s").Add(adapter)).Id(m.Call.Name).Add(e.ServiceParams(m.Call)).Add(e.Results(m.Call.Result)).
			Block(jen.Return(call)))
	}
	return parts
}

// ServiceParams prints the parameters of a method of a service.
func (e Printer) ServiceParams(o *gomodel.Operation) jen.Code {
	return jen.Params(jen.Id("ctx").Qual("context", "Context"), jen.Id("params").Op("*").Add(golang.Ident(o.Params)))
}
