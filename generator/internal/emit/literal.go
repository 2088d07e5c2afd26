package emit

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// literal prints a constant without its type. jen.Lit would print int64(5).
func literal(l gomodel.Literal) *jen.Statement {
	switch l := l.(type) {
	case gomodel.StringLit:
		return text(string(l))
	case gomodel.IntLit:
		return number(int64(l))
	case gomodel.FloatLit:
		return float(string(l))
	case gomodel.BoolLit:
		return jen.Lit(bool(l))
	case gomodel.JSONLit:
		return rawText(string(l))
	}
	panic(noPrinter(l))
}

func number(n int64) *jen.Statement { return jen.Op(strconv.FormatInt(n, 10)) }

func float(s string) *jen.Statement {
	switch s {
	case "+Inf":
		return jen.Qual("math", "Inf").Call(jen.Lit(1))
	case "-Inf":
		return jen.Qual("math", "Inf").Call(jen.Lit(-1))
	}
	return jen.Op(s)
}

// bound prints a bound of an integer; the ends of int64 have names.
func bound(n int64) jen.Code {
	switch n {
	case math.MaxInt64:
		return jen.Qual("math", "MaxInt64")
	case math.MinInt64:
		return jen.Qual("math", "MinInt64")
	}
	return number(n)
}

// text prints a string, in backquotes if that saves escapes.
func text(s string) *jen.Statement {
	if strings.ContainsAny(s, "\"\\") {
		return rawText(s)
	}
	return jen.Op(strconv.Quote(s))
}

// rawText prints a string in backquotes where that is possible: patterns and JSON.
func rawText(s string) *jen.Statement {
	if canBackquote(s) {
		return jen.Op("`" + s + "`")
	}
	return jen.Op(strconv.Quote(s))
}

// canBackquote is stricter than [strconv.CanBackquote]: what cannot be seen, or turns the direction of writing, is escaped.
func canBackquote(s string) bool {
	return strconv.CanBackquote(s) && utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool { return !strconv.IsPrint(r) })
}

// key prints the literal that jsonWriter.key takes: comma, name and colon.
func key(wire string) *jen.Statement { return rawText("," + jsonString(wire) + ":") }

// jsonString returns s as JSON, escaped as jsonWriter does it: only what RFC 8259 section 7 asks for.
func jsonString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ':
			b.WriteString(`\u00` + string("0123456789abcdef"[r>>4]) + string("0123456789abcdef"[r&15]))
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// needsEscape reports whether a name may have another form in JSON text than its own bytes.
func needsEscape(wire string) bool {
	return strings.ContainsFunc(wire, func(r rune) bool { return r == '"' || r == '\\' || r < ' ' || r >= utf8.RuneSelf })
}
