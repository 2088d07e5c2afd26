package plan

import "github.com/oas2go/oas2go/generator/internal/api"

// A kindSet says of which kinds the values of a schema can be. Numbers are integers or fractions.
type kindSet uint8

const (
	kindNull kindSet = 1 << iota
	kindBoolean
	kindInteger
	kindFraction
	kindString
	kindArray
	kindObject

	kindNumber = kindInteger | kindFraction
	anyKind    = kindNull | kindBoolean | kindNumber | kindString | kindArray | kindObject
)

// list returns the kinds one by one, null aside; a number is one.
func (k kindSet) list() (list []kindSet) {
	for _, one := range []kindSet{kindBoolean, kindNumber, kindString, kindArray, kindObject} {
		if k&one != 0 {
			list = append(list, k&one)
		}
	}
	return list
}

// kinds returns the kinds that values of s can be of. It may name too many, never too few.
func (p *planner) kinds(s *api.Schema) kindSet {
	if k, known := p.memo.kinds[s]; known {
		return k
	}
	p.memo.kinds[s] = anyKind // for a circle
	k := p.findKinds(s)
	p.memo.kinds[s] = k
	return k
}

func (p *planner) findKinds(s *api.Schema) kindSet {
	switch s.Form {
	case api.FormTrue:
		return anyKind
	case api.FormFalse:
		return 0
	}
	k := ownKinds(s)
	if s.Ref != nil && s.Ref.Target != nil && !s.Ref.Dynamic {
		k &= p.kinds(s.Ref.Target)
	}
	c := s.Compose
	if c == nil {
		return k
	}
	for _, part := range c.AllOf {
		k &= p.kinds(part)
	}
	for _, list := range [][]*api.Schema{c.AnyOf, c.OneOf} {
		if list == nil {
			continue
		}
		var some kindSet
		for _, part := range list {
			some |= p.kinds(part)
		}
		k &= some
	}
	return k &^ ambiguous(c.OneOf)
}

// ambiguous returns the kinds of which every value fits two parts of a oneOf: parts that say nothing about such values.
func ambiguous(oneOf []*api.Schema) (twice kindSet) {
	var once kindSet
	for _, part := range oneOf {
		set := asserted(part)
		free := anyKind
		for k, keywords := range map[kindSet]keywordSet{
			kindString: forType(api.TypeString), kindNumber: forType(api.TypeNumber), kindArray: forType(api.TypeArray), kindObject: forType(api.TypeObject),
		} {
			if set != set.minus(keywords) {
				set, free = set.minus(keywords), free&^k
			}
		}
		if set != (keywordSet{}) || part.Form != api.FormObject {
			continue
		}
		once, twice = once|free, twice|once&free
	}
	return twice
}

// ownKinds are the kinds by type, const and enum.
func ownKinds(s *api.Schema) kindSet {
	k := anyKind
	if s.Types != nil {
		k = 0
		for _, t := range s.Types {
			k |= kindsOfType(t)
		}
	}
	if s.Const != nil {
		k &= kindOfValue(s.Const.Value)
	}
	if s.Enum != nil {
		var some kindSet
		for _, e := range s.Enum {
			some |= kindOfValue(e.Value)
		}
		k &= some
	}
	return k
}

func kindsOfType(t api.Type) kindSet {
	switch t {
	case api.TypeNull:
		return kindNull
	case api.TypeBoolean:
		return kindBoolean
	case api.TypeInteger:
		return kindInteger
	case api.TypeNumber:
		return kindNumber
	case api.TypeString:
		return kindString
	case api.TypeArray:
		return kindArray
	}
	return kindObject
}

func kindOfValue(v api.Value) kindSet {
	switch v := v.(type) {
	case api.Bool:
		return kindBoolean
	case api.Number:
		if v.IsInteger() {
			return kindInteger
		}
		return kindFraction
	case api.String:
		return kindString
	case api.Array:
		return kindArray
	case api.Object:
		return kindObject
	}
	return kindNull
}

// takesNull reports whether null is valid for s. Only type, const and enum, and the schemas that apply to the same value, say
// anything about null, so the answer is exact; but a $dynamicRef counts as its lexical target.
func (p *planner) takesNull(s *api.Schema) bool {
	if takes, known := p.memo.nulls[s]; known {
		return takes
	}
	p.memo.nulls[s] = true // for a circle, which asks nothing more
	takes := p.findNull(s)
	p.memo.nulls[s] = takes
	return takes
}

func (p *planner) findNull(s *api.Schema) bool {
	if s.Form != api.FormObject {
		return s.Form == api.FormTrue
	}
	if ownKinds(s)&kindNull == 0 {
		return false
	}
	for _, ref := range []*api.Ref{s.Ref, dynamicRef(s)} {
		if ref != nil && ref.Target != nil && !p.takesNull(ref.Target) {
			return false
		}
	}
	return s.Compose == nil || p.chooseNull(s.Compose)
}

func dynamicRef(s *api.Schema) *api.Ref {
	if s.Core == nil {
		return nil
	}
	return s.Core.DynamicRef
}

// chooseNull reports whether all that a composition says holds for null.
func (p *planner) chooseNull(c *api.Composition) bool {
	count := func(list []*api.Schema) (n int) {
		for _, part := range list {
			if p.takesNull(part) {
				n++
			}
		}
		return n
	}
	switch {
	case count(c.AllOf) < len(c.AllOf),
		c.AnyOf != nil && count(c.AnyOf) == 0,
		c.OneOf != nil && count(c.OneOf) != 1,
		c.Not != nil && p.takesNull(c.Not):
		return false
	case c.If == nil:
		return true
	case p.takesNull(c.If):
		return c.Then == nil || p.takesNull(c.Then)
	}
	return c.Else == nil || p.takesNull(c.Else)
}
