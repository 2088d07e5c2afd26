package emit

import (
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// decode prints the method that reads a struct: a switch over the indexes of the key table.
func (e printer) decode(s *gomodel.Struct) jen.Code {
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
			assign(jen.Id("x").Dot(s.Other), jen.Id("r").Dot("raw").Call()), jen.Return()))
	}
	return decodeMethod(s.Name, append(statements,
		jen.Id("o").Op(":=").Id("r").Dot("object").Call(jen.Op("&").Id(keysName(s))),
		next)...)
}

func (e printer) decodeCases(s *gomodel.Struct) []jen.Code {
	cases := make([]jen.Code, len(s.Members))
	for i, m := range s.Members {
		wire, _ := m.Key()
		head := "case " + strconv.Itoa(i) + ":"
		if name := commentLine(strings.TrimSpace(wire)); name != "//" {
			head += " " + name
		}
		cases[i] = jen.Custom(jen.Options{Open: head, Multi: true}, e.decodeMember(s, m)...)
	}
	if s.Extra != nil {
		cases = append(cases, jen.Custom(jen.Options{Open: "default:", Multi: true}, decodeExtra(s.Extra)...))
	}
	return cases
}

func (e printer) decodeMember(s *gomodel.Struct, m gomodel.Member) []jen.Code {
	switch m := m.(type) {
	case *gomodel.ConstMember:
		return []jen.Code{jen.Id("r").Dot("constant" + literalSuffix(m.Value)).Call(literal(m.Value))}
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
	panic(noPrinter(m))
}

// looseField prints how a member is read whose value may be of another type: it is an extra member then.
func (e printer) looseField(s *gomodel.Struct, f *gomodel.Field, read []jen.Code) []jen.Code {
	extra := jen.Id("x").Dot(s.Extra.Name)
	return []jen.Code{jen.If(jen.Id("r").Dot("misfit").Call(jen.Func().Params().Add(body(read, true)))).Block(
		assign(jen.Id("x").Dot(f.Name), e.zeroField(f)),
		assign(extra, jen.Id("o").Dot("keep").Call(jen.Id("r"), extra, text(f.Wire))),
	)}
}

// zeroField prints the absent value of a field.
func (e printer) zeroField(f *gomodel.Field) jen.Code {
	if f.Hold.Box == gomodel.Boxed || f.Hold.Box == gomodel.BoxedPointer {
		return goType(f.FieldType(e.path)).Values()
	}
	return jen.Nil()
}

// literalSuffix returns the end of the name of a helper that compares with a constant.
func literalSuffix(l gomodel.Literal) string {
	switch l.(type) {
	case gomodel.StringLit:
		return ""
	case gomodel.IntLit:
		return "Int"
	case gomodel.BoolLit:
		return "Bool"
	}
	panic(noPrinter(l))
}

func (e printer) decodeField(f *gomodel.Field) []jen.Code {
	field := jen.Id("x").Dot(f.Name)
	switch f.Hold.Box {
	case gomodel.Boxed:
		return decodeBoxed(field, f)
	case gomodel.BoxedPointer:
		return decodeBoxedPointer(field, f)
	case gomodel.Pointing:
		statements := decodePointer(field, f)
		if f.Hold.Nullable {
			return []jen.Code{unlessNull(statements...)}
		}
		return statements
	}
	if f.Hold.Nullable && !e.isRaw(f.Codec) {
		return []jen.Code{unlessNull(readInto(field, f.Codec))}
	}
	return []jen.Code{readInto(field, f.Codec)}
}

func unlessNull(statements ...jen.Code) jen.Code {
	return jen.If(jen.Op("!").Id("r").Dot("null").Call()).Block(statements...)
}

func decodePointer(field *jen.Statement, f *gomodel.Field) []jen.Code {
	if _, object := f.Codec.(gomodel.ObjectCodec); object {
		return []jen.Code{assign(field, jen.New(goType(f.Type))), readInto(field, f.Codec)}
	}
	return []jen.Code{assign(field, jen.New(read(f.Codec)))}
}

func decodeBoxed(field *jen.Statement, f *gomodel.Field) []jen.Code {
	if _, ok := builtin(f.Codec); ok {
		return []jen.Code{assign(field, jen.Id("nullable").Call(jen.Id("r"), methodValue("jsonReader", f.Codec)))}
	}
	null := assign(field, jen.Id("NewNull").Types(goType(f.Type)).Call())
	return []jen.Code{ifElse(jen.Id("r").Dot("null").Call(), []jen.Code{null}, readAnd(f.Codec, func(v jen.Code) jen.Code {
		return assign(field, jen.Id("NewNullable").Call(v))
	}))}
}

func decodeBoxedPointer(field *jen.Statement, f *gomodel.Field) []jen.Code {
	v := jen.Id("v")
	return []jen.Code{ifElse(jen.Id("r").Dot("null").Call(),
		[]jen.Code{assign(field, jen.Id("NewNull").Types(jen.Op("*").Add(goType(f.Type))).Call())},
		[]jen.Code{jen.Add(v).Op(":=").New(goType(f.Type)), readInto(v, f.Codec), assign(field, jen.Id("NewNullable").Call(v))},
	)}
}

// decodeExtra prints how a member without a field is kept.
func decodeExtra(x *gomodel.Extra) []jen.Code {
	field := jen.Id("x").Dot(x.Name)
	statements := []jen.Code{jen.If(jen.Add(field).Op("==").Nil()).Block(
		assign(field, jen.Map(jen.String()).Add(goType(x.Type)).Values()))}
	statements = append(statements, readAnd(x.Codec, func(v jen.Code) jen.Code {
		return assign(jen.Add(field).Index(jen.Id("o").Dot("name")), v)
	})...)
	return append(statements, jen.Id("o").Dot("distinct").Call(jen.Id("r"), jen.Len(field)))
}
