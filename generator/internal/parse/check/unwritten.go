package check

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// unwritten reports whether styles write nothing for each value of s: null is undefined, and so are a list and an object without
// defined members (RFC 6570, section 2.3). It is sound, not complete.
func unwritten(s *api.Schema, depth int) bool {
	parts := conjuncts(nil, s)
	if slices.ContainsFunc(parts, func(part *api.Schema) bool { return chooses(part, depth) }) {
		return true
	}
	for left, t := typesOf(parts), api.TypeNull; t <= api.TypeInteger; t++ {
		if left&(1<<t) != 0 && t != api.TypeNull && !slices.ContainsFunc(parts, func(part *api.Schema) bool { return isEmpty(part, t) }) {
			return false
		}
	}
	return true
}

// chooses reports whether one keyword of s leaves a choice of such values only.
func chooses(s *api.Schema, depth int) bool {
	if listsNull(s) {
		return true
	}
	if s.Compose == nil || depth > 10 { // a circle
		return false
	}
	isWritten := func(alternative *api.Schema) bool { return !unwritten(alternative, depth+1) }
	return s.Compose.AnyOf != nil && !slices.ContainsFunc(s.Compose.AnyOf, isWritten) ||
		s.Compose.OneOf != nil && !slices.ContainsFunc(s.Compose.OneOf, isWritten)
}

// isEmpty reports whether each list, or each object, that s allows has nothing but null in it.
func isEmpty(s *api.Schema, t api.Type) bool {
	switch a, o := s.Array, s.Object; {
	case t == api.TypeArray && a != nil:
		isNone := a.MaxItems != nil && a.MaxItems.Sign() == 0
		return isNone || noneOrNull(a.Items) && !slices.ContainsFunc(a.PrefixItems, func(item *api.Schema) bool { return !noneOrNull(item) })
	case t == api.TypeObject && o != nil:
		isNone := o.MaxProperties != nil && o.MaxProperties.Sign() == 0
		return isNone || noneOrNull(o.AdditionalProperties) && o.PatternProperties == nil &&
			!slices.ContainsFunc(o.Properties, func(m api.Named[*api.Schema]) bool { return !noneOrNull(m.Value) })
	}
	return false
}

// noneOrNull reports whether null is the only value of s, or there is none.
func noneOrNull(s *api.Schema) bool {
	if s == nil || s.Form == api.FormFalse {
		return s != nil
	}
	parts := conjuncts(nil, s)
	return typesOf(parts)&^(1<<api.TypeNull) == 0 || slices.ContainsFunc(parts, listsNull)
}

// listsNull reports whether an enum or a const leaves null only.
func listsNull(s *api.Schema) bool {
	values := s.Enum
	if s.Const != nil {
		values = []api.Literal{*s.Const}
	}
	isOther := func(l api.Literal) bool { _, ok := l.Value.(api.Null); return !ok }
	return len(values) > 0 && !slices.ContainsFunc(values, isOther)
}
