package client

import (
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// callDecl prints what is fixed for all calls of the operation, and the path.
func (e Printer) callDecl(o *gomodel.Operation, params *gomodel.Params) jen.Code {
	about := []jen.Code{golang.Pair("op", golang.Text(o.Name))}
	if o.ID != "" {
		about = append(about, golang.Pair("id", golang.Text(o.ID)))
	}
	about = append(about, golang.Pair("method", golang.Text(o.Method)), golang.Pair("pattern", golang.Text(o.Method+" "+o.Template)))
	parts := []jen.Code{jen.List(about...)}
	if !hasStyledPath(o, params) && !o.Receiver {
		parts = append(parts, golang.Pair("path", pathExpr(o.Path, params, "pathSegment")))
	}
	if len(o.Query) > 0 {
		parts = append(parts, golang.Pair("query", jen.Index().String().Values(pathExpr(o.Query, params, "queryEscape"))))
	}
	if o.Accept != "" {
		parts = append(parts, golang.Pair("accept", golang.Text(o.Accept)))
	}
	if expr := security(o.Security); expr != nil {
		parts = append(parts, golang.Pair("security", expr))
	}
	if empty := gomodel.EmptyCodes(o.Result); len(empty) > 0 {
		parts = append(parts, golang.Pair("empty", jen.Index().Int().ValuesFunc(func(g *jen.Group) {
			for _, code := range empty {
				g.Op(strconv.Itoa(code))
			}
		})))
	}
	if o.Headers != "" {
		parse := jen.List(jen.Id("_"), jen.Err()).Op(":=").Id(o.Headers).Call(jen.Id("h"))
		parts = append(parts, golang.Pair("headers", jen.Func().Params(jen.Id("h").Qual("net/http", "Header")).Error().Block(parse, jen.Return(jen.Err()))))
	}
	if o.Needed != nil {
		parts = append(parts, golang.Pair("needed", NeededHeaders(o.Needed)))
	}
	if e.sendsSecrets(params) {
		parts = append(parts, golang.Pair("guarded", jen.Parens(jen.Op("*").Id("call")).Dot("guard")))
	}
	if len(o.Tolerate) > 0 {
		parts = append(parts, golang.Pair("tolerate", tolerances(o.Tolerate)))
	}
	if bodies := slices.Concat(o.Errors, gomodel.FailuresInside(o.Result)); len(bodies) > 0 {
		parts = append(parts, golang.Pair("errors", jen.Index().Id("errorBody").Add(golang.MultiLine(ErrorBodies(bodies)...))))
	}
	parts = append(parts, reading(o)...)
	decl := jen.Id("k").Op(":=").Id("call").Add(golang.MultiLine(parts...))
	if hasStyledPath(o, params) { // it needs k for what cannot be written
		decl.Line().Id("k").Dot("path").Op("=").Add(pathExpr(o.Path, params, "pathSegment"))
	}
	return decl
}

// security prints the security of an operation as support code reads it: the constants of schemes that belong together with " & " between
// them, the alternatives with " | ". An alternative without schemes, behind which nothing is needed, is empty.
func security(list [][]string) *jen.Statement {
	expr := &jen.Statement{}
	text := "" // what was not printed yet
	for i, schemes := range list {
		if i > 0 {
			text += " | "
		}
		for j, name := range schemes {
			if j > 0 {
				text = " & "
			}
			if text != "" && len(*expr) > 0 {
				expr.Op("+")
			}
			if text != "" {
				expr.Lit(text).Op("+")
			}
			expr.Id(name)
			text = ""
		}
	}
	switch {
	case len(*expr) == 0:
		return nil
	case text != "":
		expr.Op("+").Lit(text)
	}
	return expr
}

// reading prints what is known of the media types and statuses of responses.
func reading(o *gomodel.Operation) (parts []jen.Code) {
	texts := func(list []string) jen.Code {
		return jen.Index().String().ValuesFunc(func(g *jen.Group) {
			for _, text := range list {
				g.Add(golang.Text(text))
			}
		})
	}
	if len(o.Reads.Texts) > 0 {
		parts = append(parts, golang.Pair("texts", texts(o.Reads.Texts)))
	}
	if len(o.Reads.AnyType) > 0 {
		parts = append(parts, golang.Pair("anyType", texts(o.Reads.AnyType)))
	}
	if o.Reads.Media != "" {
		parts = append(parts, golang.Pair("media", golang.Text(o.Reads.Media)))
	}
	if o.Reads.Location {
		parts = append(parts, golang.Pair("location", jen.True()))
	}
	if one, ok := o.Result.(gomodel.OneOfResult); ok && one.HasBytes() {
		parts = append(parts, golang.Pair("elsewhere", jen.Id("followElsewhere")))
	}
	return parts
}

// NeededHeaders prints the function that finds out which headers of a status are missing.
func NeededHeaders(list []gomodel.NeededHeaders) jen.Code {
	args := []jen.Code{jen.Id("code"), jen.Id("h")}
	for _, n := range list {
		parts := []jen.Code{golang.Text(n.Status)}
		for _, name := range n.Names {
			parts = append(parts, golang.Text(name))
		}
		args = append(args, jen.Index().String().Values(parts...))
	}
	params := []jen.Code{jen.Id("code").Int(), jen.Id("h").Qual("net/http", "Header")}
	return jen.Func().Params(params...).Error().Add(golang.Short(jen.Return(jen.Id("neededHeaders").Call(args...))))
}

// tolerances prints the sum of constants of support code.
func tolerances(list []gomodel.Tolerance) jen.Code {
	sum := jen.Null()
	for i, t := range list {
		if i > 0 {
			sum = sum.Op("|")
		}
		switch t {
		case gomodel.NumbersAsStrings:
			sum = sum.Id("numbersAsStrings")
		case gomodel.StringsAsNumbers:
			sum = sum.Id("stringsAsNumbers")
		default:
			panic(golang.Unprintable("no printer for the tolerance " + string(t)))
		}
	}
	return sum
}

// hasStyledPath reports whether a path parameter is more than text between slashes.
func hasStyledPath(o *gomodel.Operation, params *gomodel.Params) bool {
	return slices.ContainsFunc(o.Path, func(part gomodel.PathPart) bool {
		if part.Text != "" || part.Param < 0 || part.Param >= len(params.Fields) {
			return false
		}
		_, styled := params.Fields[part.Param].Write.(gomodel.StyledParam)
		return styled
	})
}

// pathExpr prints the path as a sum of texts and escaped parameters.
func pathExpr(parts []gomodel.PathPart, params *gomodel.Params, escape string) *jen.Statement {
	var sum *jen.Statement
	for _, part := range parts {
		term := golang.Text(part.Text)
		if part.Text == "" {
			if part.Param < 0 || part.Param >= len(params.Fields) {
				panic(golang.Unprintable("the path has a parameter that " + params.Name + " has not"))
			}
			f := &params.Fields[part.Param]
			v := values.Value{Expr: jen.Id("p").Dot(f.Name), Pointer: f.Hold.Box == gomodel.Pointing}
			if w, styled := f.Write.(gomodel.StyledParam); styled {
				term = jen.Id("k").Dot("styledPath").Call(golang.Text(f.Wire), StyleLit(w), WriteFunc(f.Codec, v))
			} else {
				term = jen.Id(escape).Call(values.TextOf(f.Codec, v))
			}
		}
		if sum == nil {
			sum = term
		} else {
			sum = jen.Add(sum).Op("+").Add(term)
		}
	}
	if sum == nil {
		return jen.Lit("")
	}
	return sum
}

// ErrorBodies prints the readers of bodies of failures, one for each status. An item of a sequence has none.
func ErrorBodies(list []gomodel.ErrorBody) []jen.Code {
	out := make([]jen.Code, len(list))
	for i, b := range list {
		reader := jen.Func().Params(values.ReaderParam()).Any().Add(Braces(readResult(b.Type, b.Codec)))
		if out[i] = jen.Values(golang.Text(b.Status), reader); b.Status == "" {
			out[i] = jen.Values(jen.Id("read").Op(":").Add(reader))
		}
	}
	return out
}

// readResult prints statements that return a value just read.
func readResult(t gomodel.TypeExpr, c gomodel.Codec) []jen.Code {
	p, pointer := t.(gomodel.Pointer)
	_, object := c.(gomodel.ObjectCodec)
	x := jen.Id("x")
	switch {
	case pointer && object:
		return []jen.Code{jen.Return(jen.Id("decoded").Call(jen.Id("r"), jen.New(golang.Type(p.Elem))))}
	case object:
		return []jen.Code{jen.Var().Id("x").Add(golang.Type(t)), values.ReadInto(x, c), jen.Return(x)}
	case pointer:
		return []jen.Code{jen.Return(jen.New(values.Read(c)))}
	}
	return []jen.Code{jen.Return(values.Read(c))}
}
