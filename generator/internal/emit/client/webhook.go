package client

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// Webhook prints the function that makes the handler of a webhook or a callback.
func (e Printer) Webhook(h *gomodel.Webhook) jen.Code {
	request := jen.Id("r").Op("*").Qual("net/http", "Request")
	serving := []jen.Code{jen.Id("w").Op("*").Id("webhook"), request}
	params, args := []jen.Code{request}, []jen.Code{jen.Id("r")}
	var serve []jen.Code
	if t := h.Header; t != nil {
		params, args = append(params, jen.Id("header").Op("*").Id(t.Name)), append(args, jen.Id("header"))
		serve = append(serve,
			jen.List(jen.Id("header"), jen.Err()).Op(":=").Id(t.Parse).Call(jen.Id("r").Dot("Header")),
			jen.If(jen.Err().Op("=").Id("w").Dot("refused").Call(jen.Err()), golang.NotNil(jen.Err())).Block(jen.Return(jen.Err())))
	}
	if b := h.Body; b != nil {
		x := jen.Id("x")
		params, args = append(params, jen.Id("body").Add(golang.Type(b.Type))), append(args, x)
		read := ReadNew(x, b.Type, b.Codec)
		if b.Nullable {
			read = []jen.Code{values.UnlessNull(read...)}
		}
		check := e.ValueCheck(golang.Text(h.Name), x, b.Type, b.Codec, b.Checks, b.Nullable)
		readAll := jen.Id("w").Dot("receive").Call(jen.Id("r"), golang.Text(h.What), jen.Func().Params(values.ReaderParam()).Add(Braces(read)), check)
		serve = append(serve, jen.Var().Add(x).Add(golang.Type(b.Type)), ifError(readAll, jen.Return(jen.Err())))
	}
	serve = append(serve, jen.Return(jen.Id("handle").Call(args...)))
	handle := jen.Id("handle").Func().Params(params...).Error()
	options := jen.Id("opts").Op("...").Id("WebhookOption")
	made := jen.Id("newWebhook").Call(golang.Text(h.Method), golang.Number(int64(h.Status)), jen.Id("opts"), jen.Func().Params(serving...).Error().Block(serve...))
	return golang.Doc(h.Doc, golang.PageWidth).Func().Id(h.Name).Params(handle, options).Qual("net/http", "Handler").Block(jen.Return(made))
}
