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
	f.Doc = gomodel.Words(f.Name + " gives a value with every default of the document filled in. They are then sent; " +
		"a field that is left absent is not.")
	for _, m := range def.Members {
		value := b.Values.Initial(m)
		if value == nil || t.Tags[m.Wire] {
			continue
		}
		v := b.Values.OfMember(m, value.Value)
		if v == nil {
			b.findings.Info(value.Pos, diag.RuleNotGenerated, "%s does not fill in the default of %q", f.Name, m.Wire)
			continue
		}
		f.Sets = append(f.Sets, b.set(m, v))
	}
	return f
}

// set returns the assignment of a value to the field of a member.
func (b *Builder) set(m *shapes.Member, v values.Value) gomodel.Set {
	set := gomodel.Set{Field: b.Names.Field(m), Hold: b.Hold(m.Use, m.Required, m.Pointing), Type: b.ShapeType(m.Use.Shape)}
	if x, ok := v.(values.VariantValue); ok {
		set.Variant, v = b.Names.Own(b.Names.Type(x.Variant)), x.Value
	}
	switch v := v.(type) {
	case values.Null:
		set.Value = gomodel.NullLit{}
	case values.Literal:
		set.Value = v.Literal
	case values.Constant:
		set.Const = b.Names.Own(b.Names.Constant(v.Enum, v.Index))
	}
	return set
}

// AddDefault says what the server does without the member.
func (b *Builder) AddDefault(line *words.Text, s *api.Schema, u shapes.Use, required bool) {
	value := b.Analysis.DefaultOf(s)
	if value == nil || required {
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
		value := b.Values.OfType(n.Type, v)
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
