package client

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// Sender prints the type that sends webhooks and callbacks. Its methods are printed as those of a group.
func Sender(s *gomodel.Sender) jen.Code {
	c := jen.Id("c")
	return golang.Lines(
		golang.Doc(s.Doc, golang.PageWidth).Type().Id(s.Name).Struct(jen.Id("client").Op("*").Id("Client")),
		golang.Doc(s.MakeDoc, golang.PageWidth).Func().Id(s.Make).Params(jen.Id("opts").Op("...").Id("Option")).Params(jen.Op("*").Id(s.Name), jen.Error()).Block(
			jen.List(c, jen.Err()).Op(":=").Id("newSender").Call(jen.Id("opts")),
			jen.If(golang.NotNil(jen.Err())).Block(jen.Return(jen.Nil(), jen.Err())),
			jen.Return(jen.Op("&").Id(s.Name).Values(c), jen.Nil()),
		),
	)
}

// CallbackURL prints the function that gives the URL of a callback.
func (e Printer) CallbackURL(d *gomodel.CallbackURL) jen.Code {
	params := values.Find[*gomodel.Params](e.Scope, d.Params.Name)
	p, u := jen.Id("p"), jen.Id("u")
	statements := []jen.Code{
		jen.If(jen.Add(p).Op("==").Nil()).Block(golang.Assign(p, jen.New(golang.Ident(d.Params)))),
		jen.Add(u).Op(":=").Id("callbackURL").Values(golang.Pair("text", golang.Text(d.Expression))),
	}
	for _, value := range d.Values {
		f := fieldOf(params, value.Field)
		statements = append(statements, e.IfPresent(jen.Id("p").Dot(f.Name), f.Hold, f.Codec, func(v values.Value) jen.Code {
			return jen.Id("u").Dot("find").Call(golang.Text(value.Expression), golang.Text(value.Pointer), WriteFunc(f.Codec, v))
		}, noNull))
	}
	return golang.Doc(d.Doc, golang.PageWidth).Func().Id(d.Name).Params(jen.Id("p").Op("*").Add(golang.Ident(d.Params))).Params(jen.String(), jen.Error()).
		Block(append(statements, jen.Return(jen.Id("u").Dot("url").Call()))...)
}

// fieldOf returns the field of parameters that has a name.
func fieldOf(p *gomodel.Params, name string) *gomodel.Field {
	for _, f := range gomodel.DeclFields(p) {
		if f.Name == name {
			return f
		}
	}
	panic(golang.Unprintable("there is no field " + name + " in " + p.Name))
}
