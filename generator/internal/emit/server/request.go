package server

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/client"
	"github.com/oas2go/oas2go/generator/internal/emit/composite"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// parse prints the function that reads parameters below the router of somebody else.
func (e Printer) parse(s *gomodel.Served) jen.Code {
	params := jen.Id(s.Params.Name)
	return golang.Doc(s.Request.ParseDoc, golang.PageWidth).Func().Id(s.Request.Parse).Params(jen.Id("r").Op("*").Qual("net/http", "Request")).
		Params(jen.Op("*").Add(params), jen.Error()).
		Block(jen.Return(jen.Id("parseParams").Call(jen.Id("r"), golang.Text(s.Params.Name), jen.New(params))))
}

// read prints the method that reads parameters and bodies.
func (e Printer) read(s *gomodel.Served) jen.Code {
	var statements, last []jen.Code
	for i := range s.Params.Fields {
		f, how := &s.Params.Fields[i], s.Request.Fields[i]
		if takesRest(f, how) {
			last = append(last, e.readParam(f, how))
		} else {
			statements = append(statements, e.readParam(f, how))
		}
	}
	statements = append(statements, last...)
	if len(s.Params.Bodies) > 0 {
		statements = append(statements, e.readBodies(s))
	}
	head := jen.Id("in").Op("*").Id("requestReader")
	if len(statements) == 0 {
		return golang.Method("p", "*", s.Params.Name, "read").Params(jen.Op("*").Id("requestReader")).Values()
	}
	return golang.Method("p", "*", s.Params.Name, "read").Params(head).Block(statements...)
}

// takesRest reports whether a parameter takes all pairs that no other one has read.
func takesRest(f *gomodel.Param, how gomodel.ServedParam) bool {
	style, ok := f.Write.(gomodel.StyledParam)
	return ok && style.Explode && style.Style != "deepObject" && how.Shape.Rest != nil
}

// readParam prints how one parameter is read. One that may be absent gets the default of the document.
func (e Printer) readParam(f *gomodel.Param, how gomodel.ServedParam) jen.Code {
	field := f.Field
	if f.Read != nil {
		field.Codec = f.Read
	}
	read := readFunc(e.readField(&field))
	in := jen.Id("in")
	var call *jen.Statement
	switch w := f.Write.(type) {
	case gomodel.FormParam:
		call = in.Dot("queryForm").Call(shapeLit(how.Shape), partList(w.Parts), read)
	case gomodel.StyledParam:
		if w.Whole {
			call = in.Dot("wholeQuery").Call(read)
			break
		}
		call = e.paramCall(f, client.StyleLit(w), how, read)
	default:
		call = e.paramCall(f, usualStyle(f), how, read)
	}
	if how.Default == nil {
		return call
	}
	set := golang.Assign(jen.Id("p").Dot(f.Name), composite.Printer{Path: e.Path}.Held(how.Default.Held))
	return jen.If(jen.Op("!").Add(call)).Block(jen.Id("in").Dot("otherwise").Call(jen.Func().Params().Add(golang.Short(set))))
}

func (e Printer) paramCall(f *gomodel.Param, style jen.Code, how gomodel.ServedParam, read jen.Code) *jen.Statement {
	method := "param"
	if f.Hold.Required {
		method = "required"
	}
	return jen.Id("in").Dot(method).Call(jen.Lit(string(f.In)), golang.Text(f.Wire), style, shapeLit(how.Shape), read)
}

// usualStyle prints the style of a parameter that is written without support code for styles.
func usualStyle(f *gomodel.Param) jen.Code {
	if list, ok := f.Write.(gomodel.ListParam); ok && !list.Explode {
		return client.StyleLit(gomodel.StyledParam{Style: "form"})
	}
	if f.In == gomodel.InQuery || f.In == gomodel.InCookie {
		return jen.Id("formStyle")
	}
	return jen.Id("simpleStyle")
}

// readFunc prints a function that reads JSON.
func readFunc(statements []jen.Code) jen.Code {
	return jen.Func().Params(values.ReaderParam()).Add(client.Braces(statements))
}

// readField prints how a field of p is read.
func (e Printer) readField(f *gomodel.Field) []jen.Code {
	return e.readInto(jen.Id("p").Dot(f.Name), f)
}

func (e Printer) readInto(target *jen.Statement, f *gomodel.Field) []jen.Code {
	var statements []jen.Code
	switch f.Hold.Box {
	case gomodel.Pointing:
		statements = values.ReadPointer(target, f)
	case gomodel.Boxed, gomodel.BoxedPointer:
		panic(golang.Unprintable("the parameter " + f.Name + " has three states"))
	default:
		statements = []jen.Code{values.ReadInto(target, f.Codec)}
	}
	if f.Hold.Nullable && !e.IsRaw(f.Codec) {
		return []jen.Code{values.UnlessNull(statements...)}
	}
	return statements
}

// partList prints how members of a form are written that the document says something about, nil for none.
func partList(list []gomodel.PartStyle) jen.Code {
	if len(list) == 0 {
		return jen.Nil()
	}
	return jen.Index().Id("partStyle").Values(client.PartStyles(list)...)
}
