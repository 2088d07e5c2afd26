package plan

import (
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A keywordSet is a set of keywords.
type keywordSet [2]uint64

func (s *keywordSet) add(list ...api.Keyword) {
	for _, k := range list {
		s[k/64] |= 1 << (k % 64)
	}
}

func (s keywordSet) has(k api.Keyword) bool { return s[k/64]>>(k%64)&1 != 0 }

func (s keywordSet) minus(t keywordSet) keywordSet { return keywordSet{s[0] &^ t[0], s[1] &^ t[1]} }

// list returns the keywords in the order of the specification.
func (s keywordSet) list() (list []api.Keyword) {
	for k := range api.Keyword(128) {
		if s.has(k) {
			list = append(list, k)
		}
	}
	return list
}

// asserted returns the keywords of s that a value can break, and those that change the Go code; annotations are left out.
func asserted(s *api.Schema) (set keywordSet) {
	mark := func(k api.Keyword, present bool) {
		if present {
			set.add(k)
		}
	}
	mark(api.KwRef, s.Ref != nil && !s.Ref.Dynamic)
	mark(api.KwDynamicRef, s.Ref != nil && s.Ref.Dynamic || s.Core != nil && s.Core.DynamicRef != nil)
	mark(api.KwType, s.Types != nil)
	mark(api.KwFormat, s.Format != "")
	mark(api.KwEnum, s.Enum != nil)
	mark(api.KwConst, s.Const != nil)
	if n := s.Number; n != nil {
		mark(api.KwMultipleOf, n.MultipleOf != nil)
		mark(api.KwMinimum, n.Minimum != nil)
		mark(api.KwMaximum, n.Maximum != nil)
		mark(api.KwExclusiveMinimum, n.ExclusiveMinimum != nil)
		mark(api.KwExclusiveMaximum, n.ExclusiveMaximum != nil)
	}
	if t := s.String; t != nil {
		mark(api.KwMinLength, t.MinLength != nil)
		mark(api.KwMaxLength, t.MaxLength != nil)
		mark(api.KwPattern, t.Pattern != nil)
	}
	assertedArray(s.Array, mark)
	assertedObject(s.Object, mark)
	assertedChoice(s.Compose, mark)
	return set
}

func assertedArray(a *api.ArrayRules, mark func(api.Keyword, bool)) {
	if a == nil {
		return
	}
	mark(api.KwPrefixItems, a.PrefixItems != nil)
	mark(api.KwItems, a.Items != nil)
	mark(api.KwContains, a.Contains != nil)
	mark(api.KwMinContains, a.MinContains != nil && a.Contains != nil)
	mark(api.KwMaxContains, a.MaxContains != nil && a.Contains != nil)
	mark(api.KwMinItems, a.MinItems != nil)
	mark(api.KwMaxItems, a.MaxItems != nil)
	mark(api.KwUniqueItems, a.UniqueItems)
	mark(api.KwUnevaluatedItems, a.UnevaluatedItems != nil)
}

func assertedObject(o *api.ObjectRules, mark func(api.Keyword, bool)) {
	if o == nil {
		return
	}
	mark(api.KwProperties, o.Properties != nil)
	mark(api.KwPatternProperties, o.PatternProperties != nil)
	mark(api.KwAdditionalProperties, o.AdditionalProperties != nil)
	mark(api.KwPropertyNames, o.PropertyNames != nil)
	mark(api.KwUnevaluatedProperties, o.UnevaluatedProperties != nil)
	mark(api.KwRequired, len(o.Required) > 0)
	mark(api.KwDependentRequired, o.DependentRequired != nil)
	mark(api.KwDependentSchemas, o.DependentSchemas != nil)
	mark(api.KwMinProperties, o.MinProperties != nil)
	mark(api.KwMaxProperties, o.MaxProperties != nil)
}

func assertedChoice(c *api.Composition, mark func(api.Keyword, bool)) {
	if c == nil {
		return
	}
	mark(api.KwAllOf, c.AllOf != nil)
	mark(api.KwAnyOf, c.AnyOf != nil)
	mark(api.KwOneOf, c.OneOf != nil)
	mark(api.KwNot, c.Not != nil)
	mark(api.KwIf, c.If != nil && (c.Then != nil || c.Else != nil))
	mark(api.KwThen, c.Then != nil && c.If != nil)
	mark(api.KwElse, c.Else != nil && c.If != nil)
}

// forType returns the keywords that only values of one of the types can break.
func forType(t api.Type) keywordSet {
	var set keywordSet
	switch t {
	case api.TypeString:
		set.add(api.KwMinLength, api.KwMaxLength, api.KwPattern)
	case api.TypeNumber, api.TypeInteger:
		set.add(api.KwMultipleOf, api.KwMinimum, api.KwMaximum, api.KwExclusiveMinimum, api.KwExclusiveMaximum)
	case api.TypeArray:
		set.add(api.KwPrefixItems, api.KwItems, api.KwContains, api.KwMinContains, api.KwMaxContains, api.KwMinItems, api.KwMaxItems,
			api.KwUniqueItems, api.KwUnevaluatedItems)
	case api.TypeObject:
		set.add(api.KwProperties, api.KwPatternProperties, api.KwAdditionalProperties, api.KwPropertyNames, api.KwUnevaluatedProperties,
			api.KwRequired, api.KwDependentRequired, api.KwDependentSchemas, api.KwMinProperties, api.KwMaxProperties)
	}
	return set
}

// enforce notes that keywords of s became a type, a check or a comment.
func (p *planner) enforce(s *api.Schema, list ...api.Keyword) { p.enforced.enforce(s, list...) }

// A ledger says, by schema ID, which keywords a room has turned into something.
type ledger []keywordSet

func (l ledger) enforce(s *api.Schema, list ...api.Keyword) { l[s.ID].add(list...) }

// vacuous notes the keywords of s that no value of its kinds can break: "maxLength" beside "type: integer".
func (p *planner) vacuous(s *api.Schema) {
	set := asserted(s)
	idle := p.idle(s)
	for _, k := range idle.list() {
		if set.has(k) && !p.enforced[s.ID].has(k) {
			p.enforce(s, k)
			p.reportIdle(s, k)
		}
	}
}

func (p *planner) reportIdle(s *api.Schema, k api.Keyword) {
	switch {
	case k != api.KwFormat:
		p.findings.Info(s.At(k), diag.RuleNoEffect, "%s has no effect on %s", k, kindNames(p.kinds(s)))
	case asksForNothing(s.Format) || !p.assertsFormats() || formatKind(s) != "" && p.kinds(s)&kindString != 0:
	case gomodel.FormatFunc(gomodel.Format{Name: s.Format}) == "" && gomodel.FormatFunc(gomodel.Format{Name: s.Format, Number: true}) == "":
		if isRegistered(s.Format) {
			p.findings.Info(s.At(k), diag.RuleNoEffect, "format %q is not checked, it only describes the value", s.Format)
			return
		}
		p.findings.Info(s.At(k), diag.RuleNoEffect, "format %q is not known, so it asks for nothing", s.Format).Hint = likeFormat(s.Format)
	default:
		p.findings.Info(s.At(k), diag.RuleNoEffect, "format %q has no effect on %s", s.Format, kindNames(p.kinds(s)))
	}
}

// kindNames names the types of values: "type integer or string".
func kindNames(kinds kindSet) string {
	var names []string
	for _, k := range kinds.list() {
		names = append(names, kindName(k))
	}
	if names == nil {
		return "null"
	}
	return "type " + strings.Join(names, " or ")
}

func kindName(k kindSet) string {
	switch k {
	case kindBoolean:
		return "boolean"
	case kindInteger:
		return "integer"
	case kindString:
		return "string"
	case kindArray:
		return "array"
	case kindObject:
		return "object"
	}
	return "number"
}
