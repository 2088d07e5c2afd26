package declarations

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

func (u Unit) unionDecl(t *shapes.Type, def *shapes.UnionDef, head gomodel.Head) gomodel.Decl {
	decl := &gomodel.Union{
		Head: head, Keyword: def.Plan.Keyword.String(), Marker: "is" + head.Name,
		Unknown: u.Names.Unknown(t), Unmarshal: u.Names.Unmarshal(t), Validate: u.Names.Validate(t), Rule: u.Rules.Of(t).Name,
	}
	var byKind gomodel.ByKind
	var objects []int
	for i, v := range def.Variants {
		decl.Variants = append(decl.Variants, u.variantModel(v))
		kind := modelKind(def.Plan.Leaves[i].Kind)
		if kind == gomodel.KindObject {
			objects = append(objects, i)
		}
		byKind.Cases = append(byKind.Cases, gomodel.KindCase{Kind: kind, Variant: i})
	}
	switch how := u.chooseObject(t.Schema, def, objects); {
	case len(objects) == len(def.Variants):
		decl.Choose = how
		return decl
	case len(objects) > 1:
		byKind.Objects = how
		byKind.Cases = slices.DeleteFunc(byKind.Cases, func(c gomodel.KindCase) bool { return c.Kind == gomodel.KindObject })
	}
	decl.Choose = numbersToo(byKind)
	return decl
}

// numbersToo sends whole numbers to the variant of numbers if they have none of their own.
func numbersToo(c gomodel.ByKind) gomodel.ByKind {
	number := -1
	for _, k := range c.Cases {
		switch k.Kind {
		case gomodel.KindInteger:
			return c
		case gomodel.KindNumber:
			number = k.Variant
		}
	}
	if number >= 0 {
		c.Cases = append(c.Cases, gomodel.KindCase{Kind: gomodel.KindInteger, Variant: number})
	}
	return c
}

// chooseObject returns how the variants that are objects are told apart.
func (b *Builder) chooseObject(s *api.Schema, def *shapes.UnionDef, objects []int) gomodel.Choose {
	if def.Plan.ByKey {
		var byKey gomodel.ByKey
		for _, i := range objects {
			byKey.Cases = append(byKey.Cases, gomodel.TagCase{Value: def.Plan.Leaves[i].Key, Variant: i})
		}
		return byKey
	}
	if !def.Plan.ByRule {
		byTag := gomodel.ByTag{Wire: def.Plan.Tag}
		for _, i := range objects {
			byTag.Cases = append(byTag.Cases, gomodel.TagCase{Value: def.Plan.Leaves[i].Tag, Variant: i})
		}
		return byTag
	}
	var bySchema gomodel.BySchema
	for _, i := range objects {
		bySchema.Cases = append(bySchema.Cases, gomodel.SchemaCase{Rule: b.Rules.Leaf(def.Plan.Leaves[i]), Variant: i})
	}
	bySchema.Wire, bySchema.Tags = b.Shapes.Mapping(s, def.Plan)
	return bySchema
}

func (u Unit) variantModel(v *shapes.Variant) gomodel.Variant {
	own := u.Names.OwnType(u.Names.Type(v.Type))
	m := gomodel.Variant{Type: gomodel.Pointer{Elem: own}, Codec: gomodel.ObjectCodec{Type: own.Ident}, From: v.Pos}
	if !v.Type.IsValue() {
		return m
	}
	m.Type = own
	switch def := v.Type.Def.(type) {
	case shapes.ListDef:
		m.Codec = u.listCodec(def.Elem, u.Names.Type(v.Type)+"Item")
	case shapes.MapDef:
		m.Codec = u.mapCodec(def.Elem, u.Names.Type(v.Type)+"Value")
	default:
		m.Codec = u.namedCodec(v.Type)
	}
	return m
}

func modelKind(k analysis.KindSet) gomodel.JSONKind {
	switch k {
	case analysis.KindBoolean:
		return gomodel.KindBool
	case analysis.KindInteger:
		return gomodel.KindInteger
	case analysis.KindNumber:
		return gomodel.KindNumber
	case analysis.KindString:
		return gomodel.KindString
	case analysis.KindArray:
		return gomodel.KindArray
	}
	return gomodel.KindObject
}
