package types

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// decode prints the method that reads a struct: a switch over the indexes of the key table.
func (e Printer) decode(s *gomodel.Struct) jen.Code {
	next := jen.For(jen.Id("o").Dot("next").Call(jen.Id("r")))
	switch {
	case len(s.Members) > 0:
		next.Block(jen.Switch(jen.Id("o").Dot("index")).Block(e.decodeCases(s)...))
	case s.Extra != nil:
		next.Block(decodeExtra(s.Extra)...)
	default:
		next.Block()
	}
	var statements []jen.Code
	if s.Other != "" {
		statements = append(statements, jen.If(jen.Id("r").Dot("kind").Call().Op("!=").LitRune('{')).Block(
			golang.Assign(jen.Id("x").Dot(s.Other), jen.Id("r").Dot("raw").Call()), jen.Return()))
	}
	return values.DecodeMethod(s.Name, append(statements,
		jen.Id("o").Op(":=").Id("r").Dot("object").Call(jen.Op("&").Id(keysName(s))),
		next)...)
}

func (e Printer) decodeCases(s *gomodel.Struct) []jen.Code {
	cases := make([]jen.Code, len(s.Members))
	for i, m := range s.Members {
		wire, _ := m.Key()
		head := "case " + strconv.Itoa(i) + ":"
		if name := golang.CommentLine(strings.TrimSpace(wire)); name != "//" {
			head += " " + name
		}
		cases[i] = jen.Custom(jen.Options{Open: head, Multi: true}, e.decodeMember(s, m)...)
	}
	if s.Extra != nil {
		cases = append(cases, jen.Custom(jen.Options{Open: "default:", Multi: true}, decodeExtra(s.Extra)...))
	}
	return cases
}

func (e Printer) decodeMember(s *gomodel.Struct, m gomodel.Member) []jen.Code {
	switch m := m.(type) {
	case *gomodel.ConstMember:
		return []jen.Code{jen.Id("r").Dot("constant" + values.LiteralSuffix(m.Value)).Call(golang.Literal(m.Value))}
	case *gomodel.Field:
		statements := e.decodeField(m)
		if m.Loose {
			statements = e.looseField(s, m, statements)
		}
		if s, ok := m.Codec.(gomodel.Scalar); m.Secret && (!ok || s.Kind != gomodel.String) {
			statements = append([]jen.Code{jen.Id("start").Op(":=").Id("r").Dot("pos")}, statements...)
			statements = append(statements, jen.Id("r").Dot("conceal").Call(jen.Id("start")))
		}
		return statements
	}
	panic(golang.NoPrinter(m))
}

// looseField prints how a member is read whose value may be of another type: it is an extra member then.
func (e Printer) looseField(s *gomodel.Struct, f *gomodel.Field, read []jen.Code) []jen.Code {
	extra := jen.Id("x").Dot(s.Extra.Name)
	return []jen.Code{jen.If(jen.Id("r").Dot("misfit").Call(jen.Func().Params().Add(golang.Body(read, true)))).Block(
		golang.Assign(jen.Id("x").Dot(f.Name), e.zeroField(f)),
		golang.Assign(extra, jen.Id("o").Dot("keep").Call(jen.Id("r"), extra, golang.Text(f.Wire))),
	)}
}

// zeroField prints the absent value of a field.
func (e Printer) zeroField(f *gomodel.Field) jen.Code {
	if f.Hold.Box == gomodel.Boxed || f.Hold.Box == gomodel.BoxedPointer {
		return golang.Type(f.FieldType(e.Path)).Values()
	}
	return jen.Nil()
}

func (e Printer) decodeField(f *gomodel.Field) []jen.Code {
	field := jen.Id("x").Dot(f.Name)
	switch f.Hold.Box {
	case gomodel.Boxed:
		return decodeBoxed(field, f)
	case gomodel.BoxedPointer:
		return decodeBoxedPointer(field, f)
	case gomodel.Pointing:
		statements := values.ReadPointer(field, f)
		if f.Hold.Nullable {
			return []jen.Code{values.UnlessNull(statements...)}
		}
		return statements
	}
	if f.Hold.Nullable && !e.IsRaw(f.Codec) {
		return []jen.Code{values.UnlessNull(values.ReadInto(field, f.Codec))}
	}
	return append(emptyFill(f), values.ReadInto(field, f.Codec))
}

// emptyFill prints how an empty value is noted that is no value of the document, though a writer fills it in.
func emptyFill(f *gomodel.Field) []jen.Code {
	if f.Fill == nil || f.Fill.Rule == "" {
		return nil
	}
	method, limit := "notZero", golang.LiteralText(f.Fill.Value)
	if _, text := f.Fill.Value.(gomodel.StringLit); text {
		method = "notEmpty"
	}
	if f.Fill.Rule == "enum" {
		limit = "[" + limit + "]"
	}
	return []jen.Code{jen.Id("r").Dot(method).Call(jen.Lit(f.Fill.Rule), golang.Text(limit))}
}

func decodeBoxed(field *jen.Statement, f *gomodel.Field) []jen.Code {
	if _, ok := values.Builtin(f.Codec); ok {
		return []jen.Code{golang.Assign(field, jen.Id("nullable").Call(jen.Id("r"), values.MethodValue("jsonReader", f.Codec)))}
	}
	null := golang.Assign(field, jen.Id("NewNull").Types(golang.Type(f.Type)).Call())
	return []jen.Code{golang.IfElse(jen.Id("r").Dot("null").Call(), []jen.Code{null}, values.ReadAnd(f.Codec, func(v jen.Code) jen.Code {
		return golang.Assign(field, jen.Id("NewNullable").Call(v))
	}))}
}

func decodeBoxedPointer(field *jen.Statement, f *gomodel.Field) []jen.Code {
	v := jen.Id("v")
	return []jen.Code{golang.IfElse(jen.Id("r").Dot("null").Call(),
		[]jen.Code{golang.Assign(field, jen.Id("NewNull").Types(jen.Op("*").Add(golang.Type(f.Type))).Call())},
		[]jen.Code{jen.Add(v).Op(":=").New(golang.Type(f.Type)), values.ReadInto(v, f.Codec), golang.Assign(field, jen.Id("NewNullable").Call(v))},
	)}
}

// decodeExtra prints how a member without a field is kept.
func decodeExtra(x *gomodel.Extra) []jen.Code {
	field := jen.Id("x").Dot(x.Name)
	statements := []jen.Code{jen.If(jen.Add(field).Op("==").Nil()).Block(
		golang.Assign(field, jen.Map(jen.String()).Add(golang.Type(x.Type)).Values()))}
	statements = append(statements, values.ReadAnd(x.Codec, func(v jen.Code) jen.Code {
		return golang.Assign(jen.Add(field).Index(jen.Id("o").Dot("name")), v)
	})...)
	return append(statements, jen.Id("o").Dot("distinct").Call(jen.Id("r"), jen.Len(field)))
}
