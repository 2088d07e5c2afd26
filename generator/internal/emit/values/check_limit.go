package values

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// LimitCall prints the checks that are one call with limits.
func LimitCall(c gomodel.Check, at Place) jen.Code {
	switch c := c.(type) {
	case gomodel.Length:
		return at.Call("length", TextOf(at.Codec, at.Value), golang.Number(int64(c.Min)), golang.Number(int64(c.Max)))
	case gomodel.Match:
		return at.Call("pattern", TextOf(at.Codec, at.Value), jen.Op("&").Id(c.Var))
	case gomodel.IntRange:
		return integerCall(c, at)
	case gomodel.UintRange:
		return at.Call("unsigned", base(at.Codec, at.Value), golang.UnsignedBound(c.Min), golang.UnsignedBound(c.Max))
	case gomodel.Bound:
		return at.Call("bound", TextOf(at.Codec, at.Value), golang.Text(c.Keyword), golang.Text(c.Limit))
	case gomodel.FloatRange:
		return floatCall(c, at)
	case gomodel.InEnum:
		suffix, v := comparable(at)
		return at.Call("enum"+suffix, v, jen.Id(c.Var))
	case gomodel.Equals:
		_, v := comparable(at)
		return at.Call("equals"+LiteralSuffix(c.Value), v, golang.Literal(c.Value))
	case gomodel.MultipleOf:
		return at.Call("multiple", TextOf(at.Codec, at.Value), golang.Text(c.Of))
	case gomodel.Unique:
		return jen.Id("unique").Call(at.checker(), at.nameOrEmpty(), at.Value.Get())
	case gomodel.Format:
		helper := "format"
		if c.Number {
			helper = "numberFormat"
		}
		return at.Call(helper, TextOf(at.Codec, at.Value), golang.Text(c.Name), jen.Id(gomodel.FormatFunc(c)))
	case gomodel.Items:
		return at.Call("items", jen.Len(at.Value.Get()), golang.Number(int64(c.Min)), golang.Number(int64(c.Max)))
	case gomodel.Properties:
		return at.Call("properties", jen.Len(at.Value.Get()), golang.Number(int64(c.Min)), golang.Number(int64(c.Max)))
	case gomodel.Segment, gomodel.NotEmpty:
		return at.Call(helperOf(c), TextOf(at.Codec, at.Value))
	}
	panic(golang.NoPrinter(c))
}

// helperOf returns the check of support code that a required text is there.
func helperOf(c gomodel.Check) string {
	if c == (gomodel.Segment{}) {
		return "segment"
	}
	return "notEmpty"
}

func integerCall(c gomodel.IntRange, at Place) jen.Code {
	args := []jen.Code{asInt64(at.Codec, at.Value), golang.Bound(c.Min), golang.Bound(c.Max)}
	if c.MinExclusive || c.MaxExclusive {
		return at.Call("integerExclusive", append(args, jen.Lit(c.MinExclusive), jen.Lit(c.MaxExclusive))...)
	}
	return at.Call("integer", args...)
}

func floatCall(c gomodel.FloatRange, at Place) jen.Code {
	limit := func(s string, none gomodel.FloatLit) jen.Code {
		if s == "" {
			return golang.Literal(none)
		}
		return golang.Float(s)
	}
	args := []jen.Code{base(at.Codec, at.Value), limit(c.Min, "-Inf"), limit(c.Max, "+Inf")}
	if c.MinExclusive || c.MaxExclusive {
		return at.Call("numberExclusive", append(args, jen.Lit(c.MinExclusive), jen.Lit(c.MaxExclusive))...)
	}
	return at.Call("number", args...)
}

// LiteralSuffix returns the end of the name of a helper that compares with a constant.
func LiteralSuffix(l gomodel.Literal) string {
	switch l.(type) {
	case gomodel.StringLit:
		return ""
	case gomodel.IntLit:
		return "Int"
	case gomodel.UintLit:
		return "Uint"
	case gomodel.BoolLit:
		return "Bool"
	}
	panic(golang.NoPrinter(l))
}

// comparable prints a value as the type that enum and equals take, and the end of their names for it.
func comparable(at Place) (suffix string, v *jen.Statement) {
	s, ok := at.Codec.(gomodel.Scalar)
	if !ok {
		return "", base(at.Codec, at.Value)
	}
	switch s.Kind {
	case gomodel.Int32, gomodel.Int64:
		return "Int", asInt64(s, at.Value)
	case gomodel.Uint64:
		return "Uint", base(s, at.Value)
	case gomodel.Float64:
		return "Float", base(s, at.Value)
	case gomodel.Bool:
		return "Bool", base(s, at.Value)
	}
	return "", TextOf(s, at.Value)
}
