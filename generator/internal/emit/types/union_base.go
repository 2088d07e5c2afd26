package types

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// baseMethod prints the method of the interface that returns the members of a base.
func baseMethod(u *gomodel.Union) jen.Code {
	return jen.Comment("// " + u.Base.Type.Name + " returns the members that all variants share, as a copy.").Line().
		Id(u.Base.Type.Name).Params().Id(u.Base.Type.Name)
}

// baseCopies prints the methods of the variants of a union of heirs.
func baseCopies(u *gomodel.Union) jen.Code {
	if u.Base == nil {
		return jen.Null()
	}
	list := make([]jen.Code, len(u.Base.Copies))
	for i, c := range u.Base.Copies {
		list[i] = golang.Comment(u.Base.Type.Name + " returns the members of every [" + u.Name + "], as a copy.").
			Func().Params(jen.Id("x").Add(golang.Type(c.Type))).Id(u.Base.Type.Name).Params().Add(baseCopy(u.Base, c))
	}
	return golang.Lines(list...)
}

func baseCopy(base *gomodel.UnionBase, c gomodel.BaseCopy) jen.Code {
	result := jen.Id(base.Type.Name)
	switch {
	case c.Itself:
		return result.Add(golang.Short(jen.Return(jen.Op("*").Id("x"))))
	case c.ByJSON:
		steps := []jen.Code{jen.Id("copyMembers").Call(jen.Op("&").Id("base"), jen.Id("x"))}
		if base.Extra != "" {
			steps = append(steps, jen.Id("base").Dot(base.Extra).Op("=").Nil())
		}
		return jen.Params(jen.Id("base").Id(base.Type.Name)).Block(append(steps, jen.Return(jen.Id("base")))...)
	}
	fields := make([]jen.Code, len(c.Fields))
	width := len(base.Type.Name)
	for i, f := range c.Fields {
		fields[i] = golang.Pair(f.Name, copiedValue(f))
		width += len(f.Name) + len(f.From) + len(": x., ")
	}
	if width > golang.PageWidth {
		return result.Block(jen.Return(jen.Id(base.Type.Name).Add(golang.MultiLine(fields...))))
	}
	return result.Add(golang.Short(jen.Return(jen.Id(base.Type.Name).Values(fields...))))
}

// copiedValue prints a field of a variant as that of the base holds it.
func copiedValue(f gomodel.CopiedField) jen.Code {
	v := jen.Id("x").Dot(f.From)
	if f.Value != nil {
		v = golang.Literal(f.Value)
	}
	if f.As != nil && (f.Value == nil || f.Box != gomodel.Plain) {
		as := golang.Type(f.As)
		if _, pointer := f.As.(gomodel.Pointer); pointer {
			as = jen.Parens(as)
		}
		v = as.Call(v)
	}
	switch f.Box {
	case gomodel.Pointing:
		return jen.New(v)
	case gomodel.Boxed:
		return jen.Id("NewNullable").Call(v)
	}
	return v
}
