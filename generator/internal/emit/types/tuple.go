package types

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// Tuple prints the struct of an array with a type for each position.
func (e Printer) Tuple(t *gomodel.Tuple) jen.Code {
	return golang.Lines(
		golang.Doc(t.Doc, golang.PageWidth).Type().Id(t.Name).StructFunc(func(g *jen.Group) {
			for _, f := range t.Items {
				g.Add(golang.Doc(f.Doc, golang.MemberWidth).Id(f.Name).Add(golang.Type(f.FieldType(e.Path))))
			}
			if t.Rest != nil {
				g.Add(golang.Comment("The items behind these.").Id(t.Rest.Name).Index().Add(golang.Type(t.Rest.Type)))
			}
		}),
		values.CodecMethods(t.Name, jen.Id(t.Name).Values()),
		e.decodeTuple(t),
		e.encodeTuple(t),
		e.checkTuple(t),
		e.ConcealMethods("x", t.Name, t.Items),
	)
}

func (e Printer) decodeTuple(t *gomodel.Tuple) jen.Code {
	a, r := jen.Id("a"), jen.Id("r")
	cases := make([]jen.Code, len(t.Items))
	for i, f := range t.Items {
		cases[i] = jen.Case(jen.Lit(i + 1)).Block(e.decodeField(f)...)
	}
	others := []jen.Code{jen.Add(a).Dot("beyond").Call(r)}
	switch {
	case t.Max > 0:
		others = []jen.Code{jen.Add(r).Dot("skip").Call()}
	case t.Rest != nil:
		rest := jen.Id("x").Dot(t.Rest.Name)
		others = values.ReadAnd(t.Rest.Codec, func(v jen.Code) jen.Code { return golang.Assign(rest, jen.Append(rest, v)) })
	}
	statements := []jen.Code{
		jen.Add(a).Op(":=").Add(r).Dot("array").Call(),
		jen.For(jen.Add(a).Dot("next").Call(r)).Block(
			jen.Switch(jen.Add(a).Dot("count")).Block(append(cases, jen.Default().Block(others...))...)),
	}
	if t.Min > 0 {
		statements = append(statements, jen.Add(a).Dot("atLeast").Call(r, jen.Lit(t.Min)))
	}
	if t.Max > 0 {
		statements = append(statements, jen.Add(a).Dot("atMost").Call(r, jen.Lit(t.Max)))
	}
	return values.DecodeMethod(t.Name, statements...)
}

func (e Printer) encodeTuple(t *gomodel.Tuple) jen.Code {
	w := func() *jen.Statement { return jen.Id("w").Dot("item").Call() }
	statements := []jen.Code{jen.Id("start").Op(":=").Id("w").Dot("beginArray").Call()}
	for _, f := range t.Items {
		field := jen.Id("x").Dot(f.Name)
		statements = append(statements, e.IfPresent(field, f.Hold, f.Codec, func(v values.Value) jen.Code {
			return values.Write(w(), f.Codec, v, 0)
		}, func() jen.Code {
			return w().Dot("null").Call()
		}))
	}
	if t.Rest != nil {
		rest := jen.Id("x").Dot(t.Rest.Name)
		statements = append(statements, jen.For(jen.Id("i").Op(":=").Range().Add(rest)).Block(
			values.Write(w(), t.Rest.Codec, values.Value{Expr: jen.Add(rest).Index(jen.Id("i"))}, 1)))
	}
	return values.EncodeMethod(t.Name, "*", append(statements, jen.Id("w").Dot("endArray").Call(jen.Id("start")))...)
}

// checkTuple prints the checks of the items, and that none is missing before another.
func (e Printer) checkTuple(t *gomodel.Tuple) jen.Code {
	var statements []jen.Code
	for i, f := range t.Items {
		statements = append(statements, e.FieldChecks(f, "x", golang.Text(f.Wire))...)
		if nothing := e.nothingBehind(t, i); nothing != nil && !f.Hold.Required {
			statements = append(statements, jen.Id("c").Dot("present").Call(golang.Text(f.Wire), e.isThere(f).Op("||").Add(nothing)))
		}
	}
	if t.Rest != nil && len(t.Rest.Checks) > 0 {
		statements = append(statements, e.restChecks(t))
	}
	statements = append(statements, e.Checks(t.Checks, values.Place{Value: values.Value{Expr: jen.Id("x"), Pointer: true}, Own: t.Name})...)
	return values.CheckMethod("x", "*", t.Name, statements)
}

// restChecks prints the checks of the items behind the fields, whose indexes begin where those of the fields end.
func (e Printer) restChecks(t *gomodel.Tuple) jen.Code {
	i, before, rest := jen.Id("i"), jen.Id("before"), jen.Id("x").Dot(t.Rest.Name)
	inner, _ := e.ElementChecks(t.Rest.Checks, values.Place{Value: values.Value{Expr: jen.Add(rest).Index(i)}, Codec: t.Rest.Codec, Element: true, Depth: 1})
	// Not first, which a loop over a map inside declares.
	block := append([]jen.Code{jen.Add(before).Op(":=").Id("c").Dot("count").Call()}, inner...)
	block = append(block, jen.Id("c").Dot("prefix").Call(before, jen.Qual("strconv", "Itoa").Call(jen.Add(i).Op("+").Lit(len(t.Items)))))
	return jen.For(jen.Add(i).Op(":=").Range().Add(rest)).Block(block...)
}

// nothingBehind prints a condition that the item behind item i is absent, nil if there can be none.
func (e Printer) nothingBehind(t *gomodel.Tuple, i int) *jen.Statement {
	switch {
	case i+1 < len(t.Items):
		return e.isAbsent(t.Items[i+1])
	case t.Rest != nil:
		return jen.Len(jen.Id("x").Dot(t.Rest.Name)).Op("==").Lit(0)
	}
	return nil
}

func isBoxed(f *gomodel.Field) bool {
	return f.Hold.Box == gomodel.Boxed || f.Hold.Box == gomodel.BoxedPointer
}

// isThere prints a condition that an optional field has a value or null.
func (e Printer) isThere(f *gomodel.Field) *jen.Statement {
	field := jen.Id("x").Dot(f.Name)
	if isBoxed(f) {
		return jen.Op("!").Add(field).Dot("IsZero").Call()
	}
	return e.Present(f.Codec, field)
}

// isAbsent is the opposite of isThere.
func (e Printer) isAbsent(f *gomodel.Field) *jen.Statement {
	field := jen.Id("x").Dot(f.Name)
	if isBoxed(f) {
		return field.Dot("IsZero").Call()
	}
	if _, union := f.Codec.(gomodel.UnionCodec); union {
		return jen.Op("!").Parens(e.Present(f.Codec, field))
	}
	return field.Op("==").Nil()
}
