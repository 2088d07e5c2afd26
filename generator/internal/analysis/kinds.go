package analysis

import (
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A KindSet says of which kinds the values of a schema can be. Numbers are integers or fractions.
type KindSet uint8

// The kinds of JSON values.
const (
	KindNull KindSet = 1 << iota
	KindBoolean
	KindInteger
	KindFraction
	KindString
	KindArray
	KindObject

	KindNumber = KindInteger | KindFraction
	AnyKind    = KindNull | KindBoolean | KindNumber | KindString | KindArray | KindObject
)

// list returns the kinds one by one, null aside; a number is one.
func (k KindSet) list() (list []KindSet) {
	for _, one := range []KindSet{KindBoolean, KindNumber, KindString, KindArray, KindObject} {
		if k&one != 0 {
			list = append(list, k&one)
		}
	}
	return list
}

// Kinds returns the kinds that values of s can be of. It may name too many, never too few.
func (a *Analysis) Kinds(s *api.Schema) KindSet {
	f := a.memo.answers.At(s)
	if f.known.kinds {
		return f.kinds
	}
	f.kinds, f.known.kinds = AnyKind, true // for a circle
	f.kinds = a.findKinds(s)
	return f.kinds
}

func (a *Analysis) findKinds(s *api.Schema) KindSet {
	switch s.Form {
	case api.FormTrue:
		return AnyKind
	case api.FormFalse:
		return 0
	}
	k := ownKinds(s)
	if s.Ref != nil && s.Ref.Target != nil && !s.Ref.Dynamic {
		k &= a.Kinds(s.Ref.Target)
	}
	c := s.Compose
	if c == nil {
		return k
	}
	for _, part := range c.AllOf {
		k &= a.Kinds(part)
	}
	for _, list := range [][]*api.Schema{c.AnyOf, c.OneOf} {
		if list == nil {
			continue
		}
		var some KindSet
		for _, part := range list {
			some |= a.Kinds(part)
		}
		k &= some
	}
	return k &^ ambiguous(c.OneOf)
}

// ambiguous returns the kinds of which every value fits two parts of a oneOf: parts that say nothing about such values.
func ambiguous(oneOf []*api.Schema) (twice KindSet) {
	var once KindSet
	for _, part := range oneOf {
		set := Asserted(part)
		free := AnyKind
		for _, f := range forKinds {
			if set != set.Minus(f.keywords) {
				set, free = set.Minus(f.keywords), free&^f.kinds
			}
		}
		if set != (Keywords{}) || part.Form != api.FormObject {
			continue
		}
		once, twice = once|free, twice|once&free
	}
	return twice
}

// ownKinds are the kinds by type, const and enum.
func ownKinds(s *api.Schema) KindSet {
	k := AnyKind
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
		var some KindSet
		for _, e := range s.Enum {
			some |= kindOfValue(e.Value)
		}
		k &= some
	}
	return k
}

func kindsOfType(t api.Type) KindSet {
	switch t {
	case api.TypeNull:
		return KindNull
	case api.TypeBoolean:
		return KindBoolean
	case api.TypeInteger:
		return KindInteger
	case api.TypeNumber:
		return KindNumber
	case api.TypeString:
		return KindString
	case api.TypeArray:
		return KindArray
	}
	return KindObject
}

func kindOfValue(v api.Value) KindSet {
	switch v := v.(type) {
	case api.Bool:
		return KindBoolean
	case api.Number:
		if v.IsInteger() {
			return KindInteger
		}
		return KindFraction
	case api.String:
		return KindString
	case api.Array:
		return KindArray
	case api.Object:
		return KindObject
	}
	return KindNull
}

// TakesNull reports whether null is valid for s. Only type, const and enum, and the schemas that apply to the same value, say
// anything about null, so the answer is exact; but a $dynamicRef counts as its lexical target.
func (a *Analysis) TakesNull(s *api.Schema) bool {
	f := a.memo.answers.At(s)
	if f.known.null {
		return f.null
	}
	f.null, f.known.null = true, true // for a circle, which asks nothing more
	f.null = a.findNull(s)
	return f.null
}

func (a *Analysis) findNull(s *api.Schema) bool {
	if s.Form != api.FormObject {
		return s.Form == api.FormTrue
	}
	if ownKinds(s)&KindNull == 0 {
		return false
	}
	for _, ref := range []*api.Ref{s.Ref, DynamicRef(s)} {
		if ref != nil && ref.Target != nil && !a.TakesNull(ref.Target) {
			return false
		}
	}
	return s.Compose == nil || a.chooseNull(s.Compose)
}

// DynamicRef returns the $dynamicRef of a schema that has a $ref beside it, nil for none.
func DynamicRef(s *api.Schema) *api.Ref {
	if s.Core == nil {
		return nil
	}
	return s.Core.DynamicRef
}

// chooseNull reports whether all that a composition says holds for null.
func (a *Analysis) chooseNull(c *api.Composition) bool {
	count := func(list []*api.Schema) (n int) {
		for _, part := range list {
			if a.TakesNull(part) {
				n++
			}
		}
		return n
	}
	switch {
	case count(c.AllOf) < len(c.AllOf),
		c.AnyOf != nil && count(c.AnyOf) == 0,
		c.OneOf != nil && count(c.OneOf) != 1,
		c.Not != nil && a.TakesNull(c.Not):
		return false
	case c.If == nil:
		return true
	case a.TakesNull(c.If):
		return c.Then == nil || a.TakesNull(c.Then)
	}
	return c.Else == nil || a.TakesNull(c.Else)
}

// ValueTypes returns the types of s without null. "number" swallows "integer".
func ValueTypes(s *api.Schema) (types []api.Type) {
	hasNumber := false
	for _, t := range s.Types {
		hasNumber = hasNumber || t == api.TypeNumber
	}
	for _, t := range s.Types {
		if t != api.TypeNull && !(t == api.TypeInteger && hasNumber) {
			types = append(types, t)
		}
	}
	return types
}
