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
	case gomodel.UintLit:
		return jen.Op(strconv.FormatUint(uint64(l), 10))
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

// Float prints a number as the document has it, or an infinity. The compiler refuses very long constants, and exponents that are
// very large: of those it gets the float64 that it would round them to.
func Float(s string) *jen.Statement {
	switch {
	case s == "+Inf":
		return jen.Qual("math", "Inf").Call(jen.Lit(1))
	case s == "-Inf":
		return jen.Qual("math", "Inf").Call(jen.Lit(-1))
	case len(s) > longestConstant || veryLong(s):
		f, _ := strconv.ParseFloat(s, 64)
		s = strconv.FormatFloat(f, 'g', -1, 64)
	}
	return jen.Op(s)
}

// longestConstant is how many characters of a number are read in code.
const longestConstant = 100

// veryLong reports whether an exponent has more than four digits.
func veryLong(s string) bool {
	i := strings.IndexAny(s, "eE")
	return i >= 0 && len(strings.TrimLeft(s[i+1:], "+-0")) > 4
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

// UnsignedBound is Bound for a uint64.
func UnsignedBound(n uint64) jen.Code {
	if n == math.MaxUint64 {
		return jen.Qual("math", "MaxUint64")
	}
	return jen.Op(strconv.FormatUint(n, 10))
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
