package types

import (
	"slices"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// Enum prints a type with constants, and the list of their values that support code compares with.
func (e Printer) Enum(d *gomodel.Enum) jen.Code {
	own := values.Place{Value: values.Value{Expr: jen.Id("x")}, Codec: ownCodec(d.Codec, gomodel.Ident{Path: e.Path, Name: d.Name})}
	validate, checks := "Validate reports a value that the document does not list, as an [*InvalidError].", append([]gomodel.Check{gomodel.InEnum{Var: d.Var}}, d.Checks...)
	if d.Open {
		validate, checks = "Validate reports nothing: any other value is allowed too.", d.Checks
	}
	parts := []jen.Code{
		golang.Doc(d.Doc, golang.PageWidth).Type().Id(d.Name).Add(golang.Type(d.Under)),
		enumConstants(d),
		jen.Var().Id(d.Var).Op("=").Index().Add(listType(d.Codec)).ValuesFunc(func(g *jen.Group) {
			for _, v := range d.Values {
				g.Add(golang.Literal(v.Value))
			}
		}),
		golang.Comment(validate).Add(values.ValidateFunc("x", "", d.Name, subjectOf(d.Name, d.Union))),
		values.CheckMethod("x", "", d.Name, e.Checks(checks, own)),
	}
	if d.List {
		parts = append(parts, allValues(d))
	}
	if d.Union != "" {
		parts = append(parts, values.MarshalMethod(d.Name, "", jen.Id("x")), values.EncodeMethod(d.Name, "", values.Write(jen.Id("w"), own.Codec, own.Value, 0)))
	}
	return golang.Lines(parts...)
}

// allValues prints the method that gives all values.
func allValues(d *gomodel.Enum) jen.Code {
	list := jen.Index().Id(d.Name).ValuesFunc(func(g *jen.Group) {
		for _, v := range d.Values {
			g.Id(v.Name)
		}
	})
	return golang.Comment("Values returns all values that the document lists, in its order.").
		Func().Params(jen.Id(d.Name)).Id("Values").Params().Index().Id(d.Name).Block(jen.Return(list))
}

// Constants prints the values of an enum without a type, and their list.
func Constants(d *gomodel.Constants) jen.Code {
	constants := jen.Null()
	for _, v := range d.Values {
		constants.Add(golang.Doc(append(slices.Clone(d.Doc), v.Doc...), golang.PageWidth)).Const().Id(v.Name).Op("=").Add(golang.Literal(v.Value)).Line()
	}
	return golang.Lines(
		constants,
		jen.Var().Id(d.Name).Op("=").Index().String().ValuesFunc(func(g *jen.Group) {
			for _, v := range d.Values {
				g.Add(golang.Literal(v.Value))
			}
		}),
	)
}

// listType prints the element type of the list of values: the one that enum, enumInt, enumUint or enumFloat takes.
func listType(c gomodel.Codec) jen.Code {
	if s, ok := c.(gomodel.Scalar); ok {
		switch s.Kind {
		case gomodel.Int32, gomodel.Int64:
			return jen.Int64()
		case gomodel.Uint64:
			return jen.Uint64()
		case gomodel.Float64:
			return jen.Float64()
		}
	}
	return jen.String()
}

func enumConstants(d *gomodel.Enum) jen.Code {
	if len(d.Values) == 0 {
		return jen.Null()
	}
	trailing := trailingDocs(d)
	return golang.Comment("Values of [" + d.Name + "].").Const().DefsFunc(func(g *jen.Group) {
		for _, v := range d.Values {
			constant := jen.Id(v.Name).Id(d.Name).Op("=").Add(golang.Literal(v.Value))
			lines := golang.DocLines(v.Doc, golang.MemberWidth)
			if trailing && len(lines) == 1 {
				g.Add(constant.Comment(lines[0]))
			} else {
				g.Add(golang.Doc(v.Doc, golang.MemberWidth).Add(constant))
			}
		}
	})
}

// trailingDocs reports whether all comments fit behind their constants, which gofmt puts one under the other.
func trailingDocs(d *gomodel.Enum) bool {
	name, val, longest := 0, 0, 0
	for _, v := range d.Values {
		name = max(name, utf8.RuneCountInString(v.Name))
		if s, ok := v.Value.(gomodel.StringLit); ok {
			val = max(val, utf8.RuneCountInString(string(s))+len(`""`))
		}
		lines := golang.DocLines(v.Doc, golang.MemberWidth)
		if len(lines) > 1 {
			return false
		}
		for _, line := range lines {
			longest = max(longest, utf8.RuneCountInString(line))
		}
	}
	return name+1+utf8.RuneCountInString(d.Name)+len(" = ")+val+1+longest <= golang.MemberWidth
}
