package server

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/client"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// Served prints how an operation is served.
func (e Printer) Served(s *gomodel.Served) jen.Code {
	parts := []jen.Code{e.parse(s), e.read(s)}
	if s.Response.Set != nil {
		parts = append(parts, e.setHeader(s.Response.Set))
	}
	if !s.Unreachable {
		parts = append(parts, e.row(s))
	}
	return golang.Lines(parts...)
}

// row prints the row that a handler has for an operation.
func (e Printer) row(s *gomodel.Served) jen.Code {
	call := s.Calls[0]
	route := []jen.Code{golang.Pair("method", golang.Text(call.Method)), golang.Pair("path", golang.Text(call.Template))}
	if len(s.Marks) > 0 {
		route = append(route, golang.Pair("marks", markList(s.Marks)))
	}
	parts := []jen.Code{golang.Pair("name", golang.Text(call.Name)).Op(",").Id("route").Op(":").Id("route").Values(route...)}
	add := func(name string, v jen.Code) { parts = append(parts, golang.Pair(name, v)) }
	if s.Base != "" {
		add("base", golang.Text(s.Base))
	}
	if len(s.Security) > 0 {
		add("security", securityLit(s.Security))
	}
	r := &s.Response
	add("success", textList(r.Success))
	if len(r.Empty) > 0 {
		add("empty", textList(r.Empty))
	}
	if r.Headers != "" {
		add("headers", jen.Id("headersOf").Call(jen.Id(r.Headers)))
	}
	if r.Needed != nil {
		add("needed", client.NeededHeaders(r.Needed))
	}
	if len(r.Failures) > 0 {
		list := make([]jen.Code, len(r.Failures))
		for i, f := range r.Failures {
			list[i] = e.failure(f)
		}
		add("failures", jen.Index().Id("failureBody").Add(lines(list)))
	}
	list := make([]jen.Code, len(r.Contents))
	for i, c := range r.Contents {
		list[i] = e.content(c)
	}
	add("contents", jen.Index().Id("sentContent").Add(lines(list)))
	if s.Switch != nil {
		add("stream", e.switchedBy(s))
	}
	return golang.Method("h", "", handlerType, s.Name).Params().Id("operation").Block(jen.Return(jen.Id("operation").Add(golang.MultiLine(parts...))))
}

// markList prints what tells an operation from others of its method and path.
func markList(list []gomodel.RouteMark) jen.Code {
	marks := make([]jen.Code, len(list))
	for i, n := range list {
		var texts []jen.Code
		for _, text := range n.Texts {
			texts = append(texts, golang.Text(text))
		}
		marks[i] = jen.Id(string(n.Of) + "Is").Call(texts...)
	}
	return jen.Index().Id("mark").Values(marks...)
}

// lines prints the parts of a list, in one line if there is one.
func lines(list []jen.Code) jen.Code {
	if len(list) < 2 {
		return jen.Values(list...)
	}
	return golang.MultiLine(list...)
}

func textList(list []string) jen.Code {
	texts := make([]jen.Code, len(list))
	for i, text := range list {
		texts[i] = golang.Text(text)
	}
	return jen.Index().String().Values(texts...)
}

// securityLit prints the alternatives of an operation.
func securityLit(list []gomodel.SecurityNeeds) jen.Code {
	alternatives := make([]jen.Code, len(list))
	for i, needs := range list {
		all := make([]jen.Code, len(needs))
		for j, n := range needs {
			scopes := jen.Code(jen.Nil())
			if len(n.Scopes) > 0 {
				scopes = textList(n.Scopes)
			}
			all[j] = jen.Values(golang.Text(n.Scheme), scopes)
		}
		alternatives[i] = jen.Values(all...)
	}
	return jen.Index().Id("alternative").Values(alternatives...)
}

// switchedBy prints how the boolean is read that chooses between a whole and a stream.
func (e Printer) switchedBy(s *gomodel.Served) jen.Code {
	holder := jen.Id("p")
	var condition *jen.Statement
	if s.Switch.Body != "" {
		holder = holder.Dot(s.Switch.Body)
	}
	field := jen.Add(holder).Dot(s.Switch.Field.Name)
	switch s.Switch.Field.Hold.Box {
	case gomodel.Pointing:
		condition = golang.NotNil(field).Op("&&").Add(asBool(s.Switch.Field.Type, jen.Op("*").Add(field)))
	case gomodel.Boxed:
		condition = jen.Id("isTrue").Call(field)
	default:
		condition = asBool(s.Switch.Field.Type, field)
	}
	if s.SwitchOptional {
		condition = golang.NotNil(holder).Op("&&").Add(condition)
	}
	param := jen.Id("p").Op("*").Id(s.Params.Name)
	return jen.Id("switchedBy").Call(jen.Func().Params(param).Bool().Add(golang.Short(jen.Return(condition))))
}

// asBool prints a boolean, which may have a type with a name.
func asBool(t gomodel.TypeExpr, v *jen.Statement) *jen.Statement {
	if gomodel.TypeString(t) == "bool" {
		return v
	}
	return jen.Bool().Call(v)
}
