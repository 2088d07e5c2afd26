package values

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// byRule prints the check by a rule. Raw JSON is judged as it is, all else as what it would be encoded to.
func (s Scope) byRule(c gomodel.ByRule, at Place) []jen.Code {
	table := jen.Id(Find[*gomodel.Rules](s, c.Rule).Name)
	encoded := func(x jen.Code, typ string) []jen.Code {
		return aroundRule(jen.Id("c").Dot("judge").Call(x, table, jen.Id(c.Rule)), at, s.Secret(typ))
	}
	if at.Own != "" {
		return encoded(at.Value.Expr, at.Own)
	}
	switch codec := at.Codec.(type) {
	case gomodel.RawCodec:
		return []jen.Code{at.Call("judgeRaw", at.Value.Get(), table, jen.Id(c.Rule))}
	case gomodel.ObjectCodec:
		return encoded(at.Value.Address(), codec.Type.Name)
	case gomodel.UnionCodec:
		check := encoded(at.Value.Get(), codec.Type.Name)
		if at.present {
			return check
		}
		return []jen.Code{jen.If(s.Present(codec, at.Value.Get())).Block(check...)}
	}
	panic(golang.NoPrinter(at.Codec))
}

// aroundRule prints what follows the check by a rule: it knows no name and no secrets.
func aroundRule(check jen.Code, at Place, secret bool) []jen.Code {
	if at.Name == nil && !secret {
		return []jen.Code{check}
	}
	before := jen.Id("before")
	statements := []jen.Code{jen.Add(before).Op(":=").Id("c").Dot("count").Call(), check}
	if secret {
		i := jen.Id("i")
		statements = append(statements, jen.For(jen.Add(i).Op(":=").Add(before), jen.Add(i).Op("<").Id("c").Dot("count").Call(), jen.Add(i).Op("++")).Block(
			golang.Assign(jen.Id("c").Dot("findings").Index(i).Dot("value"), jen.Lit("")).(*jen.Statement).Comment(golang.CommentLine("it may be a secret"))))
	}
	if at.Name != nil {
		statements = append(statements, jen.Id("c").Dot("prefix").Call(before, at.Name))
	}
	return []jen.Code{jen.Block(statements...)}
}

// inUnion prints the checks of a union that is there.
func (s Scope) inUnion(list []gomodel.Check, at Place) []jen.Code {
	at.present = true
	others := slices.DeleteFunc(slices.Clone(list), func(c gomodel.Check) bool { _, union := c.(gomodel.InsideUnion); return union })
	inner := []jen.Code{insideCall(at)}
	if u := at.Codec.(gomodel.UnionCodec); Find[*gomodel.Union](s, u.Type.Name).Rule != "" {
		inner = s.UnionCheck(u.Type, at, jen.True())
	}
	return append(inner, s.Checks(others, at)...)
}

// UnionCheck prints the check of a union: by the variant, or by the rule of the union. present is whether there is a value.
func (s Scope) UnionCheck(union gomodel.Ident, at Place, present jen.Code) []jen.Code {
	u := Find[*gomodel.Union](s, union.Name)
	v := at.Value.Get()
	if u.Rule == "" {
		return []jen.Code{at.Call("union", v, present)}
	}
	table := jen.Id(Find[*gomodel.Rules](s, u.Rule).Name)
	check := at.Call("unionByRule", v, present, table, jen.Id(u.Rule))
	at.Name = nil // it is in the check
	return aroundRule(check, at, s.Secret(u.Name))
}

// HasRule reports whether a check is by a rule, so that the type must be able to encode itself.
func HasRule(checks []gomodel.Check) bool {
	return slices.ContainsFunc(checks, func(c gomodel.Check) bool { _, ok := c.(gomodel.ByRule); return ok })
}
