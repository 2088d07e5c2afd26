package types

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// toInput prints the method that makes what is sent of what was received.
func toInput(s *gomodel.Struct) jen.Code {
	f := s.Input
	if f == nil {
		return jen.Null()
	}
	var fields []jen.Code
	for _, m := range f.Moves {
		fields = append(fields, golang.Pair(m.To, moved(m)))
	}
	about := "ToInput returns x as it can be sent: without the members that only responses have. The values are shared. It is nil if x is."
	return golang.Comment(about).Func().Params(jen.Id("x").Op("*").Id(s.Name)).Id("ToInput").Params().Op("*").Add(golang.Ident(f.Type)).Block(
		jen.If(jen.Id("x").Op("==").Nil()).Block(jen.Return(jen.Nil())),
		jen.Return(jen.Op("&").Add(golang.Ident(f.Type)).Add(golang.MultiLine(fields...))),
	)
}

func moved(m gomodel.Move) *jen.Statement {
	from := jen.Id("x").Dot(m.From)
	method := jen.Parens(jen.Op("*").Add(golang.Ident(m.Elem))).Dot("ToInput")
	switch m.How {
	case gomodel.MoveStruct:
		return jen.Op("*").Add(from).Dot("ToInput").Call()
	case gomodel.MovePointer:
		return from.Dot("ToInput").Call()
	case gomodel.MoveList:
		return jen.Id("inputList").Call(from, method)
	case gomodel.MoveMap:
		return jen.Id("inputMap").Call(from, method)
	}
	return from
}
