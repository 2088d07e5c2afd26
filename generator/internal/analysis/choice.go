package analysis

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A ChoicePlan is what values are chosen from. Its leaves have different JSON kinds; several objects are told apart by a required constant, or
// by rules. Where the leaves are provably disjoint, "exactly one" and "at least one" are the same and follow from the first fit.
// Otherwise the rule of the whole schema says what is valid, and the type only holds it.
type ChoicePlan struct {
	Keyword api.Keyword
	Leaves  []*Leaf
	Tag     string // the constant property of the objects, "" for none
	ByKey   bool   // members tell the objects apart
	ByRule  bool   // rules tell the objects apart
	Ruled   bool   // the leaves are not provably disjoint: a rule says what is valid
}

// A Leaf is one type of a union.
type Leaf struct {
	Schema *api.Schema // without wrappers
	Part   *api.Schema // as it stands in the union
	Kind   KindSet     // one, where all numbers but integers are one
	Tag    string
	Key    string // a member that only this one of the objects may have, and must have
	Loose  bool   // it stands for several schemas: a plain type without checks
}

// Choice returns the plan for a oneOf, an anyOf or a type list, nil if no union shows it.
func (a *Analysis) Choice(s *api.Schema) *ChoicePlan {
	if c, known := a.memo.choices[s]; known {
		return c
	}
	a.memo.choices[s] = nil // for a circle
	if !a.mayGather() {
		return nil
	}
	c := a.findChoice(s)
	if c != nil && !a.gather(s, c.copies()) {
		c = nil
	}
	a.memo.choices[s] = c
	return c
}

// copies is what a union counts for: where rules tell objects apart, each of them looks at each object.
func (c *ChoicePlan) copies() int {
	n := len(c.Leaves)
	if c.ByRule {
		n += n * n / 1000
	}
	return n
}

func (a *Analysis) findChoice(s *api.Schema) *ChoicePlan {
	c := &ChoicePlan{}
	set := Asserted(s).Minus(a.Idle(s))
	switch set.Minus(KeywordsOf(api.KwType)) {
	case KeywordsOf(api.KwOneOf):
		c.Keyword = api.KwOneOf
	case KeywordsOf(api.KwAnyOf):
		c.Keyword = api.KwAnyOf
	default:
		if set.Has(api.KwOneOf) || set.Has(api.KwAnyOf) || set.Has(api.KwAllOf) || set.Has(api.KwRef) || len(ValueTypes(s)) < 2 {
			return nil
		}
		c.Keyword = api.KwType
	}
	if !a.addLeaves(c, s) || !a.arrange(c, s) {
		return nil
	}
	if s.Types != nil && c.Keyword != api.KwType {
		c.Ruled = c.Ruled || a.narrows(s)
	}
	return c
}

// narrows reports whether the type beside a choice forbids what the choice allows.
func (a *Analysis) narrows(s *api.Schema) bool {
	var some KindSet
	for _, part := range append(slices.Clone(s.Compose.OneOf), s.Compose.AnyOf...) {
		some |= a.Kinds(part)
	}
	return some&^ownKinds(s) != 0
}

// addLeaves adds what s chooses from.
func (a *Analysis) addLeaves(c *ChoicePlan, s *api.Schema) bool {
	within := a.Kinds(s) &^ KindNull
	if c.Keyword != api.KwType {
		for _, part := range append(slices.Clone(s.Compose.OneOf), s.Compose.AnyOf...) {
			if !a.addPart(c, part, within) {
				return false
			}
		}
		return true
	}
	if s.Const != nil || s.Enum != nil || Asserted(s).Minus(choosable) != (Keywords{}) {
		return false
	}
	for _, t := range ValueTypes(s) {
		one := *s
		one.Types = []api.Type{t}
		one.Extensions = nil
		if !a.addLeaf(c, &Leaf{Schema: &one, Part: &one}, within) {
			return false
		}
	}
	return true
}

// choosable are the keywords that a type list may have beside it: each belongs to the values of one type.
var choosable = func() Keywords {
	set := KeywordsOf(api.KwType, api.KwFormat)
	for _, f := range forKinds {
		set = set.With(f.keywords)
	}
	return set
}()

// addPart adds a part of a choice. One that is a choice itself adds its own leaves.
func (a *Analysis) addPart(c *ChoicePlan, part *api.Schema, within KindSet) bool {
	core, _ := a.Peel(part)
	if a.Kinds(core)&within == 0 {
		return true // null, which is no variant, or nothing at all
	}
	inner := a.Choice(core)
	if inner == nil {
		return a.addLeaf(c, &Leaf{Schema: core, Part: part}, within)
	}
	c.Ruled = c.Ruled || inner.Ruled
	for _, l := range inner.Leaves {
		again := *l
		if !a.addLeaf(c, &again, within) {
			return false
		}
	}
	return true
}

// addLeaf adds a leaf that has one JSON kind. Two of one kind that are no objects become one plain type.
func (a *Analysis) addLeaf(c *ChoicePlan, l *Leaf, within KindSet) bool {
	kinds := (a.Kinds(l.Schema) & within).list()
	if len(kinds) != 1 {
		return false
	}
	l.Kind = jsonKind(kinds[0])
	for _, other := range c.Leaves {
		switch {
		case other.Schema == l.Schema:
			c.Ruled = c.Ruled || c.Keyword == api.KwOneOf
			return true
		case other.Kind != l.Kind:
			c.Ruled = c.Ruled || isNumber(other.Kind) && isNumber(l.Kind)
		case l.Kind != KindObject:
			other.Loose, c.Ruled = true, true
			return true
		}
	}
	c.Leaves = append(c.Leaves, l)
	return true
}

func isNumber(k KindSet) bool { return k == KindInteger || k == KindNumber }

// jsonKind makes all kinds of numbers but integers one.
func jsonKind(k KindSet) KindSet {
	if k == KindFraction {
		return KindNumber
	}
	return k
}

// arrange decides how the objects are told apart, and reports whether a union is the right type at all: objects of which several
// may be meant at once are one struct.
func (a *Analysis) arrange(c *ChoicePlan, s *api.Schema) bool {
	if len(c.Leaves) < 2 {
		return false
	}
	var objects []*Leaf
	for _, l := range c.Leaves {
		if l.Kind == KindObject {
			objects = append(objects, l)
		}
	}
	if len(objects) < 2 || a.chooseByTag(c, objects, s) || chooseByKey(c, objects) {
		return true
	}
	c.ByRule, c.Ruled = true, true
	hasDiscriminator := s.OpenAPI != nil && s.OpenAPI.Discriminator != nil
	return c.Keyword == api.KwOneOf || hasDiscriminator || a.memo.joined[s] || len(objects) < len(c.Leaves)
}

// chooseByTag looks for a property that every object requires with a constant of its own, the discriminator's first.
func (a *Analysis) chooseByTag(c *ChoicePlan, objects []*Leaf, s *api.Schema) bool {
	var candidates []string
	if s.OpenAPI != nil && s.OpenAPI.Discriminator != nil {
		candidates = append(candidates, s.OpenAPI.Discriminator.PropertyName)
	}
	for _, property := range a.ObjectOf(objects[0].Schema).Properties {
		candidates = append(candidates, property.Name)
	}
	for _, name := range candidates {
		if a.tagLeaves(objects, name) {
			c.Tag = name
			return true
		}
	}
	return false
}

// tagLeaves gives each object the constant of its required property name; they must differ.
func (a *Analysis) tagLeaves(objects []*Leaf, name string) bool {
	seen := map[string]bool{}
	tags := make([]string, len(objects))
	for i, l := range objects {
		tag, ok := a.RequiredConstant(l.Schema, name)
		if !ok || seen[tag] {
			return false
		}
		seen[tag] = true
		tags[i] = tag
	}
	for i, l := range objects {
		l.Tag = tags[i]
	}
	return true
}

// RequiredConstant returns the constant of a property that s requires, or a part of its allOf.
func (a *Analysis) RequiredConstant(s *api.Schema, name string) (tag string, ok bool) {
	object := a.ObjectOf(s)
	property, found := api.Find(object.Properties, name)
	if !found || !isRequired(object, name) {
		return "", false
	}
	core, _ := a.Peel(property)
	if a.TakesNull(property) {
		return "", false
	}
	switch {
	case core.Const != nil:
		text, ok := core.Const.Value.(api.String)
		return string(text), ok
	case len(core.Enum) == 1:
		text, ok := core.Enum[0].Value.(api.String)
		return string(text), ok
	}
	return "", false
}

func isRequired(o *api.ObjectRules, name string) bool {
	return slices.ContainsFunc(o.Required, func(r api.Required) bool { return r.Name == name })
}
