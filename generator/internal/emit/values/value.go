package values

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// Packages that printed code imports and that jennifer does not know by name.
const (
	UUIDPath  = "github.com/google/uuid"
	TypesPath = "github.com/oapi-codegen/runtime/types"
)

// A Value is an expression, or a pointer to what is meant.
type Value struct {
	Expr    *jen.Statement
	Pointer bool
}

// Get prints the value itself: x.F or *x.F.
func (v Value) Get() *jen.Statement {
	if v.Pointer {
		return jen.Op("*").Add(v.Expr)
	}
	return jen.Add(v.Expr)
}

// Address prints a pointer to the value: &x.F or x.F.
func (v Value) Address() *jen.Statement {
	if v.Pointer {
		return jen.Add(v.Expr)
	}
	return jen.Op("&").Add(v.Expr)
}

// Dot prints a selector, for which Go needs no star.
func (v Value) Dot(name string) *jen.Statement { return jen.Add(v.Expr).Dot(name) }

// Index prints the element at i: x.F[i] or (*x)[i].
func (v Value) Index(i string) *jen.Statement { return v.at(jen.Id(i)) }

func (v Value) at(key jen.Code) *jen.Statement {
	if v.Pointer {
		return jen.Parens(v.Get()).Index(key)
	}
	return jen.Add(v.Expr).Index(key)
}

// indexName returns the name of an index variable for a loop in depth other loops.
func indexName(depth int) string {
	const letters = "ijlmn"
	if depth < len(letters) {
		return letters[depth : depth+1]
	}
	return indexName(depth-len(letters)) + "i"
}

// scalarType prints the Go type that reader and writer have for a scalar.
func scalarType(k gomodel.ScalarKind) *jen.Statement {
	switch k {
	case gomodel.String, gomodel.Bool, gomodel.Int32, gomodel.Int64, gomodel.Float64:
		return jen.Id(string(k))
	case gomodel.Time:
		return jen.Qual("time", "Time")
	case gomodel.Date:
		return jen.Qual(TypesPath, "Date")
	case gomodel.UUID:
		return jen.Qual(UUIDPath, "UUID")
	case gomodel.Bytes:
		return jen.Index().Byte()
	}
	panic(golang.Unprintable("no printer for scalar " + string(k)))
}

// base prints v as the type that reader, writer and checks have for it: string(v) for type Status string.
func base(c gomodel.Codec, v Value) *jen.Statement {
	switch c := c.(type) {
	case gomodel.EnumCodec:
		if c.Type.Name == "" {
			return v.Get()
		}
		return jen.String().Call(v.Get())
	case gomodel.Scalar:
		if c.As.Name != "" {
			return scalarType(c.Kind).Call(v.Get())
		}
		return v.Get()
	}
	panic(golang.NoPrinter(c))
}

// TextOf prints v as the string that stands in a path, a query or a header.
func TextOf(c gomodel.Codec, v Value) *jen.Statement {
	s, ok := c.(gomodel.Scalar)
	if !ok {
		return base(c, v)
	}
	switch s.Kind {
	case gomodel.String:
		return base(c, v)
	case gomodel.Int32, gomodel.Int64:
		return jen.Qual("strconv", "FormatInt").Call(asInt64(s, v), jen.Lit(10))
	case gomodel.Float64:
		return jen.Id("formatFloat").Call(base(c, v))
	case gomodel.Bool:
		return jen.Qual("strconv", "FormatBool").Call(base(c, v))
	case gomodel.Time:
		return jen.Id("formatTime").Call(base(c, v))
	case gomodel.Date, gomodel.UUID:
		if s.As.Name == "" {
			return v.Dot("String").Call()
		}
		return base(c, v).Dot("String").Call()
	}
	panic(golang.Unprintable("no text for scalar " + string(s.Kind)))
}

// Filled prints what is written for a field: what fills in an empty one, if something does.
func Filled(field *jen.Statement, f *gomodel.Field) *jen.Statement {
	if f.Fill == nil {
		return field
	}
	return jen.Qual("cmp", "Or").Call(field, golang.Literal(f.Fill.Value))
}

// asInt64 prints an integer as int64.
func asInt64(c gomodel.Codec, v Value) *jen.Statement {
	if c == (gomodel.Scalar{Kind: gomodel.Int64}) {
		return v.Get()
	}
	return jen.Int64().Call(v.Get())
}
