package tables

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

func ruleMembers(list []gomodel.RuleMember) jen.Code {
	members := make([]jen.Code, len(list))
	rules := make([]gomodel.Rule, len(list))
	for i, m := range list {
		members[i], rules[i] = jen.Values(golang.Text(m.Name), ruleLiteral(m.Rule)), m.Rule
	}
	return perLine(members, rules)
}

func ruleList(list []gomodel.Rule) jen.Code {
	parts := make([]jen.Code, len(list))
	for i, r := range list {
		parts[i] = ruleLiteral(r)
	}
	return perLine(parts, list)
}

// perLine prints a list whose elements hold rules: one element a line, or all in one line if there is one and it is short.
func perLine(parts []jen.Code, rules []gomodel.Rule) jen.Code {
	return inLines(len(parts) > 1 || weight(rules...) > shortRule, parts...)
}

// inLines prints a composite literal, with one part a line if it is long.
func inLines(long bool, parts ...jen.Code) jen.Code {
	if long {
		return golang.MultiLine(parts...)
	}
	return jen.Values(parts...)
}

// shortRule is the number of keywords that fit in a line.
const shortRule = 4

// weight returns how many keywords rules have, those inside them included.
func weight(rules ...gomodel.Rule) (n int) {
	for _, r := range rules {
		for _, k := range r {
			n += 1 + weight(gomodel.Inner(k)...)
		}
	}
	return n
}

// optionalRule prints name: rule{...}, or nothing for an absent rule.
func optionalRule(name string, r gomodel.Rule) []jen.Code {
	if r == nil {
		return nil
	}
	return []jen.Code{golang.Pair(name, ruleLiteral(r))}
}
