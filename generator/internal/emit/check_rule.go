package emit

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// byRule prints the check by a rule. Raw JSON is judged as it is, all else as what it would be encoded to.
func (e printer) byRule(c gomodel.ByRule, at place) []jen.Code {
	table := jen.Id(find[*gomodel.Rules](e, c.Rule).Name)
	encoded := func(x jen.Code, typ string) []jen.Code {
		return aroundRule(jen.Id("c").Dot("judge").Call(x, table, jen.Id(c.Rule)), at, e.secrets[typ])
	}
	if at.own != "" {
		return encoded(at.value.expr, at.own)
	}
	switch codec := at.codec.(type) {
	case gomodel.RawCodec:
		return []jen.Code{at.call("judgeRaw", at.value.get(), table, jen.Id(c.Rule))}
	case gomodel.ObjectCodec:
		return encoded(at.value.address(), codec.Type.Name)
	case gomodel.UnionCodec:
		check := encoded(at.value.get(), codec.Type.Name)
		if at.present {
			return check
		}
		return []jen.Code{jen.If(e.present(codec, at.value.get())).Block(check...)}
	}
	panic(noPrinter(at.codec))
}

// aroundRule prints what follows the check by a rule: it knows no name and no secrets.
func aroundRule(check jen.Code, at place, secret bool) []jen.Code {
	if at.name == nil && !secret {
		return []jen.Code{check}
	}
	before := jen.Id("before")
	statements := []jen.Code{jen.Add(before).Op(":=").Id("c").Dot("count").Call(), check}
	if secret {
		i := jen.Id("i")
		statements = append(statements, jen.For(jen.Add(i).Op(":=").Add(before), jen.Add(i).Op("<").Id("c").Dot("count").Call(), jen.Add(i).Op("++")).Block(
			assign(jen.Id("c").Dot("findings").Index(i).Dot("value"), jen.Lit("")).(*jen.Statement).Comment(commentLine("it may be a secret"))))
	}
	if at.name != nil {
		statements = append(statements, jen.Id("c").Dot("prefix").Call(before, at.name))
	}
	return []jen.Code{jen.Block(statements...)}
}

// inUnion prints the checks of a union that is there.
func (e printer) inUnion(rules []gomodel.Check, at place) []jen.Code {
	at.present = true
	others := slices.DeleteFunc(slices.Clone(rules), func(c gomodel.Check) bool { _, union := c.(gomodel.InsideUnion); return union })
	inner := []jen.Code{insideCall(at)}
	if u := at.codec.(gomodel.UnionCodec); find[*gomodel.Union](e, u.Type.Name).Rule != "" {
		inner = e.unionCheck(u.Type, at, jen.True())
	}
	return append(inner, e.checks(others, at)...)
}

// unionCheck prints the check of a union: by the variant, or by the rule of the union. present is whether there is a value.
func (e printer) unionCheck(union gomodel.Ident, at place, present jen.Code) []jen.Code {
	u := find[*gomodel.Union](e, union.Name)
	v := at.value.get()
	if u.Rule == "" {
		return []jen.Code{at.call("union", v, present)}
	}
	table := jen.Id(find[*gomodel.Rules](e, u.Rule).Name)
	check := at.call("unionByRule", v, present, table, jen.Id(u.Rule))
	at.name = nil // it is in the check
	return aroundRule(check, at, e.secrets[u.Name])
}

// hasRule reports whether a check is by a rule, so that the type must be able to encode itself.
func hasRule(checks []gomodel.Check) bool {
	return slices.ContainsFunc(checks, func(c gomodel.Check) bool { _, ok := c.(gomodel.ByRule); return ok })
}
