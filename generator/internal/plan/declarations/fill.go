package declarations

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// fill returns what is written where a required member is empty: the only value that it can have, or the tag of a variant. A boolean
// is nobody's to fill in: it may be a consent.
func (b *Builder) fill(t *shapes.Type, m *shapes.Member) *gomodel.Fill {
	if !m.Required || m.Use.Nullable || m.Pointing || m.Loose {
		return nil
	}
	kind := scalarKind(m.Use.Shape)
	switch kind {
	case gomodel.String, gomodel.Int32, gomodel.Int64, gomodel.Uint64, gomodel.Float64:
	default:
		return nil
	}
	if value, rule := b.only(t, m); value != nil {
		if l := classes.LiteralOf(value, kind); l != nil && !isZero(l) {
			return &gomodel.Fill{Value: l, Rule: rule}
		}
		return nil
	}
	if l := classes.LiteralOf(m.Fill, kind); l != nil && !isZero(l) {
		return &gomodel.Fill{Value: l}
	}
	return nil
}

// only returns the value of a member that can have no other, and the keyword that says so; nil if there are several.
func (b *Builder) only(t *shapes.Type, m *shapes.Member) (v api.Value, rule string) {
	s := m.Use.Schema
	if n, ok := m.Use.Shape.(shapes.Named); ok {
		s = n.Type.Schema
		if def, ok := n.Type.Def.(shapes.EnumDef); ok {
			if values := b.Analysis.EnumValues(s); !def.Open && len(values) == 1 {
				return b.Analysis.Entries(s)[values[0]].Value, "enum"
			}
		}
	}
	if s != nil && s.Const != nil {
		return s.Const.Value, "const"
	}
	if !m.Use.Judged {
		return nil, ""
	}
	if v, ok := b.Analysis.RequiredConstant(t.Schema, m.Wire); ok { // parts of the struct say it together
		return v, "enum"
	}
	return nil, ""
}

// scalarKind returns the kind of a scalar, with a name or without, "" for other shapes.
func scalarKind(s shapes.Shape) gomodel.ScalarKind {
	switch s := s.(type) {
	case shapes.Scalar:
		return s.Kind
	case shapes.Named:
		switch def := s.Type.Def.(type) {
		case shapes.ScalarDef:
			return def.Kind
		case shapes.EnumDef:
			return def.Kind
		}
	}
	return ""
}

func isZero(l gomodel.Literal) bool {
	switch l := l.(type) {
	case gomodel.StringLit:
		return l == ""
	case gomodel.IntLit:
		return l == 0
	case gomodel.UintLit:
		return l == 0
	case gomodel.FloatLit:
		n, _ := api.ParseNumber(string(l))
		return n.Cmp(api.Int(0)) == 0
	}
	return false
}

// constant returns the value of a member that has no field.
func constant(a *analysis.Analysis, t *shapes.Type, m *shapes.Member) gomodel.Literal {
	v, _ := a.RequiredConstant(t.Schema, m.Wire)
	return classes.TagLiteral(v)
}

func tagLiterals(list []api.Value) (literals []gomodel.Literal) {
	for _, v := range list {
		literals = append(literals, classes.TagLiteral(v))
	}
	return literals
}
