package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

func (u unit) unionDecl(t *typ, def *unionDef, head gomodel.Head) gomodel.Decl {
	decl := &gomodel.Union{
		Head: head, Keyword: def.plan.keyword.String(), Marker: "is" + head.Name,
		Unknown: u.named.Unknown(t), Unmarshal: u.named.Unmarshal(t), Validate: u.named.Validate(t), Rule: u.table.Of(t).Name,
	}
	var byKind gomodel.ByKind
	var objects []int
	for i, v := range def.variants {
		decl.Variants = append(decl.Variants, u.variantModel(v))
		kind := modelKind(def.plan.leaves[i].kind)
		if kind == gomodel.KindObject {
			objects = append(objects, i)
		}
		byKind.Cases = append(byKind.Cases, gomodel.KindCase{Kind: kind, Variant: i})
	}
	switch how := u.chooseObject(t.schema, def, objects); {
	case len(objects) == len(def.variants):
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
func (p *planner) chooseObject(s *api.Schema, def *unionDef, objects []int) gomodel.Choose {
	if def.plan.byKey {
		var byKey gomodel.ByKey
		for _, i := range objects {
			byKey.Cases = append(byKey.Cases, gomodel.TagCase{Value: def.plan.leaves[i].key, Variant: i})
		}
		return byKey
	}
	if !def.plan.byRule {
		byTag := gomodel.ByTag{Wire: def.plan.tag}
		for _, i := range objects {
			byTag.Cases = append(byTag.Cases, gomodel.TagCase{Value: def.plan.leaves[i].tag, Variant: i})
		}
		return byTag
	}
	var bySchema gomodel.BySchema
	for _, i := range objects {
		bySchema.Cases = append(bySchema.Cases, gomodel.SchemaCase{Rule: p.table.Leaf(def.plan.leaves[i]), Variant: i})
	}
	bySchema.Wire, bySchema.Tags = p.mapping(s, def.plan)
	return bySchema
}

func (u unit) variantModel(v *variant) gomodel.Variant {
	own := u.named.OwnType(u.named.Type(v.typ))
	m := gomodel.Variant{Type: gomodel.Pointer{Elem: own}, Codec: gomodel.ObjectCodec{Type: own.Ident}, From: v.pos}
	if !v.typ.isValue() {
		return m
	}
	m.Type = own
	switch def := v.typ.def.(type) {
	case listDef:
		m.Codec = u.listCodec(def.elem, u.named.Type(v.typ)+"Item")
	case dictDef:
		m.Codec = u.mapCodec(def.elem, u.named.Type(v.typ)+"Value")
	default:
		m.Codec = u.namedCodec(v.typ)
	}
	return m
}

// isValue reports whether t is used by value: scalars and enums, and what has no name in the document.
func (t *typ) isValue() bool {
	switch t.def.(type) {
	case scalarDef, enumDef:
		return true
	}
	return t.byValue
}

func modelKind(k kindSet) gomodel.JSONKind {
	switch k {
	case kindBoolean:
		return gomodel.KindBool
	case kindInteger:
		return gomodel.KindInteger
	case kindNumber:
		return gomodel.KindNumber
	case kindString:
		return gomodel.KindString
	case kindArray:
		return gomodel.KindArray
	}
	return gomodel.KindObject
}
