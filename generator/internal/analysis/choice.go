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
	Tags    *TagTable // what tells the objects apart by a member; nil: nothing does
	ByKey   bool      // members tell the objects apart
	ByRule  bool      // rules tell the objects apart
	Ruled   bool      // the leaves are not provably disjoint: a rule says what is valid
	Mixed   bool      // and not only because of objects
}

// A Leaf is one type of a union.
type Leaf struct {
	Schema *api.Schema // without wrappers
	Part   *api.Schema // as it stands in the union
	Kind   KindSet     // one, where all numbers but integers are one
	Tag    string      // the first value of the tag that leads here, if it is a string
	Key    string      // a member that only this one of the objects may have, and must have
	Loose  bool        // it stands for several schemas: a plain type without checks
	Told   *TagTable   // of the discriminator of a union inside, which tells this one from its others; nil: none
}

// Choice returns the plan for a oneOf, an anyOf or a type list, nil if no union shows it.
func (a *Analysis) Choice(s *api.Schema) *ChoicePlan {
	if c, known := a.memo.choices[s]; known {
		return c
	}
	a.memo.choices[s] = nil // for a circle
	if !mayGather(a) {
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
	if leaves := (leaves{a, c}); !leaves.of(s) || !a.arrange(c, s) {
		return nil
	}
	if s.Types != nil && c.Keyword != api.KwType {
		c.Mixed = c.Mixed || a.narrows(s)
	}
	c.Ruled = c.Ruled || c.Mixed
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

// leaves collect the alternatives of a plan.
type leaves struct {
	*Analysis
	plan *ChoicePlan
}

// of adds what s chooses from.
func (a leaves) of(s *api.Schema) bool {
	c := a.plan
	within := a.Kinds(s) &^ KindNull
	if c.Keyword != api.KwType {
		for _, part := range append(slices.Clone(s.Compose.OneOf), s.Compose.AnyOf...) {
			if !a.part(part, within) {
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
		if !a.add(&Leaf{Schema: &one, Part: &one}, within) {
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

// part adds a part of a choice. One that is a choice itself adds its own leaves.
func (a leaves) part(part *api.Schema, within KindSet) bool {
	c := a.plan
	core, _ := a.Peel(part)
	if a.Kinds(core)&within == 0 {
		return true // null, which is no variant, or nothing at all
	}
	inner := a.Choice(core)
	if inner == nil {
		return a.add(&Leaf{Schema: core, Part: part}, within)
	}
	c.Mixed = c.Mixed || inner.Mixed
	for _, l := range inner.Leaves {
		again := *l
		if l.Kind == KindObject && inner.Tags != nil && discriminatorOf(core) != nil {
			again.Told = inner.Tags
		}
		if !a.add(&again, within) {
			return false
		}
	}
	return true
}

// add adds a leaf that has one JSON kind. Two of one kind that are no objects become one plain type.
func (a leaves) add(l *Leaf, within KindSet) bool {
	c := a.plan
	kinds := (a.Kinds(l.Schema) & within).list()
	if len(kinds) != 1 {
		return false
	}
	l.Kind = jsonKind(kinds[0])
	for _, other := range c.Leaves {
		switch {
		case other.Schema == l.Schema:
			if other.Told != l.Told {
				other.Told = nil // there are two ways to it
			}
			c.Mixed = c.Mixed || c.Keyword == api.KwOneOf
			return true
		case other.Kind != l.Kind:
			c.Mixed = c.Mixed || isNumber(other.Kind) && isNumber(l.Kind)
		case l.Kind != KindObject:
			other.Loose, c.Mixed = true, true
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
	return c.Keyword == api.KwOneOf || discriminatorOf(s) != nil || a.memo.joined[s] || len(objects) < len(c.Leaves)
}

// chooseByTag goes by the discriminator, or looks for a property that every object requires with a constant of its own.
func (a *Analysis) chooseByTag(c *ChoicePlan, objects []*Leaf, s *api.Schema) bool {
	if t := a.Tags(s); t != nil && knows(a, objects, t) {
		c.Tags = t
	}
	if t := toldBy(objects); c.Tags == nil && t != nil && knows(a, objects, t) {
		c.Tags = t
	}
	if d := discriminatorOf(s); d != nil && c.Tags == nil {
		c.Tags = a.constantTags(objects, d.PropertyName, AnyKind)
	}
	for _, property := range a.ObjectOf(objects[0].Schema).Properties {
		if c.Tags != nil {
			break
		}
		c.Tags = a.constantTags(objects, property.Name, KindString)
	}
	if c.Tags == nil {
		return false
	}
	for _, l := range objects {
		if values := c.Tags.Values(l.Schema); len(values) > 0 {
			text, _ := values[0].(api.String)
			l.Tag = string(text)
		}
	}
	c.Ruled = c.Ruled || !c.Tags.Decides()
	return true
}

// toldBy returns the table of the union inside that has all the objects, nil if there is none.
func toldBy(objects []*Leaf) *TagTable {
	t := objects[0].Told
	if slices.ContainsFunc(objects, func(l *Leaf) bool { return l.Told != t }) {
		return nil
	}
	return t
}

// knows reports whether each value of a table leads to one of the objects, or to a union of them.
func knows(a *Analysis, objects []*Leaf, t *TagTable) bool {
	known := func(s *api.Schema) bool {
		return s == nil || a.standsFor(s) || slices.ContainsFunc(objects, func(l *Leaf) bool { return l.Schema == s })
	}
	return known(t.Default) && !slices.ContainsFunc(t.Cases, func(c TagCase) bool { return !known(c.Target) })
}

// constantTags returns the table of a property that every object requires with a constant of its own, of one of the kinds; nil if they
// do not.
func (a *Analysis) constantTags(objects []*Leaf, name string, kinds KindSet) *TagTable {
	t := &TagTable{Property: name, Required: true}
	for _, l := range objects {
		v, ok := a.TagFacts(l.Schema, name).constant()
		if !ok || kindOfValue(v)&kinds == 0 || slices.ContainsFunc(t.Cases, func(c TagCase) bool { return api.Equal(c.Value, v) }) {
			return nil
		}
		t.Cases = append(t.Cases, TagCase{v, l.Schema})
	}
	return t
}
