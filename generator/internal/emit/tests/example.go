package tests

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/composite"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// A Printer prints examples for the package with that path and name.
type Printer struct{ Path, Name string }

// ExampleServer prints the function that starts the server of an example.
func ExampleServer(d *gomodel.ExampleServer) jen.Code {
	respond := jen.Func().Params(jen.Id("w").Qual("net/http", "ResponseWriter"), jen.Id("_").Op("*").Qual("net/http", "Request")).Block(
		jen.If(jen.Id("mediaType").Op("!=").Lit("")).Block(
			jen.Id("w").Dot("Header").Call().Dot("Set").Call(jen.Lit("Content-Type"), jen.Id("mediaType")),
		),
		jen.Id("w").Dot("WriteHeader").Call(jen.Id("status")),
		jen.Qual("io", "WriteString").Call(jen.Id("w"), jen.Id("body")),
	)
	return golang.Comment(d.Name+" starts a server that always sends one response.").
		Func().Id(d.Name).Params(jen.Id("status").Int(), jen.List(jen.Id("mediaType"), jen.Id("body")).String()).Op("*").Qual("net/http/httptest", "Server").Block(
		jen.Return(jen.Qual("net/http/httptest", "NewServer").Call(jen.Qual("net/http", "HandlerFunc").Call(respond))),
	)
}

// Example prints a function that makes a client, calls a method, and prints a part of the result.
func (p Printer) Example(e *gomodel.Example) jen.Code {
	var statements []jen.Code
	url := jen.Lit("https://api.example.com")
	if r := e.Response; r != nil {
		server := jen.Id(e.Server).Call(golang.Number(int64(r.Status)), golang.Text(r.Media), golang.Text(r.Body))
		statements = append(statements, p.local("server").Op(":=").Add(server), jen.Defer().Add(p.local("server")).Dot("Close").Call())
		url = p.local("server").Dot("URL")
	}
	statements = append(statements, jen.List(p.local("c"), jen.Err()).Op(":=").Add(p.qual("NewClient")).Call(append([]jen.Code{url}, p.options(e)...)...))
	statements = append(statements, stopAtError())
	statements = append(statements, p.call(e)...)
	if r := e.Response; r != nil {
		text := "Output:"
		if r.Shown != nil {
			text += " " + r.Shown.Text
		}
		statements = append(statements, jen.Comment(golang.CommentLine(text)))
	}
	return jen.Func().Id(e.Name).Params().Block(statements...)
}

// local is a variable. One with the name of the package would hide it.
func (p Printer) local(name string) *jen.Statement {
	if name == p.Name {
		name += "1"
	}
	return jen.Id(name)
}

func (p Printer) qual(name string) *jen.Statement { return jen.Qual(p.Path, name) }

// options prints the credentials, or what turns off the question for them where nobody can make one up.
func (p Printer) options(e *gomodel.Example) (list []jen.Code) {
	for _, c := range e.Credentials {
		arguments := []jen.Code{jen.Lit("secret")}
		if c.Kind == gomodel.CredentialBasic {
			arguments = []jen.Code{jen.Lit("user"), jen.Lit("secret")}
		}
		list = append(list, golang.Ident(c.Option).Call(arguments...))
	}
	return list
}

// stopAtError prints what an example does with an error: it shows it, so that a test that fails says why.
func stopAtError() jen.Code {
	return jen.If(golang.NotNil(jen.Err())).Block(jen.Qual("fmt", "Println").Call(jen.Err()), jen.Return())
}

// call prints the call and what is done with its result.
func (p Printer) call(e *gomodel.Example) []jen.Code {
	params := jen.Nil()
	if len(e.Sets) > 0 {
		params = jen.Op("&").Add(golang.Ident(e.Params)).Add(golang.MultiLine(composite.Printer{Path: p.Path}.Fields(e.Sets)...))
	}
	call := p.local("c").Dot(e.Method).Call(jen.Qual("context", "Background").Call(), params)
	result := p.local("result")
	show := func(v jen.Code) jen.Code { return jen.Qual("fmt", "Println").Call(v) }
	switch r := e.Result.(type) {
	case gomodel.NoResult:
		return []jen.Code{jen.If(jen.Err().Op(":=").Add(call), golang.NotNil(jen.Err())).Block(show(jen.Err()))}
	case gomodel.SequenceResult:
		return []jen.Code{jen.For(jen.List(result, jen.Err()).Op(":=").Range().Add(call)).Block(stopAtError(), show(itemOf(r, result)))}
	case gomodel.ReaderResult:
		return []jen.Code{jen.List(result, jen.Err()).Op(":=").Add(call), stopAtError(), jen.Defer().Add(result).Dot("Close").Call()}
	case gomodel.OneOfResult:
		return []jen.Code{jen.List(result, jen.Err()).Op(":=").Add(call), stopAtError(), jen.Qual("fmt", "Printf").Call(jen.Lit("%T\n"), result)}
	}
	if e.Response == nil {
		return []jen.Code{jen.List(result, jen.Err()).Op(":=").Add(call), stopAtError(), show(result)}
	}
	switch s := e.Response.Shown; {
	case s == nil:
		return []jen.Code{jen.If(jen.List(jen.Id("_"), jen.Err()).Op(":=").Add(call), golang.NotNil(jen.Err())).Block(show(jen.Err()))}
	case s.Field == "":
		return []jen.Code{jen.List(result, jen.Err()).Op(":=").Add(call), stopAtError(), show(jen.Len(result))}
	case s.Pointer:
		return []jen.Code{jen.List(result, jen.Err()).Op(":=").Add(call), stopAtError(), show(jen.Op("*").Add(result).Dot(s.Field))}
	default:
		return []jen.Code{jen.List(result, jen.Err()).Op(":=").Add(call), stopAtError(), show(result.Clone().Dot(s.Field))}
	}
}

// itemOf is what is shown of an item.
func itemOf(r gomodel.SequenceResult, item *jen.Statement) jen.Code {
	if r.Events {
		return item.Clone().Dot("Data")
	}
	return item
}
