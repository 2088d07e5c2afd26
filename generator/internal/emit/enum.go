package emit

import (
	"unicode/utf8"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

func (e printer) enumDecl(d *gomodel.Enum) jen.Code {
	own := place{value: value{expr: jen.Id("x")}, codec: ownCodec(d.Codec, gomodel.Ident{Path: e.path, Name: d.Name})}
	validate, checks := "Validate reports a value that the document does not list, as an [*InvalidError].", append([]gomodel.Check{gomodel.InEnum{Var: d.Var}}, d.Checks...)
	if d.Open {
		validate, checks = "Validate reports nothing: any other value is allowed too.", d.Checks
	}
	parts := []jen.Code{
		doc(d.Doc, pageWidth).Type().Id(d.Name).Add(goType(d.Under)),
		enumConstants(d),
		jen.Var().Id(d.Var).Op("=").Index().Add(listType(d.Codec)).ValuesFunc(func(g *jen.Group) {
			for _, v := range d.Values {
				g.Add(literal(v.Value))
			}
		}),
		comment(validate).Add(validateFunc("x", "", d.Name, subjectOf(d.Name, d.Union))),
		checkMethod("x", "", d.Name, e.checks(checks, own)),
	}
	if d.Union != "" {
		parts = append(parts, marshalMethod(d.Name, "", jen.Id("x")), encodeMethod(d.Name, "", write(jen.Id("w"), own.codec, own.value, 0)))
	}
	return lines(parts...)
}

// subjectOf returns what an error says is invalid: the type, or the union that it is a variant of.
func subjectOf(name, union string) string {
	if union != "" {
		return union
	}
	return name
}

// ownCodec returns the codec of a named scalar in its own methods, where it has to be converted.
func ownCodec(c gomodel.Codec, as gomodel.Ident) gomodel.Codec {
	if s, ok := c.(gomodel.Scalar); ok {
		s.As = as
		return s
	}
	return c
}

// listType prints the element type of the list of values: the one that enum, enumInt or enumFloat takes.
func listType(c gomodel.Codec) jen.Code {
	if s, ok := c.(gomodel.Scalar); ok {
		switch s.Kind {
		case gomodel.Int32, gomodel.Int64:
			return jen.Int64()
		case gomodel.Float64:
			return jen.Float64()
		}
	}
	return jen.String()
}

func enumConstants(d *gomodel.Enum) jen.Code {
	if len(d.Values) == 0 {
		return jen.Null()
	}
	trailing := trailingDocs(d)
	return comment("Values of [" + d.Name + "].").Const().DefsFunc(func(g *jen.Group) {
		for _, v := range d.Values {
			constant := jen.Id(v.Name).Id(d.Name).Op("=").Add(literal(v.Value))
			lines := docLines(v.Doc, memberWidth)
			if trailing && len(lines) == 1 {
				g.Add(constant.Comment(lines[0]))
			} else {
				g.Add(doc(v.Doc, memberWidth).Add(constant))
			}
		}
	})
}

// trailingDocs reports whether all comments fit behind their constants, which gofmt puts one under the other.
func trailingDocs(d *gomodel.Enum) bool {
	name, val, longest := 0, 0, 0
	for _, v := range d.Values {
		name = max(name, utf8.RuneCountInString(v.Name))
		if s, ok := v.Value.(gomodel.StringLit); ok {
			val = max(val, utf8.RuneCountInString(string(s))+len(`""`))
		}
		lines := docLines(v.Doc, memberWidth)
		if len(lines) > 1 {
			return false
		}
		for _, line := range lines {
			longest = max(longest, utf8.RuneCountInString(line))
		}
	}
	return name+1+utf8.RuneCountInString(d.Name)+len(" = ")+val+1+longest <= memberWidth
}
