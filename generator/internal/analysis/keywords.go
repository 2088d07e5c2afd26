package analysis

import (
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A Keywords is a set of keywords.
type Keywords [2]uint64

// Add adds keywords to the set.
func (s *Keywords) Add(list ...api.Keyword) {
	for _, k := range list {
		s[k/64] |= 1 << (k % 64)
	}
}

// Has reports whether a keyword is in the set.
func (s Keywords) Has(k api.Keyword) bool { return s[k/64]>>(k%64)&1 != 0 }

// With returns the keywords of s and t.
func (s Keywords) With(t Keywords) Keywords { return Keywords{s[0] | t[0], s[1] | t[1]} }

// Minus returns the keywords of s that are not in t.
func (s Keywords) Minus(t Keywords) Keywords { return Keywords{s[0] &^ t[0], s[1] &^ t[1]} }

// List returns the keywords in the order of the specification.
func (s Keywords) List() (list []api.Keyword) {
	for k := range api.Keyword(128) {
		if s.Has(k) {
			list = append(list, k)
		}
	}
	return list
}

// Asserted returns the keywords of s that a value can break, and those that change the Go code; annotations are left out.
func Asserted(s *api.Schema) (set Keywords) {
	mark := func(k api.Keyword, present bool) {
		if present {
			set.Add(k)
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

// ForType returns the keywords that only values of one of the types can break.
func ForType(t api.Type) Keywords {
	for _, f := range forKinds {
		if kindsOfType(t)&f.kinds != 0 {
			return f.keywords
		}
	}
	return Keywords{}
}

// forKinds are the keywords that only values of some kinds can break.
var forKinds = [...]struct {
	kinds    KindSet
	keywords Keywords
}{
	{KindString, KeywordsOf(api.KwMinLength, api.KwMaxLength, api.KwPattern)},
	{KindNumber, KeywordsOf(api.KwMultipleOf, api.KwMinimum, api.KwMaximum, api.KwExclusiveMinimum, api.KwExclusiveMaximum)},
	{KindArray, KeywordsOf(api.KwPrefixItems, api.KwItems, api.KwContains, api.KwMinContains, api.KwMaxContains, api.KwMinItems, api.KwMaxItems,
		api.KwUniqueItems, api.KwUnevaluatedItems)},
	{KindObject, KeywordsOf(api.KwProperties, api.KwPatternProperties, api.KwAdditionalProperties, api.KwPropertyNames, api.KwUnevaluatedProperties,
		api.KwRequired, api.KwDependentRequired, api.KwDependentSchemas, api.KwMinProperties, api.KwMaxProperties)},
}

// A Ledger says, by schema ID, which keywords a room has turned into something.
type Ledger []Keywords

// Enforce notes that something became of keywords of a schema.
func (l Ledger) Enforce(s *api.Schema, set Keywords) { l[s.ID] = l[s.ID].With(set) }

// KindNames names the types of values: "type integer or string".
func KindNames(kinds KindSet) string {
	var names []string
	for _, k := range kinds.list() {
		names = append(names, kindName(k))
	}
	if names == nil {
		return "null"
	}
	return "type " + strings.Join(names, " or ")
}

func kindName(k KindSet) string {
	switch k {
	case KindBoolean:
		return "boolean"
	case KindInteger:
		return "integer"
	case KindString:
		return "string"
	case KindArray:
		return "array"
	case KindObject:
		return "object"
	}
	return "number"
}
