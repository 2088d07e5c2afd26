package server

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/client"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// ExampleService prints the type whose methods give examples, and what makes one.
func ExampleService(d *gomodel.ExampleService) jen.Code {
	seed := jen.Id("seed").Uint64()
	return golang.Lines(
		golang.Doc(d.Doc, golang.PageWidth).Type().Id(d.Name).Struct(seed),
		jen.Var().Id("_").Add(golang.Ident(d.Service)).Op("=").Parens(jen.Op("*").Id(d.Name)).Call(jen.Nil()),
		golang.Doc(d.NewDoc, golang.PageWidth).Func().Id(d.New).Params(seed).Op("*").Id(d.Name).Add(golang.Short(jen.Return(jen.Op("&").Id(d.Name).Values(jen.Id("seed"))))),
	)
}

// ExampleSet prints the methods that give the examples of an operation, and the method that has these.
func (e Printer) ExampleSet(d *gomodel.ExampleSet) jen.Code {
	var parts []jen.Code
	for _, call := range d.Calls {
		parts = append(parts, golang.Comment(call.Name+" implements ["+d.Service.Name+"].").Func().Params(jen.Id("s").Op("*").Id(d.Owner)).Id(call.Name).
			Params(jen.Id("ctx").Qual("context", "Context"), jen.Id("_").Op("*").Add(golang.Ident(call.Params))).Add(e.Results(call.Result)).
			Block(jen.Return(e.exampleResult(d, call))))
	}
	fields := []jen.Code{golang.Pair("seed", jen.Id("s").Dot("seed"))}
	add := func(name string, list []gomodel.SetExample) {
		if len(list) == 0 {
			return
		}
		rows := make([]jen.Code, len(list))
		for i, x := range list {
			rows[i] = exampleRow(x, len(d.Calls) > 1)
		}
		fields = append(fields, golang.Pair(name, jen.Index().Id("example").Add(lines(rows))))
	}
	add("success", d.Success)
	add("failures", d.Failures)
	if len(d.Bodies) > 0 {
		fields = append(fields, golang.Pair("bodies", jen.Index().Id("errorBody").Add(lines(client.ErrorBodies(d.Bodies)))))
	}
	parts = append(parts, jen.Func().Params(jen.Id("s").Op("*").Id(d.Owner)).Id(d.Name).Params().Id("exampleSet").
		Block(jen.Return(jen.Id("exampleSet").Add(golang.MultiLine(fields...)))))
	return golang.Lines(parts...)
}

// exampleRow prints an example. It names its method if the operation has several.
func exampleRow(x gomodel.SetExample, several bool) jen.Code {
	var parts []jen.Code
	if several && x.Call != nil {
		parts = append(parts, golang.Pair("method", golang.Text(x.Call.Name)))
	}
	parts = append(parts, golang.Pair("status", golang.Text(x.Status)))
	if x.Name != "" {
		parts = append(parts, golang.Pair("name", golang.Text(x.Name)))
	}
	if len(x.Header) > 0 {
		var texts []string
		for _, h := range x.Header {
			texts = append(texts, h.Name, h.Text)
		}
		parts = append(parts, golang.Pair("header", textList(texts)))
	}
	if x.Text {
		parts = append(parts, golang.Pair("text", jen.True()))
	}
	if x.Body != "" {
		parts = append(parts, golang.Pair("body", golang.RawText(x.Body)))
	}
	return jen.Values(parts...)
}

// exampleResult prints the result of a method, by its kind.
func (e Printer) exampleResult(d *gomodel.ExampleSet, call *gomodel.Operation) jen.Code {
	set := jen.Id("s").Dot(d.Name).Call()
	if len(d.Calls) > 1 {
		set.Dot("of").Call(golang.Text(call.Name))
	}
	ctx := jen.Id("ctx")
	switch r := call.Result.(type) {
	case gomodel.NoResult:
		return set.Dot("nothing").Call(ctx)
	case gomodel.ReaderResult:
		return set.Dot("bytes").Call(ctx)
	case gomodel.ValueResult:
		return jen.Id("exampleOf").Call(ctx, set, readerOf(r.Type, r.Codec, r.Nullable))
	case gomodel.SequenceResult:
		name := "exampleItems"
		if r.Events {
			name = "exampleEvents"
		}
		return jen.Id(name).Call(ctx, set, readerOf(r.Type, r.Codec, r.Nullable))
	case gomodel.OneOfResult:
		return jen.Id("exampleOneOf").Types(golang.Ident(r.Union)).Add(jen.Custom(jen.Options{Open: "(", Close: ")", Separator: ",", Multi: true}, append([]jen.Code{ctx, set}, client.ResultCases(r)...)...))
	}
	panic(golang.NoPrinter(call.Result))
}

// readerOf prints a function that reads a value from JSON.
func readerOf(t gomodel.TypeExpr, c gomodel.Codec, nullable bool) jen.Code {
	head := jen.Func().Params(values.ReaderParam())
	p, pointer := t.(gomodel.Pointer)
	_, object := c.(gomodel.ObjectCodec)
	switch {
	case pointer && object && !nullable:
		return head.Add(golang.Type(t)).Add(golang.Short(jen.Return(jen.Id("made").Call(jen.Id("r"), jen.New(golang.Type(p.Elem))))))
	case !pointer && !object && !nullable:
		return head.Add(golang.Type(t)).Add(golang.Short(jen.Return(values.Read(c))))
	}
	statements := client.OrNull(nullable, client.ReadNew(jen.Id("x"), t, c))
	return head.Params(jen.Id("x").Add(golang.Type(t))).Block(append(statements, jen.Return(jen.Id("x")))...)
}
