package client

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// switchOn prints how a method asks for a stream. What the caller gave is not changed: p and the structs in it are copies.
func (e Printer) switchOn(o *gomodel.Operation, params *gomodel.Params) (out []jen.Code) {
	for _, s := range o.Switches {
		field := jen.Id("p").Dot(s.Field.Name)
		for _, b := range params.Bodies {
			if b.Name == s.Body {
				out = append(out, e.switchBody(b, s.Field, len(params.Bodies) == 1 && !b.Hold.Nullable)...)
			}
		}
		if s.Body == "" {
			out = append(out, golang.Assign(field, e.switched(s.Field)))
		}
	}
	return out
}

// switchBody sets the field of a body. One that the caller left out is made, if there is no other one.
func (e Printer) switchBody(b *gomodel.BodyField, f gomodel.Field, alone bool) []jen.Code {
	given, body := jen.Id("p").Dot(b.Name), jen.Id("body")
	if b.Hold.Box == gomodel.Plain {
		return []jen.Code{golang.Assign(jen.Add(given).Dot(f.Name), e.switched(f))}
	}
	set := []jen.Code{golang.Assign(jen.Add(body).Dot(f.Name), e.switched(f)), golang.Assign(given, jen.Op("&").Add(body))}
	if alone {
		made := jen.Op("*").Qual("cmp", "Or").Call(given, jen.New(golang.Type(b.Type)))
		return append([]jen.Code{jen.Add(body).Op(":=").Add(made)}, set...)
	}
	return []jen.Code{jen.If(golang.NotNil(given)).Block(append([]jen.Code{jen.Add(body).Op(":=").Op("*").Add(given)}, set...)...)}
}

// switched prints true as the field holds it.
func (e Printer) switched(f gomodel.Field) jen.Code {
	yes := jen.True()
	if f.Hold.Box != gomodel.Plain && gomodel.TypeString(f.Type) != "bool" {
		yes = golang.Type(f.Type).Call(jen.True())
	}
	switch f.Hold.Box {
	case gomodel.Pointing:
		return jen.New(yes)
	case gomodel.Boxed:
		return jen.Id("NewNullable").Call(yes)
	}
	return yes
}
