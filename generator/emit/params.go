package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

func (e printer) paramsDecl(p *gomodel.Params) jen.Code {
	return lines(
		doc(p.Doc, pageWidth).Type().Id(p.Name).StructFunc(func(g *jen.Group) {
			for i := range p.Fields {
				g.Add(e.paramField(&p.Fields[i].Field))
			}
			for _, b := range p.Bodies {
				g.Add(e.paramField(&b.Field))
				if w, ok := b.Write.(gomodel.StreamBody); ok && w.Choice != "" {
					g.Add(comment(w.Choice + " is the media type of " + b.Name + ", " + b.MediaType + " if it is empty.").Id(w.Choice).String())
				}
			}
		}),
		comment("Validate reports every rule of the document that p breaks, as an [*InvalidError]. The client calls it before it "+
			"sends anything.").
			Add(validateFunc("p", "*", p.Name, p.Name)),
		checkMethod("p", "*", p.Name, e.paramChecks(p)),
	)
}

func (e printer) paramField(f *gomodel.Field) jen.Code {
	return doc(f.Doc, memberWidth).Id(f.Name).Add(goType(f.FieldType(e.path)))
}

// paramChecks prints the checks of all parameters; c.in says which part of the request they are about.
func (e printer) paramChecks(p *gomodel.Params) (out []jen.Code) {
	var in gomodel.Place
	add := func(place gomodel.Place, checks []jen.Code) {
		if len(checks) == 0 {
			return
		}
		if place != in {
			in = place
			out = append(out, assign(jen.Id("c").Dot("in"), jen.Lit(string(place))))
		}
		out = append(out, checks...)
	}
	for i := range p.Fields {
		f := &p.Fields[i]
		add(f.In, e.fieldChecks(&f.Field, "p", text(f.Wire)))
	}
	add("body", e.bodyChecks(p))
	return out
}

// fillParams prints how parameters that an option gave for all calls are filled in.
func (e printer) fillParams(p *gomodel.Params) (out []jen.Code) {
	for i := range p.Fields {
		f := &p.Fields[i]
		if f.Option == "" {
			continue
		}
		field := jen.Id("p").Dot(f.Name)
		given := jen.Id("cfg").Dot("values").Index(text(find[*gomodel.ValueOption](e, f.Option).Wire))
		as := func(v *jen.Statement) *jen.Statement { return v }
		if s, ok := f.Codec.(gomodel.Scalar); !ok || s.Kind != gomodel.String {
			panic(unprintable("option " + f.Option + " gives a parameter that is no string"))
		} else if s.As.Name != "" {
			as = func(v *jen.Statement) *jen.Statement { return ident(s.As).Call(v) }
		}
		if f.Hold.Box == gomodel.Pointing {
			found := jen.List(jen.Id("v"), jen.Id("ok")).Op(":=").Add(given)
			out = append(out, jen.If(jen.Add(field).Op("==").Nil()).Block(
				jen.If(found, jen.Id("ok")).Block(assign(field, jen.New(as(jen.Id("v")))))))
		} else {
			out = append(out, jen.If(jen.Add(field).Op("==").Lit("")).Block(assign(field, as(given))))
		}
	}
	return out
}

// sendParams prints how query and header parameters go into the request, in the order of the fields.
func (e printer) sendParams(p *gomodel.Params) (out []jen.Code) {
	for i := range p.Fields {
		f := &p.Fields[i]
		switch f.In {
		case gomodel.InQuery:
			out = append(out, e.sendParam(f, "addQuery"))
		case gomodel.InHeader:
			out = append(out, e.sendParam(f, "addHeader"))
		case gomodel.InCookie:
			out = append(out, e.sendParam(f, ""))
		case gomodel.InPath: // in call.path
		default:
			panic(unprintable("no printer for a parameter in " + string(f.In)))
		}
	}
	return out
}

func (e printer) sendParam(f *gomodel.Param, helper string) jen.Code {
	field := jen.Id("p").Dot(f.Name)
	add := func(c gomodel.Codec, v value) jen.Code {
		return jen.Id("k").Dot(helper).Call(text(f.Wire), textOf(c, v))
	}
	switch w := f.Write.(type) {
	case gomodel.ScalarParam:
		switch f.Hold.Box {
		case gomodel.Boxed:
			return jen.If(jen.List(jen.Id("v"), jen.Id("ok")).Op(":=").Add(field).Dot("Get").Call(), jen.Id("ok")).
				Block(add(f.Codec, value{expr: jen.Id("v")}))
		case gomodel.Plain:
			return add(f.Codec, value{expr: field})
		}
		return jen.If(notNil(field)).Block(add(f.Codec, value{field, f.Hold.Box == gomodel.Pointing}))
	case gomodel.StyledParam:
		name := f.Wire
		if w.Whole {
			name = ""
		}
		return e.ifPresent(field, f.Hold, f.Codec, func(v value) jen.Code {
			return jen.Id("k").Dot("addStyled").Call(jen.Lit(string(f.In)), text(name), styleLit(w), writeFunc(f.Codec, v))
		}, noNull)
	case gomodel.ListParam:
		elem := f.Codec.(gomodel.ListCodec).Elem
		if !w.Explode {
			return jen.If(jen.Len(field).Op(">").Lit(0)).Block(joinedList(f, elem, helper+"List")...)
		}
		return jen.For(jen.List(jen.Id("_"), jen.Id("v")).Op(":=").Range().Add(field)).Block(add(elem, value{expr: jen.Id("v")}))
	}
	panic(noPrinter(f.Write))
}

// joinedList prints how a list is sent as one value: name=a,b.
func joinedList(f *gomodel.Param, elem gomodel.Codec, helper string) []jen.Code {
	field := jen.Id("p").Dot(f.Name)
	send := func(list jen.Code) jen.Code { return jen.Id("k").Dot(helper).Call(text(f.Wire), list) }
	if elem == (gomodel.Scalar{Kind: gomodel.String}) {
		return []jen.Code{send(field)}
	}
	return []jen.Code{
		jen.Id("s").Op(":=").Make(jen.Index().String(), jen.Len(field)),
		jen.For(jen.List(jen.Id("i"), jen.Id("v")).Op(":=").Range().Add(field)).Block(
			assign(jen.Id("s").Index(jen.Id("i")), textOf(elem, value{expr: jen.Id("v")}))),
		send(jen.Id("s")),
	}
}

// styleLit prints a style of support code.
func styleLit(w gomodel.StyledParam) jen.Code {
	parts := []jen.Code{pair("name", jen.Lit(w.Style))}
	if w.Explode {
		parts = append(parts, pair("explode", jen.True()))
	}
	if w.Reserved {
		parts = append(parts, pair("reserved", jen.True()))
	}
	return jen.Id("style").Values(parts...)
}

// writeFunc prints a function that writes v as JSON.
func writeFunc(c gomodel.Codec, v value) jen.Code {
	return jen.Func().Params(writerParam()).Add(short(write(jen.Id("w"), c, v, 0)))
}
