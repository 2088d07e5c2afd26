package client

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// bodyType returns the type of an answer: a pointer to a struct, others as they are, or a pointer where null is allowed and the
// type has no nil.
func (b *Builder) bodyType(u declarations.Unit, v shapes.Use, owner string) (gomodel.TypeExpr, gomodel.Codec) {
	typ, codec := b.declarations.ShapeType(v.Shape), u.Reading().Codec(v.Shape, owner)
	if shapes.IsStruct(v.Shape) {
		return gomodel.Pointer{Elem: typ}, codec
	}
	if v.Nullable && !shapes.HasNil(v.Shape) {
		typ = gomodel.Pointer{Elem: typ}
	}
	return typ, codec
}
