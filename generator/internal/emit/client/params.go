package client

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// Params prints the struct of the parameters and bodies of an operation, with its checks.
func (e Printer) Params(p *gomodel.Params) jen.Code {
	return golang.Lines(
		golang.Doc(p.Doc, golang.PageWidth).Type().Id(p.Name).StructFunc(func(g *jen.Group) {
			for i := range p.Fields {
				g.Add(e.paramField(&p.Fields[i].Field))
			}
			for _, b := range p.Bodies {
				g.Add(e.paramField(&b.Field))
				if w, ok := b.Write.(gomodel.StreamBody); ok && w.Choice != "" {
					about := gomodel.Words(w.Choice + " is the media type of " + b.Name + ", " + b.MediaType + " if it is empty.")
					g.Add(golang.Doc(about, golang.MemberWidth).Id(w.Choice).String())
				}
			}
		}),
		golang.Comment("Validate reports every rule of the document that p breaks, as an [*InvalidError]."+e.calledBefore()).
			Add(values.ValidateFunc("p", "*", p.Name, p.Name)),
		values.CheckMethod("p", "*", p.Name, e.paramChecks(p)),
		e.ConcealMethods("p", p.Name, values.ParamFields(p)),
	)
}

// calledBefore says who validates parameters.
func (e Printer) calledBefore() string {
	if e.Calls {
		return " The client calls it before it sends anything."
	}
	return ""
}

func (e Printer) paramField(f *gomodel.Field) jen.Code {
	field := golang.Doc(f.Doc, golang.MemberWidth).Id(f.Name).Add(golang.Type(f.FieldType(e.Path)))
	if e.HoldsSecret(f) {
		field.Op("`json:\"-\"`") // parameters are no JSON: who makes some, makes it for a log
	}
	return field
}

// paramChecks prints the checks of all parameters; c.in says which part of the request they are about.
func (e Printer) paramChecks(p *gomodel.Params) (out []jen.Code) {
	var in gomodel.Place
	add := func(place gomodel.Place, checks []jen.Code) {
		if len(checks) == 0 {
			return
		}
		if place != in {
			in = place
			out = append(out, golang.Assign(jen.Id("c").Dot("in"), jen.Lit(string(place))))
		}
		out = append(out, checks...)
	}
	for i := range p.Fields {
		f := &p.Fields[i]
		add(f.In, e.FieldChecks(&f.Field, "p", golang.Text(f.Wire)))
	}
	add("body", e.bodyChecks(p))
	return out
}

// concealParams prints how the texts of secrets are kept out of errors.
func (e Printer) concealParams(p *gomodel.Params) (out []jen.Code) {
	for i := range p.Fields {
		f := &p.Fields[i].Field
		if _, scalar := f.Codec.(gomodel.Scalar); f.Secret && scalar {
			out = append(out, e.IfPresent(jen.Id("p").Dot(f.Name), f.Hold, f.Codec, func(v values.Value) jen.Code {
				return jen.Id("k").Dot("hide").Call(values.TextOf(f.Codec, v))
			}, noNull))
		}
	}
	return out
}

// sendsSecrets reports whether a request has secrets in its body, or in a parameter that is more than a text or a number.
func (e Printer) sendsSecrets(p *gomodel.Params) bool {
	for i := range p.Fields {
		f := &p.Fields[i].Field
		if _, scalar := f.Codec.(gomodel.Scalar); !scalar && e.HoldsSecret(f) {
			return true
		}
	}
	return slices.ContainsFunc(p.Bodies, func(b *gomodel.BodyField) bool { return e.HoldsSecret(&b.Field) })
}

// fillParams prints how parameters that an option gave for all calls are filled in.
func (e Printer) fillParams(p *gomodel.Params) (out []jen.Code) {
	for i := range p.Fields {
		f := &p.Fields[i]
		if f.Key == gomodel.KeyFilled {
			out = append(out, fillKey(f))
		}
		if f.Option == "" {
			continue
		}
		field := jen.Id("p").Dot(f.Name)
		given := jen.Id("cfg").Dot("values").Index(golang.Text(values.Find[*gomodel.ValueOption](e.Scope, f.Option).Wire))
		as := func(v *jen.Statement) *jen.Statement { return v }
		if s, ok := f.Codec.(gomodel.Scalar); !ok || s.Kind != gomodel.String {
			panic(golang.Unprintable("option " + f.Option + " gives a parameter that is no string"))
		} else if s.As.Name != "" {
			as = func(v *jen.Statement) *jen.Statement { return golang.Ident(s.As).Call(v) }
		}
		if f.Hold.Box == gomodel.Pointing {
			found := jen.List(jen.Id("v"), jen.Id("ok")).Op(":=").Add(given)
			out = append(out, jen.If(jen.Add(field).Op("==").Nil()).Block(
				jen.If(found, jen.Id("ok")).Block(golang.Assign(field, jen.New(as(jen.Id("v")))))))
		} else {
			out = append(out, jen.If(jen.Add(field).Op("==").Lit("")).Block(golang.Assign(field, as(given))))
		}
	}
	return out
}

// fillKey prints how an idempotency key that nobody gave is made.
func fillKey(f *gomodel.Param) jen.Code {
	s, ok := f.Codec.(gomodel.Scalar)
	if !ok {
		panic(golang.Unprintable("the idempotency key " + f.Name + " is no scalar"))
	}
	key, none := jen.Id("newKeyText").Call(), jen.Lit("")
	if s.Kind == gomodel.UUID {
		key, none = jen.Qual(values.UUIDPath, "UUID").Call(jen.Id("newKey").Call()), jen.Qual(values.UUIDPath, "Nil")
	}
	if s.As.Name != "" {
		key = golang.Ident(s.As).Call(key)
	}
	if f.Hold.Box == gomodel.Pointing {
		key, none = jen.New(key), jen.Nil()
	}
	field := jen.Id("p").Dot(f.Name)
	return jen.If(jen.Add(field).Op("==").Add(none)).Block(golang.Assign(field, key))
}

// sendParams prints how query and header parameters go into the request, in the order of the fields.
func (e Printer) sendParams(p *gomodel.Params) (out []jen.Code) {
	for i := range p.Fields {
		f := &p.Fields[i]
		switch f.In {
		case gomodel.InQuery:
			out = append(out, e.sendParam(f, "addQuery"))
		case gomodel.InHeader:
			helper := "addHeader"
			if f.Key != gomodel.NoKey {
				helper = "addKey"
			}
			out = append(out, e.sendParam(f, helper))
		case gomodel.InCookie:
			out = append(out, e.sendParam(f, ""))
		case gomodel.InPath: // in call.path
		default:
			panic(golang.Unprintable("no printer for a parameter in " + string(f.In)))
		}
	}
	return out
}

func (e Printer) sendParam(f *gomodel.Param, helper string) jen.Code {
	field := jen.Id("p").Dot(f.Name)
	add := func(c gomodel.Codec, v values.Value) jen.Code {
		return jen.Id("k").Dot(helper).Call(golang.Text(f.Wire), values.TextOf(c, v))
	}
	switch w := f.Write.(type) {
	case gomodel.ScalarParam:
		switch f.Hold.Box {
		case gomodel.Boxed:
			return jen.If(jen.List(jen.Id("v"), jen.Id("ok")).Op(":=").Add(field).Dot("Get").Call(), jen.Id("ok")).
				Block(add(f.Codec, values.Value{Expr: jen.Id("v")}))
		case gomodel.Plain:
			return add(f.Codec, values.Value{Expr: field})
		}
		return jen.If(golang.NotNil(field)).Block(add(f.Codec, values.Value{Expr: field, Pointer: f.Hold.Box == gomodel.Pointing}))
	case gomodel.StyledParam:
		name := f.Wire
		if w.Whole {
			name = ""
		}
		return e.IfPresent(field, f.Hold, f.Codec, func(v values.Value) jen.Code {
			return jen.Id("k").Dot("addStyled").Call(jen.Lit(string(f.In)), golang.Text(name), StyleLit(w), WriteFunc(f.Codec, v))
		}, noNull)
	case gomodel.FormParam:
		return e.IfPresent(field, f.Hold, f.Codec, func(v values.Value) jen.Code {
			return jen.Id("k").Dot("queryForm").Call(append([]jen.Code{WriteFunc(f.Codec, v)}, PartStyles(w.Parts)...)...)
		}, noNull)
	case gomodel.ListParam:
		elem := f.Codec.(gomodel.ListCodec).Elem
		if !w.Explode {
			return jen.If(jen.Len(field).Op(">").Lit(0)).Block(joinedList(f, elem, helper+"List")...)
		}
		return jen.For(jen.List(jen.Id("_"), jen.Id("v")).Op(":=").Range().Add(field)).Block(add(elem, values.Value{Expr: jen.Id("v")}))
	}
	panic(golang.NoPrinter(f.Write))
}

// joinedList prints how a list is sent as one value: name=a,b.
func joinedList(f *gomodel.Param, elem gomodel.Codec, helper string) []jen.Code {
	field := jen.Id("p").Dot(f.Name)
	send := func(list jen.Code) jen.Code { return jen.Id("k").Dot(helper).Call(golang.Text(f.Wire), list) }
	if elem == (gomodel.Scalar{Kind: gomodel.String}) {
		return []jen.Code{send(field)}
	}
	return []jen.Code{
		jen.Id("s").Op(":=").Make(jen.Index().String(), jen.Len(field)),
		jen.For(jen.List(jen.Id("i"), jen.Id("v")).Op(":=").Range().Add(field)).Block(
			golang.Assign(jen.Id("s").Index(jen.Id("i")), values.TextOf(elem, values.Value{Expr: jen.Id("v")}))),
		send(jen.Id("s")),
	}
}

// StyleLit prints a style of support code.
func StyleLit(w gomodel.StyledParam) jen.Code {
	parts := []jen.Code{golang.Pair("name", jen.Lit(w.Style))}
	if w.Explode {
		parts = append(parts, golang.Pair("explode", jen.True()))
	}
	if w.Reserved {
		parts = append(parts, golang.Pair("reserved", jen.True()))
	}
	return jen.Id("style").Values(parts...)
}

// WriteFunc prints a function that writes v as JSON.
func WriteFunc(c gomodel.Codec, v values.Value) jen.Code {
	return jen.Func().Params(values.WriterParam()).Add(golang.Short(values.Write(jen.Id("w"), c, v, 0)))
}
