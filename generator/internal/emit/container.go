package emit

import (
	"unicode"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// listReader prints the function that reads an array. Elements that are read in place grow by what the reader expects to come.
func (e printer) listReader(l *gomodel.ListReader) jen.Code {
	s := jen.Id("s")
	list := func() *jen.Statement { return jen.Index().Add(goType(l.Type)) }
	loop := readAnd(l.Elem, func(v jen.Code) jen.Code { return assign(s, jen.Append(s, v)) })
	if _, object := l.Elem.(gomodel.ObjectCodec); object {
		capacity := jen.Id("a").Dot("capacity").Call(jen.Id("r"), jen.Len(s))
		loop = []jen.Code{
			jen.If(jen.Len(s).Op("==").Cap(s)).Block(
				assign(s, jen.Append(jen.Make(list(), jen.Lit(0), capacity), jen.Add(s).Op("...")))),
			assign(s, jen.Add(s).Index(jen.Empty(), jen.Len(s).Op("+").Lit(1))),
			readInto(jen.Add(s).Index(jen.Len(s).Op("-").Lit(1)), l.Elem),
		}
	}
	return doc(l.Doc, pageWidth).Func().Id(l.Name).Params(readerParam()).Add(list()).Block(
		jen.Add(s).Op(":=").Add(list()).Values(),
		jen.For(jen.Id("a").Op(":=").Id("r").Dot("array").Call(), jen.Id("a").Dot("next").Call(jen.Id("r")), jen.Empty()).Block(loop...),
		jen.Return(s),
	)
}

// mapReader prints the function that reads an object with any names, and the one that writes it if somebody does.
func (e printer) mapReader(d *gomodel.MapReader) jen.Code {
	m := jen.Id("m")
	typ := func() *jen.Statement { return jen.Map(jen.String()).Add(goType(d.Type)) }
	loop := readAnd(d.Elem, func(v jen.Code) jen.Code { return assign(jen.Add(m).Index(jen.Id("o").Dot("name")), v) })
	next := jen.Id("o").Dot("next").Call(jen.Id("r"), jen.Len(m))
	reader := doc(d.Doc, pageWidth).Func().Id(d.Name).Params(readerParam()).Add(typ()).Block(
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
	return lines(reader, jen.Func().Id(mapWriterName(d.Name)).Params(writerParam(), jen.Id("m").Add(typ())).Block(statements...))
}

// mapWriterName returns the name of the function that writes what a [gomodel.MapReader] reads: putMapPoint for mapPoint. (The
// family write belongs to unions, of which one may be called MapPoint.)
func mapWriterName(reader string) string {
	first, size := utf8.DecodeRuneInString(reader)
	return "put" + string(unicode.ToUpper(first)) + reader[size:]
}
