package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

func goType(t gomodel.TypeExpr) *jen.Statement {
	switch t := t.(type) {
	case gomodel.Named:
		s := ident(t.Ident)
		if len(t.Args) > 0 {
			args := make([]jen.Code, len(t.Args))
			for i, a := range t.Args {
				args[i] = goType(a)
			}
			s.Types(args...)
		}
		return s
	case gomodel.Pointer:
		return jen.Op("*").Add(goType(t.Elem))
	case gomodel.Slice:
		return jen.Index().Add(goType(t.Elem))
	case gomodel.Map:
		return jen.Map(jen.String()).Add(goType(t.Elem))
	}
	panic(noPrinter(t))
}

// ident prints an identifier. jen.Qual with an empty path would print pkg.string.
func ident(id gomodel.Ident) *jen.Statement {
	if id.Path == "" {
		return jen.Id(id.Name)
	}
	return jen.Qual(id.Path, id.Name)
}

// scalarType prints the Go type that reader and writer have for a scalar.
func scalarType(k gomodel.ScalarKind) *jen.Statement {
	switch k {
	case gomodel.String, gomodel.Bool, gomodel.Int32, gomodel.Int64, gomodel.Float64:
		return jen.Id(string(k))
	case gomodel.Time:
		return jen.Qual("time", "Time")
	case gomodel.Date:
		return jen.Qual(typesPath, "Date")
	case gomodel.UUID:
		return jen.Qual(uuidPath, "UUID")
	case gomodel.Bytes:
		return jen.Index().Byte()
	}
	panic(unprintable("no printer for scalar " + string(k)))
}

// A value is an expression, or a pointer to what is meant.
type value struct {
	expr    *jen.Statement
	pointer bool
}

// get prints the value itself: x.F or *x.F.
func (v value) get() *jen.Statement {
	if v.pointer {
		return jen.Op("*").Add(v.expr)
	}
	return jen.Add(v.expr)
}

// address prints a pointer to the value: &x.F or x.F.
func (v value) address() *jen.Statement {
	if v.pointer {
		return jen.Add(v.expr)
	}
	return jen.Op("&").Add(v.expr)
}

// dot prints a selector, for which Go needs no star.
func (v value) dot(name string) *jen.Statement { return jen.Add(v.expr).Dot(name) }

// index returns the element at i: x.F[i] or (*x)[i].
func (v value) index(i string) *jen.Statement { return v.at(jen.Id(i)) }

func (v value) at(key jen.Code) *jen.Statement {
	if v.pointer {
		return jen.Parens(v.get()).Index(key)
	}
	return jen.Add(v.expr).Index(key)
}

// indexName returns the name of an index variable for a loop in depth other loops.
func indexName(depth int) string {
	const letters = "ijlmn"
	if depth < len(letters) {
		return letters[depth : depth+1]
	}
	return indexName(depth-len(letters)) + "i"
}
