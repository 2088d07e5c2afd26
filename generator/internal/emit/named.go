package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// namedType prints a type that is used by value. As a variant of a union, and for a rule, it can also write itself; a component
// is read and written by the fields of its type.
func (e printer) namedType(n *gomodel.NamedType) jen.Code {
	own := place{value: value{expr: jen.Id("x")}, codec: ownCodec(n.Codec, gomodel.Ident{Path: e.path, Name: n.Name}), own: n.Name}
	parts := []jen.Code{
		doc(n.Doc, pageWidth).Type().Id(n.Name).Add(goType(n.Under)),
		validateMethod(n.Name, "", subjectOf(n.Name, n.Union)),
	}
	if n.Union != "" {
		parts = append(parts, marshalMethod(n.Name, "", jen.Id("x")))
	}
	if n.Union != "" || hasRule(n.Checks) {
		parts = append(parts, encodeMethod(n.Name, "", write(jen.Id("w"), own.codec, own.value, 0)))
	}
	return lines(append(parts, checkMethod("x", "", n.Name, e.checks(n.Checks, own)))...)
}

func (e printer) listType(l *gomodel.ListType) jen.Code {
	x := value{jen.Id("x"), true}
	return lines(
		doc(l.Doc, pageWidth).Type().Id(l.Name).Index().Add(goType(l.Elem)),
		codecMethods(l.Name, jen.Nil()),
		decodeMethod(l.Name, assign(x.get(), read(l.Codec))),
		encodeMethod(l.Name, "*", write(jen.Id("w"), l.Codec, x, 0)),
		checkMethod("x", "*", l.Name, e.checks(l.Checks, place{value: x, codec: l.Codec, own: l.Name})),
	)
}

func (e printer) mapType(m *gomodel.MapType) jen.Code {
	x := value{jen.Id("x"), true}
	return lines(
		doc(m.Doc, pageWidth).Type().Id(m.Name).Map(jen.String()).Add(goType(m.Elem)),
		codecMethods(m.Name, jen.Nil()),
		decodeMethod(m.Name, assign(x.get(), read(m.Codec))),
		encodeMethod(m.Name, "*", write(jen.Id("w"), m.Codec, x, 0)),
		checkMethod("x", "*", m.Name, e.checks(m.Checks, place{value: x, codec: m.Codec, own: m.Name})),
	)
}

func (e printer) rawType(t *gomodel.RawType) jen.Code {
	raw := func() *jen.Statement { return jen.Qual("encoding/json", "RawMessage") }
	x := func() *jen.Statement { return jen.Op("*").Id("x") }
	held := value{expr: raw().Call(x())}
	return lines(
		doc(t.Doc, pageWidth).Type().Id(t.Name).Add(raw()),
		codecMethods(t.Name, jen.Nil()),
		decodeMethod(t.Name, assign(x(), jen.Id(t.Name).Call(read(gomodel.RawCodec{})))),
		encodeMethod(t.Name, "*", write(jen.Id("w"), gomodel.RawCodec{}, held, 0)),
		checkMethod("x", "*", t.Name, e.checks(t.Checks, place{value: held, codec: gomodel.RawCodec{}})),
	)
}

func aliasDecl(a *gomodel.Alias) jen.Code {
	return doc(a.Doc, pageWidth).Type().Id(a.Name).Op("=").Add(goType(a.Target))
}
