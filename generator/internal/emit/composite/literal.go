package composite

import (
	"time"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// typedLiteral prints a literal of type t. A field of its own type needs no conversion of a constant, but new(5) is an *int.
func typedLiteral(t gomodel.TypeExpr, l gomodel.Literal, alone bool) *jen.Statement {
	v, own := madeLiteral(l)
	if v == nil {
		v = golang.Literal(l)
	}
	named, isNamed := t.(gomodel.Named)
	switch {
	case own != nil && gomodel.TypeString(own) == gomodel.TypeString(t):
		return v
	case isNamed && named.Ident.Path == "" && (!alone || named.Ident.Name == "string" || named.Ident.Name == "bool"):
		return v
	}
	return golang.Type(t).Call(v)
}

// madeLiteral prints a literal that Go has to make of others, and says of which type it is. It returns nil for others.
func madeLiteral(l gomodel.Literal) (v *jen.Statement, t gomodel.TypeExpr) {
	switch l := l.(type) {
	case gomodel.TimeLit:
		return timeCall(l.Time), typeOf("time", "Time")
	case gomodel.DateLit:
		date := jen.Qual(values.TypesPath, "Date")
		return date.Values(golang.Pair("Time", timeCall(l.Time))), typeOf(values.TypesPath, "Date")
	case gomodel.UUIDLit:
		return jen.Qual(values.UUIDPath, "MustParse").Call(golang.Text(string(l))), typeOf(values.UUIDPath, "UUID")
	case gomodel.BytesLit:
		return jen.Index().Byte().Call(golang.Text(string(l))), gomodel.Slice{Elem: gomodel.Builtin("byte")}
	}
	return nil, nil
}

func typeOf(path, name string) gomodel.TypeExpr {
	return gomodel.Named{Ident: gomodel.Ident{Path: path, Name: name}}
}

// timeCall prints time.Date(...) of a time.
func timeCall(t time.Time) *jen.Statement {
	inTime := func(name string) *jen.Statement { return jen.Qual("time", name) }
	zone := inTime("UTC")
	if _, offset := t.Zone(); offset != 0 {
		zone = inTime("FixedZone").Call(golang.Text(""), golang.Number(int64(offset)))
	}
	number := func(n int) jen.Code { return golang.Number(int64(n)) }
	return inTime("Date").Call(number(t.Year()), inTime(t.Month().String()), number(t.Day()),
		number(t.Hour()), number(t.Minute()), number(t.Second()), number(t.Nanosecond()), zone)
}
