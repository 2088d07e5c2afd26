package types

import (
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// Union prints the interface of several types, what stands for a value that fits none, and the functions that an interface cannot have
// as methods.
func (e Printer) Union(u *gomodel.Union) jen.Code {
	return golang.Lines(
		golang.Doc(u.Doc, golang.PageWidth).Type().Id(u.Name).Interface(unionMethods(u)...),
		unknownType(u),
		markers(u),
		unknownMethods(u),
		baseCopies(u),
		e.unionFuncs(u),
		e.evidence(u),
		e.readUnion(u),
		e.checkUnion(u),
		e.writeUnion(u),
		e.fillUnion(u),
	)
}

func unionMethods(u *gomodel.Union) (list []jen.Code) {
	if u.Base != nil {
		list = append(list, baseMethod(u))
	}
	return append(list,
		jen.Id("Validate").Params().Error(),
		jen.Id("MarshalJSON").Params().Add(golang.BytesAndError()),
		jen.Id("jsonValue"),
		jen.Id(u.Marker).Params().Bool(),
	)
}

// unknownType prints what stands for a value that fits none of the variants. Of heirs, the base does.
func unknownType(u *gomodel.Union) jen.Code {
	if u.Base != nil {
		return jen.Null()
	}
	return golang.Comment(u.Unknown + " is " + article(u.Name) + " [" + u.Name + "] that fits nothing in the document, as it came. Only a client makes one, when it reads " +
		"such a response. It is not valid, but goes back as it came.").
		Type().Id(u.Unknown).Id("struct").Add(golang.Short(jen.Id("JSON").Index().Byte()))
}

// article returns the word before a name.
func article(name string) string {
	if strings.ContainsRune("AEIO", rune(name[0])) {
		return "an"
	}
	return "a"
}

// markers prints the methods that make types variants. A nil pointer in the interface is nothing.
func markers(u *gomodel.Union) jen.Code {
	s := jen.Null()
	mark := func(receiver, result jen.Code) {
		s.Func().Params(receiver).Id(u.Marker).Params().Bool().Add(golang.Short(jen.Return(result))).Line()
	}
	for _, v := range u.Variants {
		if _, pointer := v.Type.(gomodel.Pointer); pointer {
			mark(jen.Id("x").Add(golang.Type(v.Type)), golang.NotNil(jen.Id("x")))
		} else {
			mark(golang.Type(v.Type), jen.True())
		}
	}
	if u.Base == nil {
		mark(jen.Id("x").Op("*").Id(u.Unknown), golang.NotNil(jen.Id("x")))
	}
	return s
}

func unknownMethods(u *gomodel.Union) jen.Code {
	if u.Base != nil {
		return jen.Null()
	}
	rule, wanted := expectation(u)
	unfit := jen.Id("c").Dot("unknown").Call(jen.Lit(rule), golang.Text(wanted), jen.Id("x").Dot("JSON"))
	return golang.Lines(
		golang.Comment("Validate reports that x fits nothing in the document.").
			Add(values.ValidateFunc("x", "*", u.Unknown, u.Name)),
		values.MarshalMethod(u.Unknown, "*", jen.Id("x")),
		values.EncodeMethod(u.Unknown, "*", jen.Id("w").Dot("unknown").Call(jen.Id("x").Dot("JSON"))),
		values.CheckMethod("x", "*", u.Unknown, []jen.Code{unfit}),
	)
}

// unionFuncs prints what an interface cannot have as methods.
func (e Printer) unionFuncs(u *gomodel.Union) jen.Code {
	set := golang.Assign(jen.Id("x"), values.Read(gomodel.UnionCodec{Type: gomodel.Ident{Name: u.Name}}))
	read, nothing := golang.Short(set), "Nil is not valid."
	validate := []jen.Code{jen.Return(e.validateUnion(u))}
	if u.Nullable {
		read, nothing = jen.Block(values.UnlessNull(set)), "Nil is null, which is valid."
		validate = append([]jen.Code{jen.If(jen.Id("x").Op("==").Nil()).Block(jen.Return(jen.Nil()))}, validate...)
	}
	return golang.Lines(
		golang.Comment(u.Unmarshal+" reads one ["+u.Name+"] from JSON. What does not fit is an [*InvalidError].").
			Func().Id(u.Unmarshal).Params(jen.Id("data").Index().Byte()).Params(jen.Id("x").Id(u.Name), jen.Err().Error()).Block(
			golang.Assign(jen.Err(), jen.Id("unmarshalFunc").Call(jen.Lit(u.Name), jen.Id("data"), jen.Func().Params(values.ReaderParam()).Add(read))),
			jen.Return(jen.Id("x"), jen.Err()),
		),
		golang.Comment(u.Validate+" reports every rule of the document that x breaks, as an [*InvalidError]. "+nothing).
			Func().Id(u.Validate).Params(jen.Id("x").Id(u.Name)).Error().
			Block(validate...),
	)
}

func (e Printer) validateUnion(u *gomodel.Union) jen.Code {
	at := values.Place{Value: values.Value{Expr: jen.Id("x")}}
	present := golang.NotNil(jen.Id("x")).Op("&&").Id("x").Dot(u.Marker).Call()
	if u.Rule == "" && !values.ChecksItself(u) {
		return jen.Id("validateUnion").Call(jen.Lit(u.Name), jen.Id("x"), present)
	}
	check := e.UnionCheck(gomodel.Ident{Name: u.Name}, at, present)
	simple := values.ChecksItself(u) || !e.Secret(u.Name)
	return jen.Id("validateFunc").Call(jen.Lit(u.Name), jen.Func().Params(values.CheckerParam()).Add(golang.Body(check, simple)))
}

func (e Printer) readUnion(u *gomodel.Union) jen.Code {
	return jen.Func().Id("read" + u.Name).Params(values.ReaderParam()).Id(u.Name).Block(e.choose(u, u.Choose)...)
}

func unknown(u *gomodel.Union, text jen.Code) jen.Code {
	return jen.Return(jen.Op("&").Id(u.Unknown).Values(text))
}

func readVariant(v gomodel.Variant) []jen.Code {
	if p, ok := v.Type.(gomodel.Pointer); ok {
		return []jen.Code{jen.Id("x").Op(":=").New(golang.Type(p.Elem)), values.ReadInto(jen.Id("x"), v.Codec), jen.Return(jen.Id("x"))}
	}
	switch v.Codec.(type) {
	case gomodel.ListCodec, gomodel.MapCodec:
		return []jen.Code{jen.Return(golang.Type(v.Type).Call(values.Read(v.Codec)))}
	}
	return []jen.Code{jen.Return(values.Read(v.Codec))}
}
