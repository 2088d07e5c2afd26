package gomodel

import "slices"

// rules verifies a table: what its rules refer to, and the names that become types of support code.
func (v *verifier) rules(d *Rules) {
	for _, r := range d.List {
		v.rule(d, r.Rule)
	}
}

func (v *verifier) rule(d *Rules, list ...Rule) {
	for _, r := range list {
		for _, k := range r {
			v.keyword(d, k)
			v.rule(d, Inner(k)...)
		}
	}
}

var (
	typeNames      = []string{"null", "boolean", "integer", "number", "string", "array", "object"}
	numberKeywords = []string{"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
	sizeKeywords   = []string{"minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"}
)

func (v *verifier) keyword(d *Rules, k RuleKeyword) {
	oneOf := func(name string, list []string) {
		if !slices.Contains(list, name) {
			v.fail(d, "has a %T %q", k, name)
		}
	}
	switch k := k.(type) {
	case nil:
		v.fail(d, "has a keyword that is nil")
	case RuleTypes:
		if len(k.Names) == 0 {
			v.fail(d, "has a rule of no types")
		}
		for _, name := range k.Names {
			oneOf(name, typeNames)
		}
	case RuleNumber:
		oneOf(k.Keyword, numberKeywords)
	case RuleSize:
		oneOf(k.Keyword, sizeKeywords)
	case RuleRef:
		if v.declared[k.Name] != Decl(d) || k.Name == d.Name {
			v.fail(d, "refers to %s, which is none of its rules", k.Name)
		}
	case RulePattern:
		v.patternName(d, k.Var)
	case RuleProperties:
		for _, m := range k.Patterned {
			v.patternName(d, m.Var)
		}
	}
}
