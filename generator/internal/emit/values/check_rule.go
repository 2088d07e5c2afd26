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
	codec := at.Codec.(gomodel.UnionCodec)
	if u := Find[*gomodel.Union](s, codec.Type.Name); isJudged(u) || ChecksItself(u) {
		inner = s.UnionCheck(codec.Type, at, jen.True())
	}
	return append(inner, s.Checks(others, at)...)
}

// UnionCheck prints the check of a union: by the variant, or by the rule of the union. present is whether there is a value.
func (s Scope) UnionCheck(union gomodel.Ident, at Place, present jen.Code) []jen.Code {
	u := Find[*gomodel.Union](s, union.Name)
	v := at.Value.Get()
	switch {
	case ChecksItself(u):
		return []jen.Code{jen.Id("check"+u.Name).Call(at.checker(), at.nameOrEmpty(), v)}
	case isJudged(u):
		return s.ByRule(u, at, present)
	}
	return []jen.Code{at.Call("union", v, present)}
}

// ByRule prints the check of a union that is there by its rule.
func (s Scope) ByRule(u *gomodel.Union, at Place, present jen.Code) []jen.Code {
	table := jen.Id(Find[*gomodel.Rules](s, u.Rule).Name)
	check := at.Call("unionByRule", at.Value.Get(), present, table, jen.Id(u.Rule))
	at.Name = nil // it is in the check
	return aroundRule(check, at, s.Secret(u.Name))
}

// ChecksItself reports whether a union has a function that checks it: one that compares tags, or asks the rule for some values only.
func ChecksItself(u *gomodel.Union) bool {
	if u.ByEvidence() != nil {
		return true
	}
	ruled := 0
	for _, v := range u.Variants {
		if v.Tag != nil {
			return true
		}
		if v.Ruled {
			ruled++
		}
	}
	return ruled > 0 && ruled < len(u.Variants)
}

// isJudged reports whether the rule of a union judges all its values.
func isJudged(u *gomodel.Union) bool {
	return len(u.Variants) > 0 && !slices.ContainsFunc(u.Variants, func(v gomodel.Variant) bool { return !v.Ruled })
}

// HasRule reports whether a check is by a rule, so that the type must be able to encode itself.
func HasRule(checks []gomodel.Check) bool {
	return slices.ContainsFunc(checks, func(c gomodel.Check) bool { _, ok := c.(gomodel.ByRule); return ok })
}
