package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// hookDecl prints the function that makes the handler of a webhook or a callback.
func (e printer) hookDecl(h *gomodel.Hook) jen.Code {
	request := jen.Id("r").Op("*").Qual("net/http", "Request")
	params, call := []jen.Code{request}, jen.Id("handle").Call(jen.Id("r"))
	serve := []jen.Code{jen.Return(call)}
	if b := h.Body; b != nil {
		x := jen.Id("x")
		params = append(params, jen.Id("body").Add(goType(b.Type)))
		read := readNew(x, b.Type, b.Codec)
		if b.Nullable {
			read = []jen.Code{unlessNull(read...)}
		}
		check := e.valueCheck(text(h.Name), x, b.Type, b.Codec, b.Checks, b.Nullable)
		readAll := jen.Id("receiveHook").Call(jen.Id("r"), text(h.What), jen.Func().Params(readerParam()).Add(braces(read)), check)
		serve = []jen.Code{
			jen.Var().Add(x).Add(goType(b.Type)),
			ifError(readAll, jen.Return(jen.Err())),
			jen.Return(jen.Id("handle").Call(jen.Id("r"), x)),
		}
	}
	return doc(h.Doc, pageWidth).Func().Id(h.Name).Params(jen.Id("handle").Func().Params(params...).Error()).Qual("net/http", "Handler").Block(
		jen.Return(jen.Id("hookHandler").Values(text(h.Method), number(int64(h.Status)), jen.Func().Params(request).Error().Block(serve...))))
}
