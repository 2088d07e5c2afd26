package values

import (
	"slices"
	"strconv"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// OfUse returns a value at a place, or why Go code does not have it.
func (p *Values) OfUse(u shapes.Use, v api.Value) (value Value, why string) {
	if _, null := v.(api.Null); null && !shapes.IsAnything(u) {
		if !u.Nullable {
			return nil, "null is not allowed"
		}
		return Nil{}, ""
	}
	switch s := u.Shape.(type) {
	case shapes.Scalar:
		return scalar(v, s.Kind)
	case shapes.List:
		return p.list(s.Elem, v)
	case shapes.Map:
		return p.dict(s.Elem, v)
	case shapes.Named:
		return p.OfType(s.Type, v)
	}
	return Literal{gomodel.JSONLit(api.JSON(v))}, ""
}

// OfType returns a value of a declared type, or why Go code does not have it.
func (p *Values) OfType(t *shapes.Type, v api.Value) (value Value, why string) {
	switch def := t.Def.(type) {
	case shapes.ScalarDef:
		return scalar(v, def.Kind)
	case shapes.ListDef:
		return p.list(def.Elem, v)
	case shapes.MapDef:
		return p.dict(def.Elem, v)
	case shapes.EnumDef:
		if i := p.enumIndex(t.Schema, v); i >= 0 {
			return Constant{t, i}, ""
		}
		if !def.Open {
			return nil, "the enum does not list it"
		}
		return scalar(v, def.Kind)
	case *shapes.UnionDef:
		return p.variant(t, def, v)
	case *shapes.StructDef:
		if def.Tuple {
			return p.tuple(t, def, v)
		}
		return p.object(t, def, v)
	}
	return Literal{gomodel.JSONLit(api.JSON(v))}, ""
}

func (p *Values) list(elem shapes.Use, v api.Value) (value Value, why string) {
	values, ok := v.(api.Array)
	if !ok {
		return nil, "it is no array"
	}
	list := List{Elem: elem}
	for i, e := range values {
		item, why := p.OfUse(elem, e)
		if item == nil {
			return nil, "item " + strconv.Itoa(i) + ": " + why
		}
		list.Items = append(list.Items, item)
	}
	return list, ""
}

func (p *Values) dict(elem shapes.Use, v api.Value) (value Value, why string) {
	members, ok := v.(api.Object)
	if !ok {
		return nil, "it is no object"
	}
	return p.entries(elem, members)
}

func (p *Values) entries(elem shapes.Use, members api.Object) (value Value, why string) {
	m := Map{Elem: elem}
	for _, member := range members {
		value, why := p.OfUse(elem, member.Value)
		if value == nil {
			return nil, member.Name + ": " + why
		}
		m.Entries = append(m.Entries, Entry{member.Name, value})
	}
	return m, ""
}

// object returns a struct. All that it requires must be there, and all that is there must have a place.
func (p *Values) object(t *shapes.Type, def *shapes.StructDef, v api.Value) (value Value, why string) {
	members, ok := v.(api.Object)
	if !ok {
		if def.Other {
			return Struct{Type: t, Other: gomodel.JSONLit(api.JSON(v))}, ""
		}
		return nil, "it is no object"
	}
	result := Struct{Type: t}
	for _, m := range def.Members {
		given, ok := members.Get(m.Wire)
		switch {
		case t.Tags[m.Wire]:
			if tag, known := p.analysis.RequiredConstant(t.Schema, m.Wire); !ok || !known || !api.Equal(given, tag) {
				return nil, m.Wire + " does not lead to " + t.Said()
			}
		case ok:
			value, why := p.ofMember(m, given)
			if value == nil {
				return nil, m.Wire + ": " + why
			}
			result.Fields = append(result.Fields, Field{m, value})
		case m.Required:
			return nil, m.Wire + " is not there"
		}
	}
	rest := slices.DeleteFunc(slices.Clone(members), func(m api.Member) bool { return def.Member(m.Name) != nil })
	extra := p.extra(def)
	switch {
	case len(rest) == 0:
		return result, ""
	case extra == nil:
		return nil, "its type has no field for " + rest[0].Name
	}
	result.Extra, why = p.entries(*extra, rest)
	if result.Extra == nil {
		return nil, why
	}
	return result, ""
}

// tuple returns the struct of an array.
func (p *Values) tuple(t *shapes.Type, def *shapes.StructDef, v api.Value) (value Value, why string) {
	items, ok := v.(api.Array)
	if !ok {
		return nil, "it is no array"
	}
	result := Struct{Type: t}
	for i, m := range def.Members {
		if i == len(items) {
			if m.Required {
				return nil, "item " + m.Wire + " is not there"
			}
			return result, ""
		}
		value, why := p.ofMember(m, items[i])
		if value == nil {
			return nil, "item " + m.Wire + ": " + why
		}
		result.Fields = append(result.Fields, Field{m, value})
	}
	rest := items[len(def.Members):]
	if len(rest) == 0 {
		return result, ""
	}
	if def.Extra == nil {
		return nil, "its type has no field for item " + strconv.Itoa(len(def.Members))
	}
	result.Extra, why = p.list(*def.Extra, rest)
	if result.Extra == nil {
		return nil, why
	}
	return result, ""
}

// enumIndex returns the index of the value that has the constant for v, -1 if there is none.
func (p *Values) enumIndex(s *api.Schema, v api.Value) int {
	entries := p.analysis.Entries(s)
	for _, i := range p.analysis.EnumValues(s) {
		if api.Equal(entries[i].Value, v) {
			return i
		}
	}
	return -1
}
