package types

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// tagHead returns what a compact text begins with whose first member is the tag.
func tagHead(wire string) string {
	name, err := json.Marshal(wire)
	if err != nil {
		panic(golang.Unprintable(err.Error()))
	}
	return "{" + string(name) + `:"`
}

// allText reports whether all values of a tag are strings.
func allText(c gomodel.ByTag) bool {
	text := func(l gomodel.Literal) bool {
		_, ok := l.(gomodel.StringLit)
		return ok
	}
	return !slices.ContainsFunc(c.Cases, func(t gomodel.TagCase) bool { return !text(t.Value) }) &&
		!slices.ContainsFunc(c.Shared, func(l gomodel.Literal) bool { return !text(l) })
}

// checkUnion prints the function that checks a union: the tag, which must lead to the variant that the Go type is, then the variant. Where
// the tag does not tell, the rule of the union judges.
func (e Printer) checkUnion(u *gomodel.Union) jen.Code {
	if !values.ChecksItself(u) {
		return jen.Null()
	}
	if how := u.ByEvidence(); how != nil {
		return e.checkByEvidence(u, how)
	}
	x, c, name, first := jen.Id("x"), jen.Id("c"), jen.Id("name"), jen.Id("first")
	statements := []jen.Code{absent(u, jen.Add(c).Dot("add").Call(name, jen.Lit("required"), jen.Lit(""), jen.Lit("")))}
	if fillsTags(u) {
		statements = append(statements, golang.Assign(x, jen.Id("filled"+u.Name).Call(x)))
	}
	statements = append(statements, jen.Add(first).Op(":=").Add(c).Dot("count").Call())
	compare := jen.Null()
	if cases := e.checkCases(u); comparesWritten(u) {
		statements = append(statements, jen.Id("tag"+u.Name).Call(c, x))
		compare = compareTags(u, e.compareCases(u))
		if ruled := cases[len(e.compareCases(u)):]; len(ruled) > 0 {
			statements = append(statements, jen.Switch(jen.Add(x).Op(":=").Add(x).Assert(jen.Type())).Block(ruled...))
		}
	} else if len(cases) > 0 {
		statements = append(statements, jen.Switch(jen.Add(x).Op(":=").Add(x).Assert(jen.Type())).Block(cases...))
	}
	statements = append(statements,
		jen.Add(x).Dot("check").Call(c),
		jen.If(jen.Add(c).Dot("count").Call().Op(">").Add(first).Op("&&").Add(name).Op("!=").Lit("")).Block(jen.Add(c).Dot("prefix").Call(first, name)))
	about := "check" + u.Name + " checks the union in property name. The tag must lead to the variant that the Go type is; an empty one is filled in."
	return golang.Comment(about).Func().Id("check"+u.Name).Params(values.CheckerParam(), jen.Add(name).String(), jen.Add(x).Id(u.Name)).Block(statements...).
		Add(compare)
}

// comparesWritten reports whether the writer of a union compares tags, because a rule around it sees only what is written.
func comparesWritten(u *gomodel.Union) bool {
	return u.Covered && slices.ContainsFunc(u.Variants, func(v gomodel.Variant) bool { return comparesTag(v) })
}

func comparesTag(v gomodel.Variant) bool { return !v.Ruled && v.Tag != nil && v.Tag.Compare }

// compareTags prints the function that compares the tag of a union alone.
func compareTags(u *gomodel.Union, cases []jen.Code) *jen.Statement {
	x := jen.Id("x")
	return jen.Line().Line().Add(golang.Comment("tag"+u.Name+" reports a tag that does not lead to the variant that the Go type is.").
		Func().Id("tag"+u.Name).Params(values.CheckerParam(), jen.Add(x).Id(u.Name)).
		Block(jen.Switch(jen.Add(x).Op(":=").Add(x).Assert(jen.Type())).Block(cases...)))
}

// absent prints what happens where there is no variant.
func absent(u *gomodel.Union, then jen.Code) jen.Code {
	x := jen.Id("x")
	return jen.If(jen.Add(x).Op("==").Nil().Op("||").Op("!").Add(x).Dot(u.Marker).Call()).Block(then, jen.Return())
}

// compareCases prints the comparisons of tags, one for each variant that has one.
func (e Printer) compareCases(u *gomodel.Union) (cases []jen.Code) {
	for _, v := range u.Variants {
		if comparesTag(v) {
			cases = append(cases, jen.Case(golang.Type(v.Type)).Block(e.compareTag(v)))
		}
	}
	return cases
}

// checkCases prints the comparisons, and one case for the variants that the rule of the union judges.
func (e Printer) checkCases(u *gomodel.Union) (cases []jen.Code) {
	cases = e.compareCases(u)
	var ruled []jen.Code
	for _, v := range u.Variants {
		if v.Ruled {
			ruled = append(ruled, golang.Type(v.Type))
		}
	}
	if ruled == nil {
		return cases
	}
	at := values.Place{Value: values.Value{Expr: jen.Id("x")}, Name: jen.Id("name")}
	return append(cases, jen.Case(ruled...).Block(append(e.ByRule(u, at, jen.True()), jen.Return())...))
}

// compareTag prints the comparison of a tag with those that lead to the variant. An empty one that the struct fills in is none.
func (e Printer) compareTag(v gomodel.Variant) jen.Code {
	f, field := e.tagField(v), values.Value{Expr: jen.Id("x").Dot(v.Tag.Field)}
	field.Pointer = f.Hold.Box == gomodel.Pointing
	condition, get := []jen.Code{}, jen.Null()
	switch {
	case field.Pointer:
		condition = append(condition, golang.NotNil(field.Expr))
	case f.Hold.Box == gomodel.Boxed:
		get.List(jen.Id("tag"), jen.Id("ok")).Op(":=").Add(field.Expr).Dot("Get").Call().Op(";")
		condition = append(condition, jen.Id("ok"))
		field.Expr = jen.Id("tag")
	}
	list, known, differs := v.Tag.Values, v.Tag.Known, "!="
	if known == nil {
		known = list
	}
	limit := golang.AnyOf(golang.LiteralTexts(known))
	join := "&&"
	if v.Tag.Not != nil {
		if list, differs, join = v.Tag.Not, "==", "||"; v.Tag.Known == nil {
			known = list
		}
		limit = "none of " + strings.Join(golang.LiteralTexts(known), ", ")
	} else if f.Fill != nil {
		condition = append(condition, field.Get().Op("!=").Add(zeroOf(list[0])))
	}
	if v.Tag.Empty && !slices.Contains(list, gomodel.Literal(gomodel.StringLit(""))) {
		list = append([]gomodel.Literal{gomodel.StringLit("")}, list...)
	}
	report := jen.Id("c").Dot("tag").Call(golang.Text(v.Tag.Wire), values.TextOf(f.Codec, field), golang.Text(limit))
	if _, text := list[0].(gomodel.StringLit); !text {
		report = jen.Id("c").Dot("add").Call(golang.Text(v.Tag.Wire), jen.Lit("discriminator"), golang.Text(limit), values.TextOf(f.Codec, field))
	}
	if len(list) > maxComparisons {
		many := compareMany(field.Get(), list, v.Tag.Not != nil, report)
		if len(condition) == 0 {
			return many
		}
		return jen.If(get.Add(joinedBy("&&", condition))).Block(many)
	}
	var comparisons []jen.Code
	for _, l := range list {
		comparisons = append(comparisons, field.Get().Op(differs).Add(golang.Literal(l)))
	}
	comparison := joinedBy(join, comparisons)
	if v.Tag.Not != nil && f.Hold.Box != gomodel.Plain && len(list) > 1 {
		comparison = jen.Parens(comparison)
	}
	return jen.If(get.Add(joinedBy("&&", append(condition, comparison)))).Block(report)
}

func joinedBy(op string, list []jen.Code) *jen.Statement {
	joined := jen.Add(list[0])
	for _, c := range list[1:] {
		joined.Op(op).Add(c)
	}
	return joined
}

// maxComparisons is how many comparisons a condition may have. The time to print one grows with the square of their number.
const maxComparisons = 32

// compareMany prints the comparison of a tag with many values.
func compareMany(tag jen.Code, list []gomodel.Literal, not bool, report jen.Code) jen.Code {
	var texts []jen.Code
	for _, l := range list {
		texts = append(texts, golang.Literal(l))
	}
	cases := []jen.Code{jen.Case(texts...), jen.Default().Block(report)}
	if not {
		cases = []jen.Code{jen.Case(texts...).Block(report)}
	}
	return jen.Switch(tag).Block(cases...)
}

// tagField returns the field of a variant that has its tag.
func (e Printer) tagField(v gomodel.Variant) *gomodel.Field {
	d := values.Find[*gomodel.Struct](e.Scope, v.Codec.(gomodel.ObjectCodec).Type.Name)
	for _, f := range gomodel.Fields(d.Members) {
		if f.Name == v.Tag.Field {
			return f
		}
	}
	panic(golang.Unprintable(d.Name + " has no field " + v.Tag.Field))
}

func (e Printer) writeUnion(u *gomodel.Union) jen.Code {
	x, w := jen.Id("x"), jen.Id("w")
	filled := jen.Add(x)
	if fillsTags(u) {
		filled = jen.Id("filled" + u.Name).Call(x)
	}
	statements := []jen.Code{absent(u, jen.Add(w).Dot("null").Call())}
	if comparesWritten(u) {
		if fillsTags(u) { // not x itself: a variable that changes is allocated for the closure, whether it is made or not
			statements = append(statements, jen.Id("v").Op(":=").Add(filled))
			filled = jen.Id("v")
		}
		tags := jen.Func().Params(values.CheckerParam()).Add(golang.Short(jen.Id("tag"+u.Name).Call(jen.Id("c"), filled)))
		statements = append(statements, jen.If(jen.Add(w).Dot("tags").Op("!=").Nil()).Block(jen.Add(w).Dot("tags").Call(tags)))
	}
	statements = append(statements, jen.Add(filled).Dot("encode").Call(w))
	return jen.Func().Id("write"+u.Name).Params(values.WriterParam(), jen.Add(x).Id(u.Name)).Block(statements...)
}

func fillsTags(u *gomodel.Union) bool {
	return slices.ContainsFunc(u.Variants, func(v gomodel.Variant) bool { return v.Tag != nil && v.Tag.Fill })
}

// fillUnion prints the function that fills in tags which the variants do not fill in themselves: they are variants of other unions
// too, or may be written without one.
func (e Printer) fillUnion(u *gomodel.Union) jen.Code {
	if !fillsTags(u) {
		return jen.Null()
	}
	x, y := jen.Id("x"), jen.Id("y")
	var cases []jen.Code
	for _, v := range u.Variants {
		if v.Tag == nil || !v.Tag.Fill {
			continue
		}
		f, field := e.tagField(v), jen.Add(x).Dot(v.Tag.Field)
		empty, value := jen.Add(field).Op("==").Add(zeroOf(v.Tag.Values[0])), golang.Literal(v.Tag.Values[0])
		switch f.Hold.Box {
		case gomodel.Boxed:
			empty = jen.List(jen.Id("_"), jen.Id("ok")).Op(":=").Add(field).Dot("Get").Call().Op(";").Op("!").Id("ok")
			if gomodel.TypeString(f.Type) != "string" {
				value = golang.Type(f.Type).Call(value)
			}
			value = jen.Id("NewNullable").Call(value)
		case gomodel.Pointing:
			empty = jen.Add(field).Op("==").Nil()
			if gomodel.TypeString(f.Type) != "string" {
				value = golang.Type(f.Type).Call(value)
			}
			value = jen.New(value)
		}
		cases = append(cases, jen.Case(golang.Type(v.Type)).Block(jen.If(empty).Block(
			jen.Add(y).Op(":=").Op("*").Add(x),
			golang.Assign(jen.Add(y).Dot(v.Tag.Field), value),
			jen.Return(jen.Op("&").Add(y)),
		)))
	}
	about := "filled" + u.Name + " returns x with its tag, if that is empty."
	return golang.Comment(about).Func().Id("filled"+u.Name).Params(jen.Add(x).Id(u.Name)).Id(u.Name).Block(
		jen.Switch(jen.Add(x).Op(":=").Add(x).Assert(jen.Type())).Block(cases...),
		jen.Return(x),
	)
}

func zeroOf(l gomodel.Literal) jen.Code {
	if _, text := l.(gomodel.StringLit); text {
		return jen.Lit("")
	}
	return jen.Lit(0)
}
