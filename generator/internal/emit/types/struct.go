package types

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// Struct prints the struct of an object.
func (e Printer) Struct(s *gomodel.Struct) jen.Code {
	return golang.Lines(
		e.structType(s),
		values.CodecMethods(s.Name, jen.Id(s.Name).Values()),
		e.keyTable(s),
		e.decode(s),
		e.encode(s),
		e.check(s),
		e.ConcealMethods("x", s.Name, concealable(s)),
		toInput(s),
	)
}

func (e Printer) structType(s *gomodel.Struct) jen.Code {
	return golang.Doc(s.Doc, golang.PageWidth).Type().Id(s.Name).StructFunc(func(g *jen.Group) {
		for _, f := range gomodel.Fields(s.Members) {
			g.Add(golang.Doc(f.Doc, golang.MemberWidth).Id(f.Name).Add(golang.Type(f.FieldType(e.Path))).Add(fieldTag(f)))
		}
		if s.Other != "" {
			about := s.Other + " is the value if it is no object, which the document allows. The other fields do not count then."
			g.Add(golang.Doc(gomodel.Words(about), golang.MemberWidth).Id(s.Other).Qual("encoding/json", "RawMessage").Op("`json:\"-\"`"))
		}
		if x := s.Extra; x != nil {
			about := "Members that the document does not name."
			if hasLoose(s) {
				about = "Members that the document does not name, and those that do not fit their field where the document allows that."
			}
			g.Add(golang.Comment(about).Id(x.Name).Map(jen.String()).Add(golang.Type(x.Type)).Op("`json:\"-\"`"))
		}
	})
}

// concealable returns the fields of a struct, with that of the members beside them.
func concealable(s *gomodel.Struct) []*gomodel.Field {
	fields := gomodel.Fields(s.Members)
	if x := s.Extra; x != nil {
		fields = append(slices.Clone(fields), &gomodel.Field{Name: x.Name, Codec: gomodel.MapCodec{Elem: x.Codec}, Secret: x.Secret, Hold: gomodel.Hold{Box: gomodel.NilBox}})
	}
	return fields
}

func hasLoose(s *gomodel.Struct) bool {
	return slices.ContainsFunc(gomodel.Fields(s.Members), func(f *gomodel.Field) bool { return f.Loose })
}

// fieldTag prints the tag of a field. Only the reader of the documentation needs it, so a name that encoding/json does not take
// (its isValidTag: quotes, backslashes, commas, nothing at all), or that linters take for a mistake ("-"), has none.
func fieldTag(f *gomodel.Field) jen.Code {
	const punctuation = "!#$%&()*+-./:;<=>?@[]^_{|}~ "
	odd := func(r rune) bool {
		return !strings.ContainsRune(punctuation, r) && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}
	var tags []string
	if f.Wire != "" && f.Wire != "-" && !strings.ContainsFunc(f.Wire, odd) {
		tag := f.Wire
		if !f.Hold.Required {
			tag += ",omitzero"
		}
		tags = append(tags, "json:"+strconv.Quote(tag))
	}
	for _, t := range f.Tags {
		tags = append(tags, t.Key+":"+strconv.Quote(t.Value))
	}
	text := strings.Join(tags, " ")
	switch {
	case text == "":
		return jen.Null()
	case strings.Contains(text, "`"):
		return jen.Op(strconv.Quote(text))
	}
	return jen.Op("`" + text + "`")
}

// check prints the check method of a struct.
func (e Printer) check(s *gomodel.Struct) jen.Code {
	var statements []jen.Code
	for _, f := range gomodel.Fields(s.Members) {
		statements = append(statements, e.FieldChecks(f, "x", golang.Text(f.Wire))...)
	}
	if s.Extra != nil {
		statements = append(statements, e.extraChecks(s)...)
	}
	if s.Other != "" && len(statements) > 0 {
		statements = []jen.Code{jen.If(jen.Id("x").Dot(s.Other).Op("==").Nil()).Block(statements...)}
	}
	whole := values.Place{Value: values.Value{Expr: jen.Id("x"), Pointer: true}, Own: s.Name}
	statements = append(statements, e.Checks(s.Checks, whole)...)
	return values.CheckMethod("x", "*", s.Name, statements)
}

// extraChecks prints the checks of members without a field. The name of a field among them would be written twice.
func (e Printer) extraChecks(s *gomodel.Struct) []jen.Code {
	var own []jen.Code
	if len(s.Members) > 0 && !hasLoose(s) { // the rule of a struct with loose fields looks for names that come twice
		known := jen.Id(keysName(s)).Dot("find").Call(jen.Index().Byte().Call(jen.Id("name")))
		own = append(own, jen.If(known.Op(">=").Lit(0)).Block(
			jen.Id("c").Dot("add").Call(jen.Id("name"), jen.Lit("duplicate"), jen.Lit(""), jen.Lit(""))))
	}
	if len(own) == 0 && len(s.Extra.Checks) == 0 {
		return nil
	}
	checks := e.CheckNames(s.Extra.Checks, values.Place{
		Value: values.Value{Expr: jen.Id("x").Dot(s.Extra.Name)}, Codec: gomodel.MapCodec{Elem: s.Extra.Codec}}, own...)
	if s.Extra.Secret {
		checks = append(checks, jen.Id("c").Dot("concealFrom").Call(jen.Id("first")))
	}
	return checks
}
