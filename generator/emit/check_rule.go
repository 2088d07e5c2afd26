package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// byRule prints the check by a rule. Raw JSON is judged as it is, all else as what it would be encoded to.
func (e printer) byRule(c gomodel.ByRule, at place) []jen.Code {
	table := jen.Id(find[*gomodel.Rules](e, c.Rule).Name)
	encoded := func(x jen.Code) []jen.Code { return atName(at, jen.Id("c").Dot("rule").Call(x, table, jen.Id(c.Rule))) }
	if at.own {
		return encoded(at.value.expr)
	}
	switch codec := at.codec.(type) {
	case gomodel.RawCodec:
		return []jen.Code{at.call("raw", at.value.get(), table, jen.Id(c.Rule))}
	case gomodel.ObjectCodec:
		return encoded(at.value.address())
	case gomodel.UnionCodec:
		if at.present {
			return encoded(at.value.get())
		}
		return []jen.Code{jen.If(e.present(codec, at.value.get())).Block(encoded(at.value.get())...)}
	}
	panic(noPrinter(at.codec))
}

// atName prints a check that knows no name, and puts the name before what it reports.
func atName(at place, check jen.Code) []jen.Code {
	if at.name == nil {
		return []jen.Code{check}
	}
	return []jen.Code{jen.Block(
		jen.Id("before").Op(":=").Id("c").Dot("count").Call(),
		check,
		jen.Id("c").Dot("prefix").Call(jen.Id("before"), at.name),
	)}
}

// inUnion prints the checks of a union that is there.
func (e printer) inUnion(rules []gomodel.Check, at place) []jen.Code {
	at.present = true
	inside := at.call("object", at.value.expr)
	if at.element {
		inside = insideCall(at)
	}
	others := slices.DeleteFunc(slices.Clone(rules), func(c gomodel.Check) bool { _, union := c.(gomodel.InsideUnion); return union })
	return append([]jen.Code{inside}, e.checks(others, at)...)
}

// hasRule reports whether a check is by a rule, so that the type must be able to encode itself.
func hasRule(checks []gomodel.Check) bool {
	return slices.ContainsFunc(checks, func(c gomodel.Check) bool { _, ok := c.(gomodel.ByRule); return ok })
}
