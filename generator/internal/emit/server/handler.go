package server

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/client"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// A Printer prints the declarations of a handler.
type Printer struct{ client.Printer }

// handlerType is the type whose methods are the rows of operations.
const handlerType = "serviceHandler"

// Handler prints HandlerConfig, NewHandler and UnimplementedService.
func (e Printer) Handler(d *gomodel.Handler) jen.Code {
	parts := e.unimplemented(d)
	parts = append(parts,
		golang.Doc(d.Doc, golang.PageWidth).Type().Id(d.Name).StructFunc(func(g *jen.Group) {
			for _, s := range d.Schemes {
				g.Add(golang.Doc(s.Doc, golang.MemberWidth).Id(s.Field).Add(checkFunc(s.Kind)))
			}
			if len(d.Schemes) > 0 {
				g.Line()
			}
			g.Add(golang.Ident(d.Options))
		}),
		golang.Doc(d.NewDoc, golang.PageWidth).Func().Id(d.New).Params(jen.Id("service").Add(golang.Ident(d.Service)), jen.Id("config").Id(d.Name)).
			Params(jen.Qual("net/http", "Handler"), jen.Error()).Block(
			jen.If(jen.Id("service").Op("==").Nil()).Block(jen.Return(jen.Nil(), jen.Id("errNoService"))),
			jen.Id("h").Op(":=").Id(handlerType).Values(jen.Id("service")),
			jen.Return(jen.Id("newHandler").Add(jen.Custom(jen.Options{Open: "(", Close: ")", Separator: ",", Multi: true}, e.handlerArgs(d)...))),
		),
		golang.Comment("A serviceHandler describes the operations, one method each.").Type().Id(handlerType).Struct(golang.Ident(d.Service)),
	)
	return golang.Lines(parts...)
}

// unimplemented prints a service whose methods fail with status 501.
func (e Printer) unimplemented(d *gomodel.Handler) []jen.Code {
	parts := []jen.Code{
		golang.Comment(d.Unimplemented + " answers every request with status 501. Embed it to write one method after the other.").
			Type().Id(d.Unimplemented).Struct(),
		jen.Var().Id("_").Add(golang.Ident(d.Service)).Op("=").Id(d.Unimplemented).Values(),
	}
	for _, s := range d.Served {
		for _, call := range s.Calls {
			head := golang.Comment(call.Name+" implements ["+d.Service.Name+"].").Func().Params(jen.Id(d.Unimplemented)).Id(call.Name).
				Params(jen.Qual("context", "Context"), jen.Op("*").Add(golang.Ident(call.Params))).Add(e.Results(call.Result))
			parts = append(parts, head.Block(e.notImplemented(call)...))
		}
	}
	return parts
}

func (e Printer) notImplemented(call *gomodel.Operation) []jen.Code {
	err := jen.Id("errUnimplemented")
	switch r := call.Result.(type) {
	case gomodel.NoResult:
		return []jen.Code{jen.Return(err)}
	case gomodel.SequenceResult:
		return []jen.Code{jen.Return(jen.Id("failedStream").Types(e.Item(r)).Call(err))}
	case gomodel.ValueResult:
		if !e.HasNil(r.Type) {
			return []jen.Code{jen.Var().Id("x").Add(golang.Type(r.Type)), jen.Return(jen.Id("x"), err)}
		}
	}
	return []jen.Code{jen.Return(jen.Nil(), err)}
}

// checkFunc prints the type of the function that checks a credential. It gives the context of the method.
func checkFunc(kind gomodel.CredentialKind) jen.Code {
	ctx, scopes := jen.Id("ctx").Qual("context", "Context"), jen.Id("scopes").Index().String()
	var params []jen.Code
	switch kind {
	case gomodel.CredentialBearer:
		params = []jen.Code{ctx, jen.Id("token").String(), scopes}
	case gomodel.CredentialKey:
		params = []jen.Code{ctx, jen.Id("key").String(), scopes}
	case gomodel.CredentialBasic:
		params = []jen.Code{ctx, jen.List(jen.Id("user"), jen.Id("password")).String(), scopes}
	case gomodel.CredentialSigner:
		params = []jen.Code{ctx, jen.Id("r").Op("*").Qual("net/http", "Request"), jen.Id("body").Index().Byte()}
	case gomodel.CredentialCert:
		params = []jen.Code{ctx, jen.Id("certificate").Op("*").Qual("crypto/x509", "Certificate")}
	default:
		panic(golang.Unprintable("no printer for a credential of kind " + string(kind)))
	}
	return jen.Func().Params(params...).Params(jen.Qual("context", "Context"), jen.Error())
}

func (e Printer) handlerArgs(d *gomodel.Handler) []jen.Code {
	schemes := make([]jen.Code, len(d.Schemes))
	for i, s := range d.Schemes {
		schemes[i] = schemeCall(s)
	}
	list := jen.Nil()
	if len(schemes) > 0 {
		list = jen.Index().Id("scheme").Add(golang.MultiLine(schemes...))
	}
	args := []jen.Code{jen.Id("config").Dot(d.Options.Name), golang.Text(d.Path), list}
	for _, s := range d.Served {
		if !s.Unreachable {
			args = append(args, jen.Id("h").Dot(s.Name).Call())
		}
	}
	return args
}

// schemeCall prints how the credential of a scheme is found and checked.
func schemeCall(s gomodel.ServerScheme) jen.Code {
	check, name := jen.Id("config").Dot(s.Field), golang.Text(s.Name)
	switch s.Kind {
	case gomodel.CredentialBearer:
		return jen.Id("bearerScheme").Call(name, check)
	case gomodel.CredentialBasic:
		return jen.Id("basicScheme").Call(name, check)
	case gomodel.CredentialSigner:
		return jen.Id("signerScheme").Call(name, check)
	case gomodel.CredentialCert:
		return jen.Id("certScheme").Call(name, check)
	}
	return jen.Id(string(s.In)+"KeyScheme").Call(name, golang.Text(s.Wire), check)
}
