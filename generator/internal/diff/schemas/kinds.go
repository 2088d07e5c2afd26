package schemas

import (
	"slices"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/diff/lists"
)

// typesOf returns the types that all parts allow, without null; nil is every type, an empty list is none.
func typesOf(sh *shape) []api.Type {
	types := lists.AllTypes()[:5]
	limited := false
	for _, p := range sh.parts {
		if p.Form == api.FormFalse {
			return []api.Type{}
		}
		if p.Types == nil {
			continue
		}
		limited = true
		var left []api.Type
		for _, t := range types {
			switch {
			case p.Has(t):
				left = append(left, t)
			case t == api.TypeNumber && slices.Contains(p.Types, api.TypeInteger):
				left = append(left, api.TypeInteger)
			}
		}
		types = left
	}
	if !limited {
		return nil
	}
	if types == nil {
		return []api.Type{}
	}
	return types
}

// kindsOf are the types that all parts and unions allow, as typesOf.
func kindsOf(sh *shape) []api.Type {
	types := typesOf(sh)
	for _, u := range sh.unions {
		some := []api.Type{}
		for _, s := range u.list {
			own := kindsOf(shapeOf(s))
			if own == nil {
				some = nil
				break
			}
			some = append(some, own...)
		}
		if some != nil {
			types = lists.InOrder(types, some)
		}
	}
	return types
}

// values returns the values of an enumeration, without null: those of enum and const, and of an anyOf or a oneOf of nothing else. ok
// is false if there is none. The unions that it used up are dropped from the shape.
func (sh *shape) values() (list []api.Value, ok bool) {
	for _, p := range sh.parts {
		if p.Enum != nil {
			list, ok = lists.Common(list, lists.Literals(p.Enum), ok), true
		}
		if p.Const != nil {
			list, ok = lists.Common(list, []api.Value{p.Const.Value}, ok), true
		}
	}
	var left []union
	for _, u := range sh.unions {
		if from := u.values(); from != nil {
			list, ok = lists.Common(list, from, ok), true
		} else {
			left = append(left, u)
		}
	}
	sh.unions = left
	list = slices.DeleteFunc(slices.Clone(list), func(v api.Value) bool { return v == api.Value(api.Null{}) })
	return list, ok
}

// values returns the values of a union of constants and enums, nil if it is something else. Those of a oneOf must differ.
func (u union) values() (list []api.Value) {
	for _, s := range u.list {
		sh := shapeOf(s)
		if len(sh.unions) > 0 || !sh.onlyEnumerates() {
			return nil
		}
		from, ok := sh.values()
		if !ok {
			return nil
		}
		for _, v := range from {
			if lists.Contains(list, v) {
				if u.keyword == api.KwOneOf {
					return nil
				}
				continue
			}
			list = append(list, v)
		}
	}
	return list
}

// onlyEnumerates reports whether the parts have no constraint but type, enum and const.
func (sh *shape) onlyEnumerates() bool {
	for _, p := range sh.parts {
		if p.Form != api.FormObject || p.Number != nil || p.String != nil || p.Array != nil || p.Object != nil || p.Format != "" {
			return false
		}
		if c := p.Compose; c != nil && (c.Not != nil || c.If != nil || len(c.AnyOf)+len(c.OneOf) > 0) {
			return false
		}
	}
	return true
}
