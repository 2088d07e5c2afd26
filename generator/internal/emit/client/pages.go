package client

import (
	"cmp"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// Pages prints the two methods of Client that read all pages of an operation.
func (e Printer) Pages(d *gomodel.Pages) jen.Code {
	return golang.Lines(
		pagesMethod(d, method(d.Grouped, "c", d.Name, d.Grouped.Name), d.Doc, d.Page, e.eachPage(d)...),
		pagesMethod(d, method(d.Grouped, "c", d.All, d.GroupedAll), d.AllDoc, d.Item, e.eachItem(d)),
	)
}

// pagesMethod prints a method that gives a sequence.
func pagesMethod(d *gomodel.Pages, head jen.Code, doc gomodel.Doc, of gomodel.TypeExpr, loop ...jen.Code) jen.Code {
	yield := jen.Func().Params(jen.Id("yield").Func().Params(golang.Type(of), jen.Error()).Bool()).Block(loop...)
	return golang.Doc(doc, golang.PageWidth).Add(head).Params(
		jen.Id("ctx").Qual("context", "Context"), jen.Id("params").Op("*").Add(golang.Ident(d.Params)), jen.Id("opts").Op("...").Id("Option"),
	).Qual("iter", "Seq2").Types(golang.Type(of), jen.Error()).Block(jen.Return(yield))
}

// eachPage prints the loop over pages. The parameters are copied, and only the copy goes from page to page.
func (e Printer) eachPage(d *gomodel.Pages) []jen.Code {
	params := values.Find[*gomodel.Params](e.Scope, d.Params.Name)
	w := &pageWay{leave: jen.Return()}
	statements := takePage(d, params)
	call := []jen.Code{
		jen.List(jen.Id("page"), jen.Err()).Op(":=").Id("c").Dot(cmp.Or(d.Call.Grouped.Name, d.Call.Name)).Call(jen.Id("ctx"), jen.Op("&").Id("p"), jen.Id("opts").Op("...")),
		jen.If(jen.Op("!").Id("yield").Call(jen.Id("page"), jen.Err()).Op("||").Err().Op("!=").Nil()).Block(jen.Return()),
	}
	if _, header := d.Turn.(gomodel.LinkTurn); d.NilPage && !header {
		call = append(call, w.unless(jen.Id("page").Op("==").Nil()))
	}
	switch t := d.Turn.(type) {
	case gomodel.CursorTurn:
		statements = append(statements, trailVar("pageTrail", d))
		statements = append(statements, startTrail(t.Param)...)
		return append(statements, jen.For().Block(append(call, turnCursor(w, t)...)...))
	case gomodel.LinkTurn:
		attach := jen.Qual("slices", "Concat").Call(jen.Id("opts"), jen.Index().Id("Option").Values(jen.Id("trail").Dot("attachTrail")))
		statements = append(statements, trailVar("linkTrail", d), jen.Id("opts").Op(":=").Add(attach))
		return append(statements, jen.For().Block(append(call, turnLink(w, d, t)...)...))
	case gomodel.CountTurn:
		return append(statements, countPages(w, d, t, call)...)
	}
	panic(golang.NoPrinter(d.Turn))
}

// takePage prints how the parameters are copied.
func takePage(d *gomodel.Pages, params *gomodel.Params) []jen.Code {
	given := jen.Op("*").Id("params")
	required := requiredParams(params)
	if len(required) == 0 {
		return []jen.Code{
			jen.Var().Id("p").Add(golang.Ident(d.Params)),
			jen.If(golang.NotNil(jen.Id("params"))).Block(golang.Assign(jen.Id("p"), given)),
		}
	}
	refused := jen.Id("noParams").Call(append([]jen.Code{golang.Text(d.Call.Name), golang.Text(params.Name)}, required...)...)
	return []jen.Code{
		jen.If(jen.Id("params").Op("==").Nil()).Block(jen.Id("yield").Call(jen.Nil(), refused), jen.Return()),
		jen.Id("p").Op(":=").Add(given),
	}
}

// trailVar prints the variable that remembers which pages were read.
func trailVar(typ string, d *gomodel.Pages) jen.Code {
	op := golang.Pair("op", golang.Text(d.Call.Name))
	if typ == "linkTrail" {
		op = golang.Pair("pageTrail", jen.Id("pageTrail").Values(op))
	}
	return jen.Id("trail").Op(":=").Id(typ).Values(op)
}

// startTrail prints that the cursor of the caller is one that was read.
func startTrail(f gomodel.PageParam) []jen.Code {
	field := jen.Id("p").Dot(f.Field)
	start := func(v *jen.Statement) jen.Code { return jen.Id("trail").Dot("start").Call(v) }
	if f.Hold.Box == gomodel.Pointing {
		return []jen.Code{jen.If(golang.NotNil(field)).Block(start(jen.Op("*").Add(field)))}
	}
	return []jen.Code{start(field)}
}

// turnTo prints the step to a page, or the end of the loop with an error.
func turnTo(method string, mark jen.Code) jen.Code {
	return ifError(jen.Id("trail").Dot(method).Call(mark), jen.Id("yield").Call(jen.Nil(), jen.Err()), jen.Return())
}

// turnCursor prints how the cursor of a page becomes the parameter for the next one.
func turnCursor(w *pageWay, t gomodel.CursorTurn) []jen.Code {
	value := w.to(jen.Id("page"), t.Next, true)
	next := jen.Id("next")
	switch {
	case t.Same:
	case t.Kind == t.Param.Kind || t.Kind == gomodel.Decimal || t.Kind.IsInteger() && t.Param.Kind.IsInteger():
		value = golang.Type(t.Param.Type).Call(value)
	default:
		value = jen.Qual("fmt", "Sprint").Call(value)
		if gomodel.TypeString(t.Param.Type) != "string" {
			value = golang.Type(t.Param.Type).Call(value)
		}
	}
	out := append(w.guards, jen.Add(next).Op(":=").Add(value))
	if t.Kind == gomodel.String {
		out = append(out, w.unless(jen.Add(next).Op("==").Lit("")))
	}
	return append(out, turnTo("turn", next), setPage(t.Param, next))
}

// setPage prints the assignment of a value to the parameter.
func setPage(f gomodel.PageParam, v *jen.Statement) jen.Code {
	if f.Hold.Box == gomodel.Pointing {
		v = jen.New(v)
	}
	return golang.Assign(jen.Id("p").Dot(f.Field), v)
}

// turnLink prints how the URL of the next page is found.
func turnLink(w *pageWay, d *gomodel.Pages, t gomodel.LinkTurn) []jen.Code {
	value := jen.Id("trail").Dot("linkHeader").Call()
	if t.Next != nil {
		if d.NilPage {
			w.guards = append(w.guards, w.unless(jen.Id("page").Op("==").Nil()))
		}
		value = w.to(jen.Id("page"), t.Next, true)
		if t.Named {
			value = jen.String().Call(value)
		}
	}
	next := jen.Id("next")
	return append(w.guards, jen.Add(next).Op(":=").Add(value), w.unless(jen.Add(next).Op("==").Lit("")), turnTo("turnLink", next))
}

// countPages prints the loop over pages that are counted.
func countPages(w *pageWay, d *gomodel.Pages, t gomodel.CountTurn, call []jen.Code) []jen.Code {
	at := jen.Id("number")
	if t.Items {
		at = jen.Id("offset")
	}
	first := jen.Var().Add(at).Add(golang.Type(t.Param.Type))
	if t.First != 0 {
		first.Op("=").Op(strconv.FormatInt(t.First, 10))
	}
	statements := []jen.Code{
		first,
		jen.If(golang.NotNil(jen.Id("p").Dot(t.Param.Field))).Block(golang.Assign(at, jen.Op("*").Id("p").Dot(t.Param.Field))),
	}
	if t.Param.Hold.Box != gomodel.Pointing {
		statements = []jen.Code{jen.Add(at).Op(":=").Id("p").Dot(t.Param.Field)}
	}
	items := w.to(jen.Id("page"), d.Items, false)
	body := append([]jen.Code{setPage(t.Param, at)}, call...)
	body = append(body, w.guards...)
	n := jen.Len(items)
	body = append(body, w.unless(jen.Add(n).Op("==").Lit(0)))
	body = append(body, hasMore(w, t)...)
	step := jen.Add(at).Op("++")
	if t.Items {
		step = jen.Add(at).Op("+=").Add(golang.Type(t.Param.Type)).Call(n)
	}
	return append(statements, jen.For().Block(append(body, step)...))
}

// hasMore prints the conditions under which there is another page.
func hasMore(w *pageWay, t gomodel.CountTurn) []jen.Code {
	if t.Next == nil {
		return nil
	}
	w.guards = nil
	switch t.Kind {
	case gomodel.Bool:
		value := w.to(jen.Id("page"), t.Next, true)
		return append(w.guards, w.unless(jen.Op("!").Add(value)))
	case gomodel.String:
		value := w.to(jen.Id("page"), t.Next, true)
		return append(w.guards, w.unless(jen.Add(value).Op("==").Lit("")))
	}
	last := t.Next[len(t.Next)-1]
	field := w.to(jen.Id("page"), t.Next[:len(t.Next)-1], false).Clone().Dot(last.Field)
	switch last.Hold.Box {
	case gomodel.Pointing:
		return append(w.guards, w.unless(jen.Add(field).Op("==").Nil()))
	case gomodel.Boxed, gomodel.BoxedPointer:
		get := jen.List(jen.Id("_"), jen.Id("ok")).Op(":=").Add(field).Dot("Get").Call()
		return append(w.guards, jen.If(get, jen.Op("!").Id("ok")).Block(w.leave))
	}
	return w.guards
}

// eachItem prints the loop over the items of all pages.
func (e Printer) eachItem(d *gomodel.Pages) jen.Code {
	none := jen.Nil()
	if !e.HasNil(d.Item) {
		none = jen.Op("*").New(golang.Type(d.Item))
	}
	w := &pageWay{leave: jen.Continue()}
	body := []jen.Code{jen.If(golang.NotNil(jen.Err())).Block(jen.Id("yield").Call(none, jen.Err()), jen.Return())}
	if d.NilPage {
		body = append(body, w.unless(jen.Id("page").Op("==").Nil()))
	}
	items := w.to(jen.Id("page"), d.Items, false)
	body = append(body, w.guards...)
	body = append(body, jen.For(jen.List(jen.Id("_"), jen.Id("item")).Op(":=").Range().Add(items)).Block(
		jen.If(jen.Op("!").Id("yield").Call(jen.Id("item"), jen.Nil())).Block(jen.Return())))
	pages := jen.Id("c").Dot(cmp.Or(d.Grouped.Name, d.Name)).Call(jen.Id("ctx"), jen.Id("params"), jen.Id("opts").Op("..."))
	return jen.For(jen.List(jen.Id("page"), jen.Err()).Op(":=").Range().Add(pages)).Block(body...)
}

// A pageWay prints the way from a page to a part of it, with what is done where it ends early.
type pageWay struct {
	leave  jen.Code
	guards []jen.Code
	opened int // values that were taken out of a Nullable
}

// unless prints that the loop is left, or goes on with the next page.
func (w *pageWay) unless(condition jen.Code) jen.Code { return jen.If(condition).Block(w.leave) }

// to prints the way and returns what it leads to; value says that it is needed as it is, and not by a pointer.
func (w *pageWay) to(from *jen.Statement, steps []gomodel.PageStep, value bool) *jen.Statement {
	at := from
	for i, step := range steps {
		field := jen.Add(at).Dot(step.Field)
		switch step.Hold.Box {
		case gomodel.Pointing:
			w.guards = append(w.guards, w.unless(jen.Add(field).Op("==").Nil()))
			if at = field; value && i == len(steps)-1 {
				at = jen.Op("*").Add(field)
			}
		case gomodel.Boxed, gomodel.BoxedPointer:
			at = w.open(field, step.Hold.Box == gomodel.BoxedPointer)
		default:
			at = field
		}
	}
	return at
}

// open prints how a value is taken out of a Nullable.
func (w *pageWay) open(field jen.Code, pointer bool) *jen.Statement {
	w.opened++
	v := jen.Id("v" + strconv.Itoa(w.opened))
	condition := jen.Op("!").Id("ok")
	if pointer {
		condition = condition.Op("||").Add(v).Op("==").Nil()
	}
	w.guards = append(w.guards, jen.List(v, jen.Id("ok")).Op(":=").Add(field).Dot("Get").Call(), w.unless(condition))
	return v
}
