package declarations

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// unionBase returns the base of a union of heirs, nil for other unions.
func (u Unit) unionBase(t *shapes.Type, def *shapes.UnionDef) *gomodel.UnionBase {
	if def.Base == nil {
		return nil
	}
	base := &gomodel.UnionBase{Type: u.Names.Own(u.Names.Type(def.Base)), Extra: u.Names.Extra(def.Base)}
	for _, v := range u.Shapes.CopiesOf(t, def) {
		base.Copies = append(base.Copies, u.baseCopy(def.Base, v))
	}
	return base
}

// baseCopy returns the method by which v gives the members of base.
func (u Unit) baseCopy(base, v *shapes.Type) gomodel.BaseCopy {
	own := u.Names.OwnType(u.Names.Type(v))
	c := gomodel.BaseCopy{Type: gomodel.Pointer{Elem: own}, Itself: v == base}
	if v.IsValue() {
		c.Type = own
	}
	from, isStruct := v.Def.(*shapes.StructDef)
	to, ok := base.Def.(*shapes.StructDef)
	if c.Itself || !ok || !isStruct {
		c.ByJSON = !c.Itself
		return c
	}
	for _, m := range to.Members {
		member := from.Member(m.Wire)
		if member == nil {
			continue // an heir by mapping alone may have no such member
		}
		field, ok := u.copied(u.held(m), u.held(member))
		if v.Tags[m.Wire] {
			field, ok = u.constantCopy(v, m)
		}
		if !ok {
			c.ByJSON, c.Fields = true, nil
			return c
		}
		c.Fields = append(c.Fields, field)
	}
	return c
}

// held returns what a field holds, and how.
func (u Unit) held(m *shapes.Member) *gomodel.Field {
	f := &gomodel.Field{Name: u.Names.Field(m), Type: u.ShapeType(m.Use.Shape), Hold: u.Hold(m.Use, m.Required, m.Pointing)}
	switch shape := m.Use.Shape.(type) {
	case shapes.Scalar:
		f.Codec = gomodel.Scalar{Kind: shape.Kind}
	case shapes.Named:
		f.Codec = u.namedCodec(shape.Type)
	}
	return f
}

// constantCopy returns how a field of a base is filled from a variant that always has one value there.
func (u Unit) constantCopy(v *shapes.Type, m *shapes.Member) (c gomodel.CopiedField, ok bool) {
	to := u.held(m)
	return gomodel.CopiedField{Name: to.Name, Value: constant(u.Analysis, v, m), As: to.Type, Box: to.Hold.Box}, true
}

// copied returns how a field of a base is filled from that of an heir, which may promise more: the member is required, or its type is an
// enum. ok is false if no conversion of Go does that.
func (u Unit) copied(to, from *gomodel.Field) (c gomodel.CopiedField, ok bool) {
	c = gomodel.CopiedField{Name: to.Name, From: from.Name}
	path := u.Names.Path()
	want, have := gomodel.TypeString(to.Type), gomodel.TypeString(from.Type)
	if want != have {
		if to.Hold.Box == gomodel.Boxed || from.Hold.Box == gomodel.Boxed || !sameScalar(to.Codec, from.Codec) {
			return c, false
		}
		if c.As = to.Type; to.Hold.Box == gomodel.Pointing && from.Hold.Box == gomodel.Pointing {
			c.As = gomodel.Pointer{Elem: to.Type}
		}
	}
	switch {
	case gomodel.TypeString(to.FieldType(path)) == gomodel.TypeString(from.FieldType(path)), to.Hold.Box == from.Hold.Box:
		return c, true
	case isPlain(from.Hold.Box) && (to.Hold.Box == gomodel.Pointing || to.Hold.Box == gomodel.Boxed):
		c.Box = to.Hold.Box
		return c, true
	}
	return c, isPlain(from.Hold.Box) && isPlain(to.Hold.Box)
}

func isPlain(b gomodel.Box) bool { return b == gomodel.Plain || b == gomodel.NilBox }

// sameScalar reports whether two codecs are of scalars that Go converts to each other without a change.
func sameScalar(a, b gomodel.Codec) bool {
	kind := func(c gomodel.Codec) gomodel.ScalarKind {
		switch c := c.(type) {
		case gomodel.Scalar:
			return c.Kind
		case gomodel.EnumCodec:
			return gomodel.String
		}
		return ""
	}
	k := kind(a)
	return k != "" && k == kind(b) && k != gomodel.Bytes
}
