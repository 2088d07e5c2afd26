package client

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// ServerURL prints the base URL of a server: a constant, or a function of its variables, in which "" stands for the default.
func ServerURL(s *gomodel.ServerURL) jen.Code {
	var url *jen.Statement
	for _, part := range s.Parts {
		term := golang.Text(part.Text)
		if part.Text == "" {
			if part.Var < 0 || part.Var >= len(s.Variables) {
				panic(golang.Unprintable("the URL has a variable that is not declared"))
			}
			v := s.Variables[part.Var]
			if term = jen.Id(v.Name); len(s.Variables) > 1 {
				term = jen.Id("s").Dot(v.Name)
			}
			if len(s.Variables) > 1 || len(v.Enum) > 0 {
				term = orDefault(term, v)
			}
		}
		if url == nil {
			url = term
		} else {
			url = jen.Add(url).Op("+").Add(term)
		}
	}
	if url == nil {
		url = jen.Lit("")
	}
	if len(s.Variables) == 0 {
		return golang.Doc(s.Doc, golang.PageWidth).Const().Id(s.Name).Op("=").Add(url)
	}
	if len(s.Variables) > 1 {
		return serverStruct(s, url)
	}
	var names, statements []jen.Code
	for _, v := range s.Variables {
		names = append(names, jen.Id(v.Name))
		if v.Default != "" && len(v.Enum) == 0 {
			statements = append(statements, jen.If(jen.Id(v.Name).Op("==").Lit("")).Block(golang.Assign(jen.Id(v.Name), golang.Text(v.Default))))
		}
	}
	return golang.Doc(s.Doc, golang.PageWidth).Func().Id(s.Name).Params(jen.List(names...).String()).String().
		Block(append(statements, jen.Return(url))...)
}

// orDefault prints v, or its default if it is empty. One that the document does not list makes the URL invalid.
func orDefault(v *jen.Statement, variable gomodel.ServerVar) *jen.Statement {
	switch {
	case len(variable.Enum) > 0:
		args := []jen.Code{golang.Text(variable.Wire), v, golang.Text(variable.Default)}
		for _, value := range variable.Enum {
			args = append(args, golang.Text(value))
		}
		return jen.Id("serverValue").Call(args...)
	case variable.Default == "":
		return v
	}
	return jen.Qual("cmp", "Or").Call(v, golang.Text(variable.Default))
}

// serverStruct prints a server with several variables.
func serverStruct(s *gomodel.ServerURL, url jen.Code) jen.Code {
	about := "URL gives the base URL, for [NewClient]."
	if slices.ContainsFunc(s.Variables, func(v gomodel.ServerVar) bool { return len(v.Enum) > 0 }) {
		about = "URL gives the base URL, for [NewClient], which refuses one with a value that is not listed here."
	}
	return golang.Lines(
		golang.Doc(s.Doc, golang.PageWidth).Type().Id(s.Name).StructFunc(func(g *jen.Group) {
			for _, v := range s.Variables {
				g.Add(golang.Doc(v.Doc, golang.MemberWidth).Id(v.Name).String())
			}
		}),
		golang.Comment(about).Func().Params(jen.Id("s").Id(s.Name)).Id("URL").Params().String().Block(jen.Return(url)),
	)
}
