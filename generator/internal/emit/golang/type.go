package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// Type prints a type.
func Type(t gomodel.TypeExpr) *jen.Statement {
	switch t := t.(type) {
	case gomodel.Named:
		s := Ident(t.Ident)
		if len(t.Args) > 0 {
			args := make([]jen.Code, len(t.Args))
			for i, a := range t.Args {
				args[i] = Type(a)
			}
			s.Types(args...)
		}
		return s
	case gomodel.Pointer:
		return jen.Op("*").Add(Type(t.Elem))
	case gomodel.Slice:
		return jen.Index().Add(Type(t.Elem))
	case gomodel.Map:
		return jen.Map(jen.String()).Add(Type(t.Elem))
	}
	panic(NoPrinter(t))
}

// Ident prints an identifier. jen.Qual with an empty path would print pkg.string.
func Ident(id gomodel.Ident) *jen.Statement {
	if id.Path == "" {
		return jen.Id(id.Name)
	}
	return jen.Qual(id.Path, id.Name)
}
