package values

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// ParamFields returns the fields of the parameters and the bodies of an operation.
func ParamFields(p *gomodel.Params) (list []*gomodel.Field) {
	for i := range p.Fields {
		list = append(list, &p.Fields[i].Field)
	}
	for _, b := range p.Bodies {
		list = append(list, &b.Field)
	}
	return list
}

// HoldsSecret reports whether a field is a secret, or its value has one.
func (s Scope) HoldsSecret(f *gomodel.Field) bool { return f.Secret || secretIn(f.Codec, s.secrets) }

// ConcealMethods prints the methods by which a type is printed without its secrets: by fmt and by slog. A type inside of it has its own;
// what is around needs them too, because fmt asks no methods behind a pointer that a verb is not for. JSON has the secrets: it is what
// is sent.
func (s Scope) ConcealMethods(receiver, name string, fields []*gomodel.Field) jen.Code {
	if !s.Secret(name) {
		return jen.Null()
	}
	taken := map[string]bool{}
	var hide []jen.Code
	for _, f := range fields {
		taken[f.Name] = true
		switch {
		case f.Secret && f.Hold.Box == gomodel.Pointing && isBuiltIn(f.Codec): // fmt prints an address
		case f.Secret:
			hide = append(hide, hideField(receiver, f))
		}
	}
	parts := []jen.Code{printMethods(receiver, name, hide, taken)}
	if !taken["LogValue"] {
		text := jen.Qual("log/slog", "StringValue").Call(jen.Qual("fmt", "Sprintf").Call(jen.Lit("%+v"), jen.Id(receiver)))
		parts = append(parts, golang.Comment("LogValue gives a log "+receiver+" without its secrets.").
			Add(golang.Method(receiver, "", name, "LogValue")).Params().Qual("log/slog", "Value").Add(golang.Short(jen.Return(text))))
	}
	return golang.Lines(parts...)
}

// isBuiltIn reports whether a value is one of a type without methods.
func isBuiltIn(c gomodel.Codec) bool {
	s, ok := c.(gomodel.Scalar)
	return ok && slices.Contains([]gomodel.ScalarKind{gomodel.String, gomodel.Bool, gomodel.Int32, gomodel.Int64, gomodel.Uint64, gomodel.Float64}, s.Kind)
}

// printMethods prints Format, or where a field has that name, the methods that have less to say.
func printMethods(receiver, name string, hide []jen.Code, taken map[string]bool) jen.Code {
	plain := jen.Type().Id("concealed").Id(name)
	body := func(statement jen.Code) []jen.Code { return append(append([]jen.Code{plain}, hide...), statement) }
	shown := jen.Id("concealed").Call(jen.Id(receiver))
	if !taken["Format"] {
		verb := jen.Qual("fmt", "FormatString").Call(jen.Id("f"), jen.Id("verb"))
		return golang.Comment("Format prints "+receiver+" without its secrets.").
			Add(golang.Method(receiver, "", name, "Format")).Params(jen.Id("f").Qual("fmt", "State"), jen.Id("verb").Rune()).
			Block(body(jen.Qual("fmt", "Fprintf").Call(jen.Id("f"), verb, shown))...)
	}
	var parts []jen.Code
	for _, m := range [...]struct{ name, verb string }{{"String", "%+v"}, {"GoString", "%#v"}} {
		if !taken[m.name] {
			text := jen.Qual("fmt", "Sprintf").Call(jen.Lit(m.verb), shown)
			parts = append(parts, golang.Comment(m.name+" prints "+receiver+" without its secrets.").
				Add(golang.Method(receiver, "", name, m.name)).Params().String().Block(body(jen.Return(text))...))
		}
	}
	return golang.Lines(parts...)
}

// hideField prints how a copy of a struct loses a secret.
func hideField(receiver string, f *gomodel.Field) jen.Code {
	field := jen.Id(receiver).Dot(f.Name)
	if s, ok := f.Codec.(gomodel.Scalar); ok && s.Kind == gomodel.String && f.Hold.Box == gomodel.Plain {
		return golang.Assign(field, jen.Lit("***"))
	}
	return golang.Assign(field, jen.Id("concealed").Values().Dot(f.Name))
}
