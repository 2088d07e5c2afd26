package schemas

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/api"
)

// allTypes are the types in the order of sentences, without null, which has rules of its own, and without integer, which is part of
// number.
func allTypes() []api.Type {
	return []api.Type{api.TypeBoolean, api.TypeObject, api.TypeArray, api.TypeNumber, api.TypeString, api.TypeInteger}
}

// typesOf returns the types that all parts allow, without null; nil is every type, an empty list is none.
func typesOf(sh *shape) []api.Type {
	types := allTypes()[:5]
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
			types = inOrder(types, some)
		}
	}
	return types
}

// inOrder returns the types of a list, each once, that others allow; nil allows all.
func inOrder(others, list []api.Type) []api.Type {
	types := []api.Type{}
	for _, t := range allTypes() {
		number := slices.Contains(list, api.TypeNumber) && t != api.TypeNumber
		if slices.Contains(list, t) && (others == nil || slices.Contains(others, t)) && (t != api.TypeInteger || !number) {
			types = append(types, t)
		}
	}
	return types
}

// onlyTypes is a schema that says this of types and nothing else. It takes null where other rules speak of it.
func onlyTypes(types []api.Type, null bool) *api.Schema {
	if types == nil {
		return nil
	}
	if null {
		return &api.Schema{Types: append(slices.Clone(types), api.TypeNull)}
	}
	if len(types) == 0 {
		return &api.Schema{Form: api.FormFalse}
	}
	return &api.Schema{Types: types}
}

// typeNames names types in a sentence: string or null.
func typeNames(types []api.Type, null bool) string {
	if types == nil {
		return "any value"
	}
	var names []string
	for _, t := range types {
		names = append(names, t.String())
	}
	if null {
		names = append(names, "null")
	}
	if names == nil {
		return "no value"
	}
	return strings.Join(names, " or ")
}

// disjoint reports whether no value has a type of both lists.
func disjoint(a, b []api.Type) bool {
	if a == nil || b == nil {
		return false
	}
	for _, t := range a {
		for _, u := range b {
			if t == u || t == api.TypeNumber && u == api.TypeInteger || t == api.TypeInteger && u == api.TypeNumber {
				return false
			}
		}
	}
	return true
}

// values returns the values of an enumeration, without null: those of enum and const, and of an anyOf or a oneOf of nothing else. ok
// is false if there is none. The unions that it used up are dropped from the shape.
func (sh *shape) values() (list []api.Value, ok bool) {
	for _, p := range sh.parts {
		if p.Enum != nil {
			list, ok = common(list, literals(p.Enum), ok), true
		}
		if p.Const != nil {
			list, ok = common(list, []api.Value{p.Const.Value}, ok), true
		}
	}
	var left []union
	for _, u := range sh.unions {
		if from := u.values(); from != nil {
			list, ok = common(list, from, ok), true
		} else {
			left = append(left, u)
		}
	}
	sh.unions = left
	list = slices.DeleteFunc(slices.Clone(list), func(v api.Value) bool { return v == api.Value(api.Null{}) })
	return list, ok
}

func literals(list []api.Literal) (values []api.Value) {
	values = []api.Value{}
	for _, l := range list {
		values = append(values, l.Value)
	}
	return values
}

// common returns the values of both lists; the first one counts only if known.
func common(list, other []api.Value, known bool) []api.Value {
	if !known {
		return other
	}
	return slices.DeleteFunc(slices.Clone(list), func(v api.Value) bool { return !containsValue(other, v) })
}

func containsValue(list []api.Value, v api.Value) bool {
	text := api.Canonical(v)
	return slices.ContainsFunc(list, func(o api.Value) bool { return api.Canonical(o) == text })
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
			if containsValue(list, v) {
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

// onlyValues is a schema that says this of values and nothing else. It takes null, of which other rules speak.
func onlyValues(list []api.Value, ok bool) *api.Schema {
	if !ok {
		return nil
	}
	s := &api.Schema{Enum: []api.Literal{{Value: api.Null{}}}}
	for _, v := range list {
		s.Enum = append(s.Enum, api.Literal{Value: v})
	}
	return s
}

// without returns the values of list that other does not have.
func without(list, other []api.Value) (left []api.Value) {
	for _, v := range list {
		if !containsValue(other, v) {
			left = append(left, v)
		}
	}
	return left
}
