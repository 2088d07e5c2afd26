package plan

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// A goValue is a value of the document in Go: [nullValue], [literalValue], [constantValue] or [variantValue].
type goValue interface{ isGoValue() }

type (
	nullValue     struct{} // of a Nullable
	literalValue  struct{ literal gomodel.Literal }
	constantValue struct {
		enum  *typ
		index int // of the value
	}
	variantValue struct { // of a union: a value of a variant
		variant *typ
		value   goValue
	}
)

func (nullValue) isGoValue()     {}
func (literalValue) isGoValue()  {}
func (constantValue) isGoValue() {}
func (variantValue) isGoValue()  {}

// hasDefaults reports whether a struct gets a function that fills in defaults.
func (p *planner) hasDefaults(t *typ) bool {
	def := t.def.(*structDef)
	if def.tuple {
		return false
	}
	for _, m := range def.members {
		if value := p.initial(m); value != nil && p.memberValue(m, value.Value) != nil {
			return true
		}
	}
	return false
}

// initial returns what New<T> puts into a member: the default, or the documented value of x-go-new for members that must be
// there and so have no default.
func (p *planner) initial(m *member) *api.Literal {
	if v := m.schema.Extension("x-go-new"); v != nil {
		return &api.Literal{Pos: m.schema.Pos, Value: v}
	}
	return p.defaultOf(m.schema)
}

// memberValue returns a value for a member, nil if Go code does not have it.
func (p *planner) memberValue(m *member, v api.Value) goValue {
	if _, null := v.(api.Null); null && !isAnythingShape(m.use) {
		if m.required || !m.use.nullable {
			return nil // nil is null already, or null is not allowed
		}
		return nullValue{}
	}
	switch s := m.use.shape.(type) {
	case scalar:
		return literal(literalOf(v, s.kind))
	case list:
		return literal(listLiteral(s.elem, v))
	case dict:
		return literal(mapLiteral(v))
	case named:
		return p.typeValue(s.typ, v)
	}
	return literalValue{gomodel.JSONLit(api.JSON(v))}
}

// literal returns a value for a literal, nil for none.
func literal(l gomodel.Literal) goValue {
	if l == nil {
		return nil
	}
	return literalValue{l}
}

// typeValue returns a value of a declared type, nil if Go code does not have it. A union has it as that of one of its variants.
func (p *planner) typeValue(t *typ, v api.Value) goValue {
	switch def := t.def.(type) {
	case scalarDef:
		return literal(literalOf(v, def.kind))
	case listDef:
		return literal(listLiteral(def.elem, v))
	case dictDef:
		return literal(mapLiteral(v))
	case anythingDef:
		return literalValue{gomodel.JSONLit(api.JSON(v))}
	case enumDef:
		if i := p.enumIndex(t.schema, v); i >= 0 {
			return constantValue{t, i}
		}
		if def.open {
			return literal(literalOf(v, def.kind))
		}
	case *unionDef:
		return p.variantFor(def, v)
	}
	return nil
}

// variantFor returns a value as that of the variant that it belongs to and that is used by value, nil if there is none.
func (p *planner) variantFor(def *unionDef, v api.Value) goValue {
	for _, x := range def.variants {
		switch x.typ.def.(type) {
		case scalarDef, enumDef:
		case listDef:
			if !x.typ.byValue {
				continue // the union holds a pointer to it
			}
		default:
			continue
		}
		if value := p.typeValue(x.typ, v); value != nil {
			return variantValue{x.typ, value}
		}
	}
	return nil
}

// listLiteral returns a list of built-in scalars as a Go value, nil if it is none. An empty list can be of any type.
func listLiteral(elem use, v api.Value) gomodel.Literal {
	values, ok := v.(api.Array)
	if !ok {
		return nil
	}
	items := gomodel.ListLit{}
	for _, e := range values {
		s, ok := elem.shape.(scalar)
		if !ok || elem.nullable {
			return nil
		}
		item := literalOf(e, s.kind)
		if item == nil {
			return nil
		}
		items = append(items, item)
	}
	return items
}

// mapLiteral returns an empty map; others are rare.
func mapLiteral(v api.Value) gomodel.Literal {
	if o, ok := v.(api.Object); ok && len(o) == 0 {
		return gomodel.MapLit{}
	}
	return nil
}

// enumIndex returns the index of the value that has the constant for v, -1 if there is none.
func (p *planner) enumIndex(s *api.Schema, v api.Value) int {
	entries := p.entries(s)
	for _, i := range p.enumValues(s) {
		if api.Equal(entries[i].Value, v) {
			return i
		}
	}
	return -1
}
