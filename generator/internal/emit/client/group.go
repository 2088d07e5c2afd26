package client

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// GroupedClient prints Client with a field for each group, and NewClient, in place of those of support code.
func (e Printer) GroupedClient(d *gomodel.GroupedClient) jen.Code {
	cfg, c := jen.Id("cfg"), jen.Id("c")
	fill := []jen.Code{
		jen.List(cfg, jen.Err()).Op(":=").Id("newConfig").Call(jen.Id("baseURL"), jen.Id("opts")),
		jen.If(golang.NotNil(jen.Err())).Block(jen.Return(jen.Nil(), jen.Err())),
		jen.Add(c).Op(":=").Op("&").Id(d.Name).Values(golang.Pair("config", cfg)),
	}
	for _, g := range d.Groups {
		fill = append(fill, golang.Assign(jen.Add(c).Dot(g.Field).Dot("client"), c))
	}
	return golang.Lines(
		golang.Doc(d.Doc, golang.PageWidth).Type().Id(d.Name).StructFunc(func(fields *jen.Group) {
			for _, g := range d.Groups {
				fields.Add(golang.Doc(g.FieldDoc, golang.MemberWidth).Id(g.Field).Id(g.Name))
			}
			fields.Line().Id("config").Op("*").Id("config") // a pointer, as in support code
		}),
		golang.Comment("NewClient makes a client for the server at baseURL, which may have a path but no query. Options given here hold for every call; a call "+
			"may add its own.").
			Func().Id("NewClient").Params(jen.Id("baseURL").String(), jen.Id("opts").Op("...").Id("Option")).Params(jen.Op("*").Id(d.Name), jen.Error()).
			Block(append(fill, jen.Return(c, jen.Nil()))...),
	)
}

// Group prints the type that has the methods of a group.
func (e Printer) Group(d *gomodel.Group) jen.Code {
	return golang.Doc(d.Doc, golang.PageWidth).Type().Id(d.Name).Struct(jen.Id("client").Op("*").Id("Client"))
}

// method prints the head of a method of Client or of a group, up to its parameters.
func method(g gomodel.Grouped, receiver, name, short string) *jen.Statement {
	if g.Type == "" {
		return jen.Func().Params(jen.Id("c").Op("*").Id("Client")).Id(name)
	}
	return jen.Func().Params(jen.Id(receiver).Id(g.Type)).Id(short)
}

// callee prints what has the method of an operation, from a client on.
func callee(client *jen.Statement, g gomodel.Grouped, name string) *jen.Statement {
	if g.Type == "" {
		return client.Dot(name)
	}
	return client.Dot(g.Field).Dot(g.Name)
}
