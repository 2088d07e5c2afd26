package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// A choicePlan is a union in Go. Its leaves have different JSON kinds; several objects are told apart by a required constant, or
// by rules. Where the leaves are provably disjoint, "exactly one" and "at least one" are the same and follow from the first fit.
// Otherwise the rule of the whole schema says what is valid, and the type only holds it.
type choicePlan struct {
	keyword api.Keyword
	leaves  []*leaf
	tag     string // the constant property of the objects, "" for none
	byKey   bool   // members tell the objects apart
	byRule  bool   // rules tell the objects apart
	ruled   bool   // the leaves are not provably disjoint: a rule says what is valid
}

// A leaf is one type of a union.
type leaf struct {
	schema *api.Schema // without wrappers
	part   *api.Schema // as it stands in the union
	kind   kindSet     // one, where all numbers but integers are one
	tag    string
	key    string // a member that only this one of the objects may have, and must have
	loose  bool   // it stands for several schemas: a plain type without checks
}

// choice returns the plan for a oneOf, an anyOf or a type list, nil if no union shows it.
func (p *planner) choice(s *api.Schema) *choicePlan {
	if c, known := p.memo.choices[s]; known {
		return c
	}
	p.memo.choices[s] = nil // for a circle
	if !p.mayGather() {
		return nil
	}
	c := p.findChoice(s)
	if c != nil && !p.gather(s, c.copies()) {
		c = nil
	}
	p.memo.choices[s] = c
	return c
}

// copies is what a union counts for: where rules tell objects apart, each of them looks at each object.
func (c *choicePlan) copies() int {
	n := len(c.leaves)
	if c.byRule {
		n += n * n / 1000
	}
	return n
}

func (p *planner) findChoice(s *api.Schema) *choicePlan {
	c := &choicePlan{}
	set := asserted(s).minus(p.idle(s))
	switch set.minus(setOf(api.KwType)) {
	case setOf(api.KwOneOf):
		c.keyword = api.KwOneOf
	case setOf(api.KwAnyOf):
		c.keyword = api.KwAnyOf
	default:
		if set.has(api.KwOneOf) || set.has(api.KwAnyOf) || set.has(api.KwAllOf) || set.has(api.KwRef) || len(valueTypes(s)) < 2 {
			return nil
		}
		c.keyword = api.KwType
	}
	if !p.addLeaves(c, s) || !p.arrange(c, s) {
		return nil
	}
	if s.Types != nil && c.keyword != api.KwType {
		c.ruled = c.ruled || p.narrows(s)
	}
	return c
}

// narrows reports whether the type beside a choice forbids what the choice allows.
func (p *planner) narrows(s *api.Schema) bool {
	var some kindSet
	for _, part := range append(slices.Clone(s.Compose.OneOf), s.Compose.AnyOf...) {
		some |= p.kinds(part)
	}
	return some&^ownKinds(s) != 0
}

// addLeaves adds what s chooses from.
func (p *planner) addLeaves(c *choicePlan, s *api.Schema) bool {
	within := p.kinds(s) &^ kindNull
	if c.keyword != api.KwType {
		for _, part := range append(slices.Clone(s.Compose.OneOf), s.Compose.AnyOf...) {
			if !p.addPart(c, part, within) {
				return false
			}
		}
		return true
	}
	if s.Const != nil || s.Enum != nil || asserted(s).minus(choosable) != (keywordSet{}) {
		return false
	}
	for _, t := range valueTypes(s) {
		one := *s
		one.Types = []api.Type{t}
		one.Extensions = nil
		if !p.addLeaf(c, &leaf{schema: &one, part: &one}, within) {
			return false
		}
	}
	return true
}

// choosable are the keywords that a type list may have beside it: each belongs to the values of one type.
var choosable = func() keywordSet {
	set := setOf(api.KwType, api.KwFormat)
	for _, t := range []api.Type{api.TypeString, api.TypeNumber, api.TypeArray, api.TypeObject} {
		list := forType(t)
		set.add(list.list()...)
	}
	return set
}()

// addPart adds a part of a choice. One that is a choice itself adds its own leaves.
func (p *planner) addPart(c *choicePlan, part *api.Schema, within kindSet) bool {
	core, _ := p.peel(part)
	if p.kinds(core)&within == 0 {
		return true // null, which is no variant, or nothing at all
	}
	inner := p.choice(core)
	if inner == nil {
		return p.addLeaf(c, &leaf{schema: core, part: part}, within)
	}
	c.ruled = c.ruled || inner.ruled
	for _, l := range inner.leaves {
		again := *l
		if !p.addLeaf(c, &again, within) {
			return false
		}
	}
	return true
}

// addLeaf adds a leaf that has one JSON kind. Two of one kind that are no objects become one plain type.
func (p *planner) addLeaf(c *choicePlan, l *leaf, within kindSet) bool {
	kinds := (p.kinds(l.schema) & within).list()
	if len(kinds) != 1 {
		return false
	}
	l.kind = jsonKind(kinds[0])
	for _, other := range c.leaves {
		switch {
		case other.schema == l.schema:
			c.ruled = c.ruled || c.keyword == api.KwOneOf
			return true
		case other.kind != l.kind:
			c.ruled = c.ruled || isNumber(other.kind) && isNumber(l.kind)
		case l.kind != kindObject:
			other.loose, c.ruled = true, true
			return true
		}
	}
	c.leaves = append(c.leaves, l)
	return true
}

func isNumber(k kindSet) bool { return k == kindInteger || k == kindNumber }

// jsonKind makes all kinds of numbers but integers one.
func jsonKind(k kindSet) kindSet {
	if k == kindFraction {
		return kindNumber
	}
	return k
}

// arrange decides how the objects are told apart, and reports whether a union is the right type at all: objects of which several
// may be meant at once are one struct.
func (p *planner) arrange(c *choicePlan, s *api.Schema) bool {
	if len(c.leaves) < 2 {
		return false
	}
	var objects []*leaf
	for _, l := range c.leaves {
		if l.kind == kindObject {
			objects = append(objects, l)
		}
	}
	if len(objects) < 2 || p.chooseByTag(c, objects, s) || chooseByKey(c, objects) {
		return true
	}
	c.byRule, c.ruled = true, true
	hasDiscriminator := s.OpenAPI != nil && s.OpenAPI.Discriminator != nil
	return c.keyword == api.KwOneOf || hasDiscriminator || len(objects) < len(c.leaves)
}

// chooseByTag looks for a property that every object requires with a constant of its own, the discriminator's first.
func (p *planner) chooseByTag(c *choicePlan, objects []*leaf, s *api.Schema) bool {
	var candidates []string
	if s.OpenAPI != nil && s.OpenAPI.Discriminator != nil {
		candidates = append(candidates, s.OpenAPI.Discriminator.PropertyName)
	}
	for _, property := range p.objectOf(objects[0].schema).Properties {
		candidates = append(candidates, property.Name)
	}
	for _, name := range candidates {
		if p.tagLeaves(objects, name) {
			c.tag = name
			return true
		}
	}
	return false
}

// tagLeaves gives each object the constant of its required property name; they must differ.
func (p *planner) tagLeaves(objects []*leaf, name string) bool {
	seen := map[string]bool{}
	tags := make([]string, len(objects))
	for i, l := range objects {
		tag, ok := p.requiredConstant(l.schema, name)
		if !ok || seen[tag] {
			return false
		}
		seen[tag] = true
		tags[i] = tag
	}
	for i, l := range objects {
		l.tag = tags[i]
	}
	return true
}

// requiredConstant returns the constant of a property that s requires, or a part of its allOf.
func (p *planner) requiredConstant(s *api.Schema, name string) (tag string, ok bool) {
	object := p.objectOf(s)
	property, found := api.Find(object.Properties, name)
	if !found || !isRequired(object, name) {
		return "", false
	}
	core, _ := p.peel(property)
	if p.takesNull(property) {
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
