package values

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// A Value is a value of the document in Go: [Null], [Literal], [Constant] or [VariantValue].
type Value interface{ isGoValue() }

type (
	// Null is null in a Nullable.
	Null struct{}
	// Literal is a value that Go can write down.
	Literal struct{ Literal gomodel.Literal }
	// Constant is a constant of an enum.
	Constant struct {
		Enum  *shapes.Type
		Index int // of the value
	}
	// VariantValue is a value of a union: that of a variant.
	VariantValue struct {
		Variant *shapes.Type
		Value   Value
	}
)

func (Null) isGoValue()         {}
func (Literal) isGoValue()      {}
func (Constant) isGoValue()     {}
func (VariantValue) isGoValue() {}

// HasDefaults reports whether a struct gets a function that fills in defaults.
func (p *Values) HasDefaults(t *shapes.Type) bool {
	def := t.Def.(*shapes.StructDef)
	if def.Tuple {
		return false
	}
	for _, m := range def.Members {
		if value := p.Initial(m); value != nil && p.OfMember(m, value.Value) != nil {
			return true
		}
	}
	return false
}

// Initial returns what New<T> puts into a member: the default, or the documented value of x-go-new for members that must be
// there and so have no default.
func (p *Values) Initial(m *shapes.Member) *api.Literal {
	if v := m.Schema.Extension("x-go-new"); v != nil {
		return &api.Literal{Pos: m.Schema.Pos, Value: v}
	}
	return p.analysis.DefaultOf(m.Schema)
}

// OfMember returns a value for a member, nil if Go code does not have it.
func (p *Values) OfMember(m *shapes.Member, v api.Value) Value {
	if _, null := v.(api.Null); null && !shapes.IsAnything(m.Use) {
		if m.Required || !m.Use.Nullable {
			return nil // nil is null already, or null is not allowed
		}
		return Null{}
	}
	switch s := m.Use.Shape.(type) {
	case shapes.Scalar:
		return literal(classes.LiteralOf(v, s.Kind))
	case shapes.List:
		return literal(listLiteral(s.Elem, v))
	case shapes.Map:
		return literal(mapLiteral(v))
	case shapes.Named:
		return p.OfType(s.Type, v)
	}
	return Literal{gomodel.JSONLit(api.JSON(v))}
}

// literal returns a value for a literal, nil for none.
func literal(l gomodel.Literal) Value {
	if l == nil {
		return nil
	}
	return Literal{l}
}

// OfType returns a value of a declared type, nil if Go code does not have it. A union has it as that of one of its variants.
func (p *Values) OfType(t *shapes.Type, v api.Value) Value {
	switch def := t.Def.(type) {
	case shapes.ScalarDef:
		return literal(classes.LiteralOf(v, def.Kind))
	case shapes.ListDef:
		return literal(listLiteral(def.Elem, v))
	case shapes.MapDef:
		return literal(mapLiteral(v))
	case shapes.AnythingDef:
		return Literal{gomodel.JSONLit(api.JSON(v))}
	case shapes.EnumDef:
		if i := p.enumIndex(t.Schema, v); i >= 0 {
			return Constant{t, i}
		}
		if def.Open {
			return literal(classes.LiteralOf(v, def.Kind))
		}
	case *shapes.UnionDef:
		return p.variantFor(def, v)
	}
	return nil
}

// variantFor returns a value as that of the variant that it belongs to and that is used by value, nil if there is none.
func (p *Values) variantFor(def *shapes.UnionDef, v api.Value) Value {
	for _, x := range def.Variants {
		switch x.Type.Def.(type) {
		case shapes.ScalarDef, shapes.EnumDef:
		case shapes.ListDef:
			if !x.Type.ByValue {
				continue // the union holds a pointer to it
			}
		default:
			continue
		}
		if value := p.OfType(x.Type, v); value != nil {
			return VariantValue{x.Type, value}
		}
	}
	return nil
}

// listLiteral returns a list of built-in scalars as a Go value, nil if it is none. An empty list can be of any type.
func listLiteral(elem shapes.Use, v api.Value) gomodel.Literal {
	values, ok := v.(api.Array)
	if !ok {
		return nil
	}
	items := gomodel.ListLit{}
	for _, e := range values {
		s, ok := elem.Shape.(shapes.Scalar)
		if !ok || elem.Nullable {
			return nil
		}
		item := classes.LiteralOf(e, s.Kind)
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
func (p *Values) enumIndex(s *api.Schema, v api.Value) int {
	entries := p.analysis.Entries(s)
	for _, i := range p.analysis.EnumValues(s) {
		if api.Equal(entries[i].Value, v) {
			return i
		}
	}
	return -1
}
