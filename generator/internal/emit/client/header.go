package client

import (
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// HeaderType prints the struct of the headers of a response and the function that reads and checks it.
func (e Printer) HeaderType(h *gomodel.HeaderType) jen.Code {
	statements := []jen.Code{
		jen.Id("x").Op(":=").New(jen.Id(h.Name)),
		jen.Id("c").Op(":=").Id("headerParser").Values(golang.Pair("header", jen.Id("header"))),
	}
	var fields []*gomodel.Field
	for i := range h.Fields {
		fields = append(fields, &h.Fields[i].Field)
		statements = append(statements, e.headerField(&h.Fields[i]))
		if f := &h.Fields[i]; f.Secret {
			statements = append(statements, jen.Id("c").Dot("conceal").Call(golang.Text(f.Wire)))
		}
	}
	statements = append(statements, jen.Return(jen.Id("x"), jen.Id("c").Dot("result").Call(golang.Text(h.Name))))
	return golang.Lines(
		golang.Doc(h.Doc, golang.PageWidth).Type().Id(h.Name).StructFunc(func(g *jen.Group) {
			for i := range h.Fields {
				g.Add(e.paramField(&h.Fields[i].Field))
			}
		}),
		golang.Doc(h.ParseDoc, golang.PageWidth).Func().Id(h.Parse).Params(jen.Id("header").Qual("net/http", "Header")).Params(jen.Op("*").Id(h.Name), jen.Error()).
			Block(statements...),
		e.ConcealMethods("x", h.Name, fields),
	)
}

// headerField prints how a header is read and checked.
func (e Printer) headerField(f *gomodel.HeaderField) jen.Code {
	target := jen.Id("x").Dot(f.Name)
	pointing := f.Hold.Box == gomodel.Pointing
	read := []jen.Code{values.ReadInto(target, f.Codec)}
	if pointing {
		read = values.ReadPointer(target, &f.Field)
	}
	parse := jen.Id("c").Dot("parse").Call(golang.Text(f.Wire), jen.Lit(string(f.Form)), jen.Op(strconv.FormatBool(f.Hold.Required)),
		jen.Func().Params(values.ReaderParam()).Add(Braces(read)))
	checks := e.Checks(f.Checks, values.Place{Value: values.Value{Expr: target, Pointer: pointing}, Codec: f.Codec, Name: golang.Text(f.Wire), Parsed: true})
	if len(checks) == 0 {
		return parse
	}
	return jen.If(parse).Block(checks...)
}
