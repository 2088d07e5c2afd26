package types

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// ListReader prints the function that reads an array. Elements that are read in place grow by what the reader expects to come.
func (e Printer) ListReader(l *gomodel.ListReader) jen.Code {
	s := jen.Id("s")
	list := func() *jen.Statement { return jen.Index().Add(golang.Type(l.Type)) }
	loop := values.ReadAnd(l.Elem, func(v jen.Code) jen.Code { return golang.Assign(s, jen.Append(s, v)) })
	if _, object := l.Elem.(gomodel.ObjectCodec); object {
		capacity := jen.Id("a").Dot("capacity").Call(jen.Id("r"), jen.Len(s))
		loop = []jen.Code{
			jen.If(jen.Len(s).Op("==").Cap(s)).Block(
				golang.Assign(s, jen.Append(jen.Make(list(), jen.Lit(0), capacity), jen.Add(s).Op("...")))),
			golang.Assign(s, jen.Add(s).Index(jen.Empty(), jen.Len(s).Op("+").Lit(1))),
			values.ReadInto(jen.Add(s).Index(jen.Len(s).Op("-").Lit(1)), l.Elem),
		}
	}
	return golang.Doc(l.Doc, golang.PageWidth).Func().Id(l.Name).Params(values.ReaderParam()).Add(list()).Block(
		jen.Add(s).Op(":=").Add(list()).Values(),
		jen.For(jen.Id("a").Op(":=").Id("r").Dot("array").Call(), jen.Id("a").Dot("next").Call(jen.Id("r")), jen.Empty()).Block(loop...),
		jen.Return(s),
	)
}

// MapReader prints the function that reads an object with any names, and the one that writes it if somebody does.
func (e Printer) MapReader(d *gomodel.MapReader) jen.Code {
	m := jen.Id("m")
	typ := func() *jen.Statement { return jen.Map(jen.String()).Add(golang.Type(d.Type)) }
	loop := values.ReadAnd(d.Elem, func(v jen.Code) jen.Code { return golang.Assign(jen.Add(m).Index(jen.Id("o").Dot("name")), v) })
	next := jen.Id("o").Dot("next").Call(jen.Id("r"), jen.Len(m))
	reader := golang.Doc(d.Doc, golang.PageWidth).Func().Id(d.Name).Params(values.ReaderParam()).Add(typ()).Block(
		jen.Add(m).Op(":=").Add(typ()).Values(),
		jen.For(jen.Id("o").Op(":=").Id("r").Dot("members").Call(), next, jen.Empty()).Block(loop...),
		jen.Return(m),
	)
	if !d.Writes {
		return reader
	}
	statements := []jen.Code{jen.Id("start").Op(":=").Id("w").Dot("beginObject").Call()}
	statements = append(statements, encodeSorted(m, d.Elem)...)
	statements = append(statements, jen.Id("w").Dot("endObject").Call(jen.Id("start")))
	return golang.Lines(reader, jen.Func().Id(values.MapWriterName(d.Name)).Params(values.WriterParam(), jen.Id("m").Add(typ())).Block(statements...))
}
