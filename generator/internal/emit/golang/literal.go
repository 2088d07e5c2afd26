package golang

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// Literal prints a constant without its type. jen.Lit would print int64(5).
func Literal(l gomodel.Literal) *jen.Statement {
	switch l := l.(type) {
	case gomodel.StringLit:
		return Text(string(l))
	case gomodel.IntLit:
		return Number(int64(l))
	case gomodel.FloatLit:
		return Float(string(l))
	case gomodel.BoolLit:
		return jen.Lit(bool(l))
	case gomodel.JSONLit:
		return RawText(string(l))
	}
	panic(NoPrinter(l))
}

// Number prints an integer.
func Number(n int64) *jen.Statement { return jen.Op(strconv.FormatInt(n, 10)) }

// Float prints a number as the document has it, or an infinity.
func Float(s string) *jen.Statement {
	switch s {
	case "+Inf":
		return jen.Qual("math", "Inf").Call(jen.Lit(1))
	case "-Inf":
		return jen.Qual("math", "Inf").Call(jen.Lit(-1))
	}
	return jen.Op(s)
}

// Bound prints a bound of an integer; the ends of int64 have names.
func Bound(n int64) jen.Code {
	switch n {
	case math.MaxInt64:
		return jen.Qual("math", "MaxInt64")
	case math.MinInt64:
		return jen.Qual("math", "MinInt64")
	}
	return Number(n)
}

// Text prints a string, in backquotes if that saves escapes.
func Text(s string) *jen.Statement {
	if strings.ContainsAny(s, "\"\\") {
		return RawText(s)
	}
	return jen.Op(strconv.Quote(s))
}

// RawText prints a string in backquotes where that is possible: patterns and JSON.
func RawText(s string) *jen.Statement {
	if canBackquote(s) {
		return jen.Op("`" + s + "`")
	}
	return jen.Op(strconv.Quote(s))
}

// canBackquote is stricter than [strconv.CanBackquote]: what cannot be seen, or turns the direction of writing, is escaped.
func canBackquote(s string) bool {
	return strconv.CanBackquote(s) && utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return !strconv.IsPrint(r) })
}
