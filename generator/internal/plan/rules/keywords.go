package rules

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
)

// A compiler compiles the keywords of one schema.
type compiler struct {
	*ruler
	s    *api.Schema
	only analysis.Keywords
	in   scope
	rule gomodel.Rule
}

func (c *compiler) add(k gomodel.RuleKeyword) { c.rule = append(c.rule, k) }

func (c *compiler) sub(s *api.Schema) gomodel.Rule { return c.compile(s, c.in) }

func (c *compiler) subs(list []*api.Schema) []gomodel.Rule {
	rules := make([]gomodel.Rule, len(list))
	for i, s := range list {
		rules[i] = c.sub(s)
	}
	return rules
}

func (c *compiler) values() {
	if c.only.Has(api.KwType) {
		names := make([]string, len(c.s.Types))
		for i, t := range c.s.Types {
			names[i] = t.String()
		}
		c.add(gomodel.RuleTypes{Names: names})
	}
	if c.only.Has(api.KwConst) {
		c.add(gomodel.RuleEnum{Values: []string{api.Canonical(c.s.Const.Value)}})
	}
	if c.only.Has(api.KwEnum) {
		values := make([]string, len(c.s.Enum))
		for i, e := range c.s.Enum {
			values[i] = api.Canonical(e.Value)
		}
		c.add(gomodel.RuleEnum{Values: values})
	}
}

func (c *compiler) numbers() {
	n := c.s.Number
	if n == nil {
		return
	}
	for _, bound := range []struct {
		keyword api.Keyword
		limit   *api.Number
	}{
		{api.KwMinimum, n.Minimum}, {api.KwMaximum, n.Maximum}, {api.KwExclusiveMinimum, n.ExclusiveMinimum},
		{api.KwExclusiveMaximum, n.ExclusiveMaximum}, {api.KwMultipleOf, n.MultipleOf},
	} {
		if c.only.Has(bound.keyword) {
			c.add(gomodel.RuleNumber{Keyword: bound.keyword.String(), Limit: bound.limit.String()})
		}
	}
}

// size adds a bound of a length or a count. A maximum beyond all sizes asks for nothing.
func (c *compiler) size(k api.Keyword, n *api.Number, isMaximum bool) {
	if !c.only.Has(k) {
		return
	}
	absent := 0
	if isMaximum {
		absent = -1
	}
	if limit := analysis.Size(n, absent); limit >= 0 {
		c.add(gomodel.RuleSize{Keyword: k.String(), Limit: limit})
	}
}

// formats adds the format. One that is unknown asks for nothing, which is reported.
func (c *compiler) formats() {
	if !c.only.Has(api.KwFormat) {
		return
	}
	list := c.p.analysis.Formats(c.s)
	for _, f := range list {
		c.add(gomodel.RuleFormat{Format: gomodel.Format(f)})
	}
	if list == nil {
		c.p.shapes.ReportIdle(c.s, api.KwFormat)
	}
}

func (c *compiler) strings() {
	t := c.s.String
	if t == nil {
		return
	}
	c.size(api.KwMinLength, t.MinLength, false)
	c.size(api.KwMaxLength, t.MaxLength, true)
	if c.only.Has(api.KwPattern) {
		if name := c.pattern(*t.Pattern, c.s.At(api.KwPattern)); name != "" {
			c.add(gomodel.RulePattern{Var: name})
		}
	}
}

// pattern returns the variable of a pattern, "" if it has no translation, which is a finding.
func (r *ruler) pattern(source string, pos diag.Pos) string {
	if decl, known := r.patterns[source]; known {
		if decl == nil {
			return ""
		}
		return decl.Name
	}
	decl, err := classes.PatternDecl(source, pos)
	if err != nil {
		r.p.findings.Warn(pos, diag.RuleNotEnforced, "pattern %s is not enforced: %v", source, err)
		r.patterns[source] = nil
		return ""
	}
	classes.ReportSlow(decl, r.p.findings)
	decl.Name = r.private("patternRule"+r.p.patternWord(pos), pos.Key())
	r.patterns[source] = &decl
	r.table.Patterns = append(r.table.Patterns, &decl)
	return decl.Name
}

func (c *compiler) arrays() {
	a := c.s.Array
	if a == nil {
		return
	}
	if c.only.Has(api.KwPrefixItems) || c.only.Has(api.KwItems) {
		items := gomodel.RuleItems{Prefix: c.subs(a.PrefixItems)}
		if a.Items != nil {
			items.Rest = c.sub(a.Items)
		}
		c.add(items)
	}
	if c.only.Has(api.KwContains) {
		contains := gomodel.RuleContains{Rule: c.sub(a.Contains), Min: analysis.Size(a.MinContains, 1), Max: analysis.Size(a.MaxContains, -1)}
		c.add(contains)
	}
	c.size(api.KwMinItems, a.MinItems, false)
	c.size(api.KwMaxItems, a.MaxItems, true)
	if c.only.Has(api.KwUniqueItems) {
		c.add(gomodel.RuleUnique{})
	}
}

func (c *compiler) objects() {
	o := c.s.Object
	if o == nil {
		return
	}
	if c.only.Has(api.KwRequired) {
		names := make([]string, len(o.Required))
		for i, r := range o.Required {
			names[i] = r.Name
		}
		c.add(gomodel.RuleRequired{Names: names})
	}
	c.properties(o)
	if c.only.Has(api.KwPropertyNames) {
		c.add(gomodel.RuleNames{Rule: c.sub(o.PropertyNames)})
	}
	c.size(api.KwMinProperties, o.MinProperties, false)
	c.size(api.KwMaxProperties, o.MaxProperties, true)
	if c.only.Has(api.KwDependentRequired) {
		var needs gomodel.RuleDependentRequired
		for _, d := range o.DependentRequired {
			needs.List = append(needs.List, gomodel.RuleNeeds{Name: d.Name, Needs: d.Value})
		}
		c.add(needs)
	}
	if c.only.Has(api.KwDependentSchemas) {
		c.add(gomodel.RuleDependentSchemas{List: c.members(o.DependentSchemas)})
	}
}

func (c *compiler) members(list []api.Named[*api.Schema]) (members []gomodel.RuleMember) {
	for _, n := range list {
		members = append(members, gomodel.RuleMember{Name: n.Name, Rule: c.sub(n.Value)})
	}
	return members
}

// properties compiles the three keywords that depend on each other. Where the type has the properties already, they are named
// here without rules, so that additionalProperties leaves them alone.
func (c *compiler) properties(o *api.ObjectRules) {
	rest := c.only.Has(api.KwAdditionalProperties)
	if !rest && !c.only.Has(api.KwProperties) && !c.only.Has(api.KwPatternProperties) {
		return
	}
	var k gomodel.RuleProperties
	if c.only.Has(api.KwProperties) {
		k.Named = c.members(o.Properties)
	} else {
		for _, n := range o.Properties {
			k.Named = append(k.Named, gomodel.RuleMember{Name: n.Name, Rule: gomodel.Rule{}})
		}
	}
	for _, n := range o.PatternProperties {
		if name := c.pattern(n.Name, n.Pos); name != "" {
			k.Patterned = append(k.Patterned, gomodel.RulePatternMember{Var: name, Rule: c.sub(n.Value)})
		}
	}
	if rest {
		k.Rest = c.sub(o.AdditionalProperties)
	}
	c.add(k)
}

func (c *compiler) references() {
	if c.s.Ref != nil {
		c.reference(c.s.Ref)
	}
	if c.s.Core != nil && c.s.Core.DynamicRef != nil {
		c.reference(c.s.Core.DynamicRef)
	}
}

func (c *compiler) reference(ref *api.Ref) {
	k := api.KwRef
	if ref.Dynamic {
		k = api.KwDynamicRef
	}
	if !c.only.Has(k) || ref.Target == nil {
		return // parse has reported a reference that leads nowhere
	}
	target := ref.Target
	if ref.Dynamic {
		target = c.in.dynamic(ref)
	}
	c.add(gomodel.RuleRef{Name: c.named(target, c.in, c.owner(target))})
}

func (c *compiler) choices() {
	o := c.s.Compose
	if o == nil {
		return
	}
	if c.only.Has(api.KwAllOf) {
		for _, part := range o.AllOf { // allOf is no keyword of rules: its parts stand beside the others
			c.rule = append(c.rule, c.sub(part)...)
		}
	}
	if tags := c.p.analysis.Tags(c.s); tags != nil && (c.only.Has(api.KwAnyOf) || c.only.Has(api.KwOneOf)) {
		c.tagged(tags)
	} else {
		c.rule = append(c.rule, c.alternatives()...)
	}
	if c.only.Has(api.KwNot) {
		c.add(gomodel.RuleNot{Rule: c.sub(o.Not)})
	}
	if o.If != nil && (c.only.Has(api.KwIf) || c.evaluates()) {
		k := gomodel.RuleIf{If: c.sub(o.If), Then: gomodel.Rule{}, Else: gomodel.Rule{}}
		if o.Then != nil {
			k.Then = c.sub(o.Then)
		}
		if o.Else != nil {
			k.Else = c.sub(o.Else)
		}
		c.add(k)
	}
}

func (c *compiler) alternatives() (rule gomodel.Rule) {
	if c.only.Has(api.KwAnyOf) {
		rule = append(rule, gomodel.RuleAnyOf{Rules: c.subs(c.s.Compose.AnyOf)})
	}
	if c.only.Has(api.KwOneOf) {
		rule = append(rule, gomodel.RuleOneOf{Rules: c.subs(c.s.Compose.OneOf)})
	}
	return rule
}

// evaluates reports whether a lone if matters: it accepts anything, but what it looked at counts as evaluated.
func (c *compiler) evaluates() bool { return c.p.hasUnevaluated }

// patternWord names the patterns of rules: by the end of their place.
func (p *Planner) patternWord(pos diag.Pos) string {
	tokens := strings.Split(pos.Path.Pointer(), "/")
	for i := len(tokens) - 1; i > 0; i-- {
		switch tokens[i] {
		case "pattern", "patternProperties", "schema", "items", "properties":
			continue
		}
		return p.style.Exported(strings.NewReplacer("~1", "/", "~0", "~").Replace(tokens[i]))
	}
	return ""
}
