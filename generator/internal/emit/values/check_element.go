package values

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// eachCall prints the checks of elements.
func (s Scope) eachCall(c gomodel.Each, at Place) []jen.Code {
	switch codec := at.Codec.(type) {
	case gomodel.ListCodec:
		i := indexName(at.Depth)
		inner, simple := s.ElementChecks(c.Checks, Place{
			Value: Value{Expr: at.Value.Index(i)}, Codec: codec.Elem, Element: true, Parsed: at.Parsed, Depth: at.Depth + 1})
		return []jen.Code{at.Call("each", jen.Len(at.Value.Get()), jen.Func().Params(jen.Id(i).Int()).Add(golang.Body(inner, simple)))}
	case gomodel.MapCodec:
		loop := s.CheckNames(c.Checks, at)
		if at.Name != nil {
			return []jen.Code{jen.If(jen.Len(at.Value.Get()).Op(">").Lit(0)).Block(loop...)} // its own scope for first
		}
		return loop
	}
	panic(golang.NoPrinter(at.Codec))
}

// ElementChecks prints checks of an element or a value of a map, inside a nil test if it may be null.
func (s Scope) ElementChecks(list []gomodel.Check, at Place) (statements []jen.Code, simple bool) {
	or, null := at.Codec.(gomodel.OrNull)
	if !null || len(list) == 0 {
		nested := slices.ContainsFunc(list, func(c gomodel.Check) bool {
			switch c.(type) {
			case gomodel.Each, gomodel.Requires:
				return true
			}
			return false
		})
		u, union := at.Codec.(gomodel.UnionCodec)
		return s.Checks(list, at), !nested && !(union && (HasRule(list) || s.Secret(u.Type.Name)))
	}
	v := at.Value.Expr
	at.Codec, at.Value.Pointer = or.Elem, !or.Bare
	if _, union := or.Elem.(gomodel.UnionCodec); union {
		return []jen.Code{jen.If(s.Present(or.Elem, v)).Block(s.inUnion(list, at)...)}, false
	}
	return []jen.Code{jen.If(golang.NotNil(v)).Block(s.Checks(list, at)...)}, false
}

// CheckNames prints a loop over a map, with own in front of the checks of the values. Its order is by chance, so what it reports
// is sorted afterwards.
func (s Scope) CheckNames(list []gomodel.Check, at Place, own ...jen.Code) []jen.Code {
	loop := jen.List(jen.Id("name"), jen.Id("v"))
	if len(list) == 0 {
		loop = jen.Id("name")
	}
	inner, _ := s.ElementChecks(list, Place{
		Value: Value{Expr: jen.Id("v")}, Codec: at.Codec.(gomodel.MapCodec).Elem, Name: jen.Id("name"), Parsed: at.Parsed, Depth: at.Depth})
	end := jen.Id("c").Dot("sort").Call(jen.Id("first"))
	if at.Name != nil {
		end = jen.Id("c").Dot("nest").Call(at.Name, jen.Id("first"))
	}
	return []jen.Code{
		jen.Id("first").Op(":=").Id("c").Dot("count").Call(),
		jen.For(loop.Op(":=").Range().Add(at.Value.Get())).Block(append(own, inner...)...),
		end,
	}
}
