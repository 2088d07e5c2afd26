package declarations

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/values"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

func (b *Builder) newFunc(t *shapes.Type, def *shapes.StructDef) gomodel.Decl {
	f := &gomodel.NewFunc{Type: b.Names.Own(b.Names.Type(t))}
	f.Name = b.Names.New(t)
	f.From = t.Schema.Pos
	for _, m := range def.Members {
		filling := b.Values.Filled(t, m)
		switch {
		case filling.Value != nil && filling.Value != values.Value(values.Nil{}):
			f.Sets = append(f.Sets, b.set(m, filling.Value))
		case filling.Why != "":
			b.findings.Info(filling.From.Pos, diag.RuleNotGenerated, "%s does not fill in the default of %q: %s", f.Name, m.Wire, filling.Why)
		}
	}
	return f
}

// reportUnfilled reports the defaults of a struct that has no function for them, because Go has none of them.
func (b *Builder) reportUnfilled(t *shapes.Type, def *shapes.StructDef) {
	for _, m := range def.Members {
		filling := b.Values.Filled(t, m)
		why := filling.Why
		if def.Tuple && filling.From != nil {
			why = "it is an item of an array"
		}
		if why != "" {
			b.findings.Info(filling.From.Pos, diag.RuleNotGenerated, "no function fills in the default of %q: %s", m.Wire, why)
		}
	}
}

// set returns the assignment of a value to the field of a member.
func (b *Builder) set(m *shapes.Member, v values.Value) gomodel.Set {
	hold := b.Hold(m.Use, m.Required, m.Pointing)
	return gomodel.Set{Field: b.Names.Field(m), Held: gomodel.Held{Hold: hold, Type: b.ShapeType(m.Use.Shape), Value: b.value(v)}}
}

// Held returns a value as the field of a parameter or a body holds it.
func (b *Builder) Held(u shapes.Use, required bool, v values.Value) gomodel.Held {
	return gomodel.Held{Hold: b.Hold(u, required, false), Type: b.ShapeType(u.Shape), Value: b.value(v)}
}

// element returns a value as an element of a list or a map holds it.
func (b *Builder) element(u shapes.Use, v values.Value) gomodel.Held {
	h := gomodel.Held{Type: b.ShapeType(u.Shape), Value: b.value(v)}
	if u.Nullable && !shapes.HasNil(u.Shape) {
		h.Hold.Box = gomodel.Pointing
	}
	return h
}

// value returns the Go code of a value.
func (b *Builder) value(v values.Value) gomodel.Value {
	switch v := v.(type) {
	case values.Literal:
		return gomodel.LiteralValue{Literal: v.Literal}
	case values.Constant:
		return gomodel.ConstValue{Const: b.Names.Own(b.Names.Constant(v.Enum, v.Index))}
	case values.VariantValue:
		held := gomodel.Held{Type: b.Names.OwnType(b.Names.Type(v.Variant)), Value: b.value(v.Value)}
		if !v.Variant.IsValue() {
			held.Hold.Box = gomodel.Pointing
		}
		return gomodel.VariantValue{Variant: held}
	case values.List:
		return b.listValue(v)
	case values.Map:
		return b.mapValue(v)
	case values.Struct:
		return b.structValue(v)
	case values.Defaults:
		return gomodel.NewValue{Func: b.Names.Own(b.Names.New(v.Type))}
	}
	return gomodel.NullValue{}
}

func (b *Builder) listValue(v values.List) gomodel.ListValue {
	var list gomodel.ListValue
	for _, item := range v.Items {
		list.Items = append(list.Items, b.element(v.Elem, item))
	}
	return list
}

func (b *Builder) mapValue(v values.Map) gomodel.MapValue {
	var m gomodel.MapValue
	for _, e := range v.Entries {
		m.Entries = append(m.Entries, gomodel.MapEntry{Name: e.Name, Held: b.element(v.Elem, e.Value)})
	}
	return m
}

func (b *Builder) structValue(v values.Struct) gomodel.StructValue {
	var s gomodel.StructValue
	for _, f := range v.Fields {
		if f.Value != values.Value(values.Nil{}) {
			s.Sets = append(s.Sets, b.set(f.Member, f.Value))
		}
	}
	own := func(field string, t gomodel.TypeExpr, value gomodel.Value) {
		s.Sets = append(s.Sets, gomodel.Set{Field: field, Held: gomodel.Held{Type: t, Value: value}})
	}
	switch extra := v.Extra.(type) {
	case values.Map:
		own(b.Names.Extra(v.Type), gomodel.Map{Elem: b.elemType(extra.Elem)}, b.mapValue(extra))
	case values.List:
		own(b.Names.Extra(v.Type), gomodel.Slice{Elem: b.elemType(extra.Elem)}, b.listValue(extra))
	}
	if v.Other != nil {
		own(b.Names.Other(v.Type), rawMessage, gomodel.LiteralValue{Literal: v.Other})
	}
	return s
}

// AddDefault says what the server does without the member. That null is as good as absent needs no words.
func (b *Builder) AddDefault(line *words.Text, s *api.Schema, u shapes.Use, required bool) {
	value := b.Analysis.DefaultOf(s)
	if value == nil || required {
		return
	}
	if _, null := value.Value.(api.Null); null {
		return
	}
	line.Space().Add("The server uses ")
	b.addValue(line, u, value.Value)
	line.Add(" if this is absent.")
}

func (b *Builder) addValue(line *words.Text, u shapes.Use, v api.Value) {
	n, _ := u.Shape.(shapes.Named)
	if n.Type == nil {
		line.Add(words.Brief(v))
		return
	}
	switch n.Type.Def.(type) {
	case shapes.EnumDef, *shapes.UnionDef:
		value, _ := b.Values.OfType(n.Type, v)
		x, isVariant := value.(values.VariantValue)
		if isVariant {
			value = x.Value
		}
		if c, ok := value.(values.Constant); ok {
			line.Link(b.Names.Own(b.Names.Constant(c.Enum, c.Index)), false, "")
			return
		}
		if isVariant && isScalarType(x.Variant) {
			line.Add(b.Names.Type(x.Variant) + "(" + words.Brief(v) + ")")
			return
		}
	}
	line.Add(words.Brief(v))
}

func isScalarType(t *shapes.Type) bool {
	_, ok := t.Def.(shapes.ScalarDef)
	return ok
}
