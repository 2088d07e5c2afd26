package tables

import (
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// Rules prints the table of rules and a constant for each index. The table is static data, so it costs nothing at start, and
// rules name each other by index, because Go data cannot be cyclic.
func Rules(d *gomodel.Rules) jen.Code {
	entries := make([]jen.Code, len(d.List))
	for i, r := range d.List {
		entries[i] = golang.Pair(r.Name, ruleLiteral(r.Rule))
	}
	table := jen.Var().Id(d.Name).Op("=").Id("program").Add(golang.MultiLine(entries...))
	if len(d.List) == 0 {
		return table
	}
	about := golang.Doc(d.Doc, golang.PageWidth)
	if len(d.Doc) == 0 {
		about = golang.Comment("Rules of this package, by schema.")
	}
	return golang.Lines(about.Const().DefsFunc(func(g *jen.Group) {
		for i, r := range d.List {
			if i == 0 {
				g.Id(r.Name).Id("ref").Op("=").Iota()
			} else {
				g.Id(r.Name)
			}
		}
	}), table)
}

// ruleLiteral prints a rule. The absent one is printed like the empty one, which holds for every value.
func ruleLiteral(r gomodel.Rule) *jen.Statement { return jen.Id("rule").Values(keywords(r)...) }

func keywords(r gomodel.Rule) []jen.Code {
	out := make([]jen.Code, len(r))
	for i, k := range r {
		out[i] = keyword(k)
	}
	return out
}

// keyword prints one constraint that looks at the value as a whole; the others are keywords of a kind of value.
func keyword(k gomodel.RuleKeyword) jen.Code {
	switch k := k.(type) {
	case gomodel.RuleNever:
		return jen.Id("never").Values()
	case gomodel.RuleTypes:
		return ruleTypes(k)
	case gomodel.RuleEnum:
		return texts("enum", k.Values)
	case gomodel.RuleRef:
		return jen.Id(k.Name)
	case gomodel.RuleNot:
		return jen.Id("not").Values(keywords(k.Rule)...)
	case gomodel.RuleAnyOf:
		return jen.Id("anyOf").Add(ruleList(k.Rules))
	case gomodel.RuleOneOf:
		return jen.Id("oneOf").Add(ruleList(k.Rules))
	case gomodel.RuleTag:
		return ruleTag(k)
	case gomodel.RuleIf:
		return jen.Op("&").Id("cond").Add(inLines(weight(gomodel.Rule{k}) > shortRule, ruleLiteral(k.If), ruleLiteral(k.Then), ruleLiteral(k.Else)))
	case gomodel.RuleUnevaluated:
		parts := append([]jen.Code{golang.Pair("of", ruleLiteral(k.Of))}, optionalRule("items", k.Items)...)
		parts = append(parts, optionalRule("properties", k.Properties)...)
		return jen.Op("&").Id("unevaluated").Add(inLines(weight(gomodel.Rule{k}) > shortRule, parts...))
	case gomodel.RuleNumber, gomodel.RuleSize, gomodel.RulePattern, gomodel.RuleFormat:
		return limitKeyword(k)
	case gomodel.RuleUnique, gomodel.RuleItems, gomodel.RuleContains:
		return arrayKeyword(k)
	}
	return objectKeyword(k)
}

// ruleTag prints the table of a discriminator.
func ruleTag(k gomodel.RuleTag) jen.Code {
	var cases []jen.Code
	var known []string
	add := func(l gomodel.Literal, rule ...jen.Code) {
		text := golang.LiteralText(l)
		known = append(known, text)
		cases = append(cases, jen.Values(append([]jen.Code{golang.Text(text)}, rule...)...))
	}
	for _, c := range k.Cases {
		add(c.Value, ruleLiteral(c.Rule))
	}
	for _, l := range k.Shared {
		add(l, jen.Nil())
	}
	parts := []jen.Code{
		golang.Pair("wire", golang.Text(k.Wire)),
		golang.Pair("cases", jen.Index().Id("tagCase").Add(golang.MultiLine(cases...))),
	}
	parts = append(parts, optionalRule("missing", k.Default)...)
	parts = append(parts, optionalRule("rest", k.Else)...)
	if k.Open {
		parts = append(parts, golang.Pair("open", jen.True()))
	} else {
		parts = append(parts, golang.Pair("known", golang.Text(golang.AnyOf(known))))
	}
	return jen.Op("&").Id("discriminator").Add(golang.MultiLine(parts...))
}

// limitKeyword prints keywords that compare with one limit: those of numbers and strings, and counts.
func limitKeyword(k gomodel.RuleKeyword) jen.Code {
	switch k := k.(type) {
	case gomodel.RuleNumber:
		return jen.Id(known(k.Keyword, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")).Call(golang.Text(k.Limit))
	case gomodel.RuleSize:
		name := known(k.Keyword, "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
		return jen.Id(name).Call(jen.Lit(k.Limit))
	case gomodel.RulePattern:
		return jen.Op("&").Id(k.Var)
	case gomodel.RuleFormat:
		kind := "textFormat"
		if k.Number {
			kind = "numericFormat"
		}
		return jen.Op("&").Id(kind).Values(golang.Text(k.Name), jen.Id(gomodel.FormatFunc(k.Format)))
	}
	panic(golang.NoPrinter(k))
}

func arrayKeyword(k gomodel.RuleKeyword) jen.Code {
	switch k := k.(type) {
	case gomodel.RuleUnique:
		return jen.Id("uniqueItems").Values()
	case gomodel.RuleItems:
		var parts []jen.Code
		if len(k.Prefix) > 0 {
			parts = append(parts, golang.Pair("prefix", jen.Index().Id("rule").Add(ruleList(k.Prefix))))
		}
		return jen.Op("&").Id("items").Values(append(parts, optionalRule("rest", k.Rest)...)...)
	case gomodel.RuleContains:
		return jen.Op("&").Id("contains").Values(ruleLiteral(k.Rule), jen.Lit(k.Min), golang.Number(int64(k.Max)))
	}
	panic(golang.NoPrinter(k))
}

func objectKeyword(k gomodel.RuleKeyword) jen.Code {
	switch k := k.(type) {
	case gomodel.RuleRequired:
		return texts("required", k.Names)
	case gomodel.RuleProperties:
		return properties(k)
	case gomodel.RuleNames:
		return jen.Id("propertyNames").Values(keywords(k.Rule)...)
	case gomodel.RuleDependentRequired:
		needs := make([]jen.Code, len(k.List))
		for i, n := range k.List {
			needs[i] = jen.Values(golang.Text(n.Name), texts("required", n.Needs))
		}
		return jen.Id("dependentRequired").Values(needs...)
	case gomodel.RuleDependentSchemas:
		return jen.Id("dependentSchemas").Add(ruleMembers(k.List))
	}
	panic(golang.NoPrinter(k))
}

func properties(k gomodel.RuleProperties) jen.Code {
	var parts []jen.Code
	if len(k.Named) > 0 {
		parts = append(parts, golang.Pair("named", jen.Index().Id("member").Add(ruleMembers(k.Named))))
	}
	if len(k.Patterned) > 0 {
		members := make([]jen.Code, len(k.Patterned))
		rules := make([]gomodel.Rule, len(k.Patterned))
		for i, m := range k.Patterned {
			members[i], rules[i] = jen.Values(jen.Op("&").Id(m.Var), ruleLiteral(m.Rule)), m.Rule
		}
		parts = append(parts, golang.Pair("patterned", jen.Index().Id("patternedMember").Add(perLine(members, rules))))
	}
	several := len(parts) > 1
	return jen.Op("&").Id("properties").Add(inLines(several, append(parts, optionalRule("rest", k.Rest)...)...))
}

// ruleTypes prints the names of type as bits of one kind, which is the keyword.
func ruleTypes(k gomodel.RuleTypes) jen.Code {
	bits := jen.Null()
	for i, name := range k.Names {
		if i > 0 {
			bits.Op("|")
		}
		bits.Id(typeBit(name))
	}
	if len(k.Names) == 0 {
		panic(golang.Unprintable("no printer for a rule of no types"))
	}
	return bits
}

func typeBit(name string) string {
	switch name {
	case "null":
		return "kindNull"
	case "boolean":
		return "kindBoolean"
	case "integer":
		return "kindInteger"
	case "number":
		return "kindNumber"
	case "string":
		return "kindString"
	case "array":
		return "kindArray"
	case "object":
		return "kindObject"
	}
	panic(golang.Unprintable("no printer for type " + strconv.Quote(name)))
}

// texts prints a list of strings: required{"a", "b"}.
func texts(typ string, list []string) jen.Code {
	return jen.Id(typ).ValuesFunc(func(g *jen.Group) {
		for _, s := range list {
			g.Add(golang.Text(s))
		}
	})
}

// known returns a keyword that is one of a list: its type in support code has the same name.
func known(keyword string, list ...string) string {
	if !slices.Contains(list, keyword) {
		panic(golang.Unprintable("no printer for keyword " + strconv.Quote(keyword)))
	}
	return keyword
}
