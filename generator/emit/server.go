package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// serverURL prints the base URL of a server: a constant, or a function of its variables, in which "" stands for the default.
func serverURL(s *gomodel.ServerURL) jen.Code {
	var url *jen.Statement
	for _, part := range s.Parts {
		term := text(part.Text)
		if part.Text == "" {
			if part.Var < 0 || part.Var >= len(s.Variables) {
				panic(unprintable("the URL has a variable that is not declared"))
			}
			term = jen.Id(s.Variables[part.Var].Name)
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
		return doc(s.Doc, pageWidth).Const().Id(s.Name).Op("=").Add(url)
	}
	var names, statements []jen.Code
	for _, v := range s.Variables {
		names = append(names, jen.Id(v.Name))
		if v.Default != "" {
			statements = append(statements, jen.If(jen.Id(v.Name).Op("==").Lit("")).Block(assign(jen.Id(v.Name), text(v.Default))))
		}
	}
	return doc(s.Doc, pageWidth).Func().Id(s.Name).Params(jen.List(names...).String()).String().
		Block(append(statements, jen.Return(url))...)
}
