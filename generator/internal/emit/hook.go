package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// hookDecl prints the function that makes the handler of a webhook or a callback.
func (e printer) hookDecl(h *gomodel.Hook) jen.Code {
	request := jen.Id("r").Op("*").Qual("net/http", "Request")
	params, args := []jen.Code{request}, []jen.Code{jen.Id("r")}
	var serve []jen.Code
	if t := h.Header; t != nil {
		params, args = append(params, jen.Id("header").Op("*").Id(t.Name)), append(args, jen.Id("header"))
		serve = append(serve,
			jen.List(jen.Id("header"), jen.Err()).Op(":=").Id(t.Parse).Call(jen.Id("r").Dot("Header")),
			jen.If(notNil(jen.Err())).Block(jen.Return(jen.Id("badRequest").Call(jen.Err()))))
	}
	if b := h.Body; b != nil {
		x := jen.Id("x")
		params, args = append(params, jen.Id("body").Add(goType(b.Type))), append(args, x)
		read := readNew(x, b.Type, b.Codec)
		if b.Nullable {
			read = []jen.Code{unlessNull(read...)}
		}
		check := e.valueCheck(text(h.Name), x, b.Type, b.Codec, b.Checks, b.Nullable)
		readAll := jen.Id("receiveHook").Call(jen.Id("r"), text(h.What), jen.Func().Params(readerParam()).Add(braces(read)), check)
		serve = append(serve, jen.Var().Add(x).Add(goType(b.Type)), ifError(readAll, jen.Return(jen.Err())))
	}
	serve = append(serve, jen.Return(jen.Id("handle").Call(args...)))
	return doc(h.Doc, pageWidth).Func().Id(h.Name).Params(jen.Id("handle").Func().Params(params...).Error()).Qual("net/http", "Handler").Block(
		jen.Return(jen.Id("hookHandler").Values(text(h.Method), number(int64(h.Status)), jen.Func().Params(request).Error().Block(serve...))))
}
