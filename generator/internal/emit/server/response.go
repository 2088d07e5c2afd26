package server

import (
	"cmp"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/client"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// content prints a media type and what serves it.
func (e Printer) content(c gomodel.ServedContent) jen.Code {
	return jen.Values(golang.Text(mediaOf(c)), e.serve(c))
}

// mediaOf returns the media type that is sent. Where the document has a range, only bytes leave it open.
func mediaOf(c gomodel.ServedContent) string {
	if !strings.Contains(c.Media, "*") {
		return c.Media
	}
	switch r := c.Call.Result.(type) {
	case gomodel.ValueResult:
		return defaultMedia(r.Form)
	case gomodel.SequenceResult:
		return defaultMedia(r.Form)
	}
	return c.Media
}

func defaultMedia(form gomodel.BodyForm) string {
	switch form {
	case gomodel.FormText:
		return "text/plain"
	case gomodel.FormXML:
		return "application/xml"
	}
	return "application/json"
}

// serve prints what serves a method, by its result.
func (e Printer) serve(c gomodel.ServedContent) jen.Code {
	method := jen.Id("h").Dot(c.Call.Name)
	sends := func(how string, more ...jen.Code) jen.Code {
		return jen.Id("sends" + how).Call(append([]jen.Code{method}, more...)...)
	}
	switch r := c.Call.Result.(type) {
	case gomodel.NoResult:
		return sends("Nothing")
	case gomodel.ReaderResult:
		return sends("Bytes")
	case gomodel.ValueResult:
		return e.serveValue(c.Call, r, sends)
	case gomodel.SequenceResult:
		return e.serveSequence(c.Call, r, sends)
	case gomodel.OneOfResult:
		return e.serveOneOf(c, r, sends)
	}
	panic(golang.NoPrinter(c.Call.Result))
}

func (e Printer) serveValue(call *gomodel.Operation, r gomodel.ValueResult, sends func(string, ...jen.Code) jen.Code) jen.Code {
	x := jen.Id("x")
	switch {
	case r.Form == gomodel.FormXML:
		root := r.Root
		root.Name = cmp.Or(root.Name, "root") // as a client does, where the document has no name
		return sends("XML", client.XMLRoot(root))
	case r.Form == gomodel.FormText:
		_, pointer := r.Type.(gomodel.Pointer)
		text := jen.Return(values.TextOf(r.Codec, values.Value{Expr: x, Pointer: pointer}))
		head := jen.Func().Params(jen.Add(x).Add(golang.Type(r.Type))).String()
		if pointer {
			return sends("Text", head.Block(jen.If(jen.Add(x).Op("==").Nil()).Block(jen.Return(jen.Lit(""))), text))
		}
		return sends("Text", head.Add(golang.Short(text)))
	case isWhole(r.Type, r.Codec) && !r.Nullable:
		return sends("JSON")
	}
	return sends("As", e.resultAs(call, r.Type, r.Codec, r.Checks, r.Nullable, len(r.Empty) > 0))
}

// isWhole reports whether a result is a pointer to a type that writes itself.
func isWhole(t gomodel.TypeExpr, c gomodel.Codec) bool {
	_, pointer := t.(gomodel.Pointer)
	_, object := c.(gomodel.ObjectCodec)
	return pointer && object
}

func (e Printer) serveSequence(call *gomodel.Operation, r gomodel.SequenceResult, sends func(string, ...jen.Code) jen.Code) jen.Code {
	how := "Lines"
	if r.Events {
		how = "Events"
	}
	switch {
	case r.Events && r.Form == gomodel.FormText:
		return sends("EventTexts")
	case isWhole(r.Type, r.Codec) && !r.Nullable:
		return sends(how)
	}
	_, pointer := r.Type.(gomodel.Pointer)
	mayBeNil := r.Nullable && (pointer || e.HasNil(r.Type)) // else the zero value stands for null
	return sends(how+"As", e.resultAs(call, r.Type, r.Codec, r.Checks, mayBeNil, false))
}

// resultAs prints how a value is written and checked that has no methods for it.
func (e Printer) resultAs(call *gomodel.Operation, t gomodel.TypeExpr, c gomodel.Codec, checks []gomodel.Check, nullable, maybeNone bool) jen.Code {
	x := jen.Id("x")
	param := jen.Add(x).Add(golang.Type(t))
	parts := []jen.Code{golang.Pair("write", jen.Func().Params(values.WriterParam(), param).Add(client.Braces(e.writeValue(x, t, c, nullable))))}
	check, ok := e.ValueCheck(golang.Text("response of "+call.Name), x, t, c, checks, nullable, param).(*jen.Statement)
	if ok && (len(checks) > 0 || checksItself(c)) {
		parts = append(parts, golang.Pair("check", check))
	}
	if maybeNone && e.HasNil(t) {
		parts = append(parts, golang.Pair("none", jen.Func().Params(param).Bool().Add(golang.Short(jen.Return(jen.Add(x).Op("==").Nil())))))
	}
	return jen.Id("resultAs").Types(golang.Type(t)).Add(golang.MultiLine(parts...))
}

// checksItself reports whether a value has a function that validates it.
func checksItself(c gomodel.Codec) bool {
	switch c.(type) {
	case gomodel.UnionCodec, gomodel.ObjectCodec:
		return true
	}
	return false
}

// writeValue prints how a value is written as JSON.
func (e Printer) writeValue(x *jen.Statement, t gomodel.TypeExpr, c gomodel.Codec, nullable bool) []jen.Code {
	_, pointer := t.(gomodel.Pointer)
	write := values.Write(jen.Id("w"), c, values.Value{Expr: x, Pointer: pointer}, 0)
	_, union := c.(gomodel.UnionCodec)
	if nullable && !union && !e.IsRaw(c) {
		return []jen.Code{golang.IfElse(golang.NotNil(x), []jen.Code{write}, []jen.Code{jen.Id("w").Dot("null").Call()})}
	}
	return []jen.Code{write}
}

func (e Printer) serveOneOf(c gomodel.ServedContent, r gomodel.OneOfResult, sends func(string, ...jen.Code) jen.Code) jen.Code {
	var cases []jen.Code
	for i, one := range r.Cases {
		media := one.Media
		if media == "" {
			media = c.Cases[i]
		}
		if strings.Contains(media, "*") && one.Form != gomodel.FormReader {
			media = defaultMedia(one.Form)
		}
		variant := jen.Op("*").Add(golang.Ident(one.Variant))
		send := jen.Func().Params(jen.Id("x").Add(variant)).Id("sentBody").Add(golang.Short(jen.Return(e.sentCase(one))))
		cases = append(cases, jen.Id("caseOf").Types(variant).Call(golang.Text(one.Status), golang.Text(media), send))
	}
	return sends("OneOf", cases...)
}

// sentCase prints the body of one kind of result.
func (e Printer) sentCase(c gomodel.ResultCase) jen.Code {
	x := jen.Id("x")
	if !c.Wrapped {
		return jen.Id("encoded").Call(x)
	}
	body := jen.Add(x).Dot("Body")
	switch {
	case c.Form == gomodel.FormReader:
		return jen.Id("streamed").Call(body)
	case c.Form == gomodel.FormText:
		return jen.Id("textual").Call(body)
	case isWhole(c.Type, c.Codec) && !c.Nullable:
		return jen.Id("encoded").Call(body)
	}
	return jen.Id("written").Call(jen.Func().Params(values.WriterParam()).Add(client.Braces(e.writeValue(body, c.Type, c.Codec, c.Nullable))))
}

// failure prints what the document says about a failure.
func (e Printer) failure(f gomodel.ServedFailure) jen.Code {
	body := jen.Nil()
	switch {
	case f.Type == nil && f.Media != "":
		body = jen.Id("asText")
	case f.Type == nil:
	case isWhole(f.Type, f.Codec):
		body = jen.Id("asBody").Types(golang.Type(f.Type))
	default:
		x := jen.Id("x")
		param := jen.Add(x).Add(golang.Type(f.Type))
		write := jen.Func().Params(values.WriterParam(), param).Add(client.Braces(e.writeValue(x, f.Type, f.Codec, false)))
		body = jen.Id("asFunc").Call(write, e.ValueCheck(golang.Text("failure"), x, f.Type, f.Codec, f.Checks, false, param))
	}
	return jen.Values(golang.Text(f.Status), golang.Text(f.Media), body, jen.Id(string(f.Problem)))
}

// setHeader prints the function that sets the headers of a success.
func (e Printer) setHeader(s *gomodel.HeaderSetter) jen.Code {
	header := jen.Id("header")
	statements := []jen.Code{jen.Id("h").Op(":=").Add(golang.Ident(s.From)).Call(jen.Id("ctx"))}
	for i := range s.Type.Fields {
		statements = append(statements, e.setField(&s.Type.Fields[i]))
	}
	return golang.Doc(s.Doc, golang.PageWidth).Func().Id(s.Name).
		Params(jen.Id("ctx").Qual("context", "Context"), jen.Add(header).Op("*").Id(s.Type.Name)).Block(statements...)
}

func (e Printer) setField(f *gomodel.HeaderField) jen.Code {
	return e.IfPresent(jen.Id("header").Dot(f.Name), f.Hold, f.Codec, func(v values.Value) jen.Code {
		text := jen.Id("headerText").Call(client.WriteFunc(f.Codec, v))
		if _, scalar := f.Codec.(gomodel.Scalar); scalar {
			text = values.TextOf(f.Codec, v)
		}
		return jen.Id("h").Dot("Set").Call(golang.Text(f.Wire), text)
	}, func() jen.Code { return jen.Null() })
}
