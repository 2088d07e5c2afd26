package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

func (p *planner) unionDecl(t *typ, def *unionDef, head gomodel.Head) gomodel.Decl {
	u := &gomodel.Union{
		Head: head, Keyword: def.plan.keyword.String(), Marker: "is" + head.Name,
		Unknown: def.unknown, Unmarshal: def.unmarshal, Validate: def.validate, Rule: t.rule,
	}
	var byKind gomodel.ByKind
	var objects []int
	for i, v := range def.variants {
		u.Variants = append(u.Variants, p.variantModel(v))
		kind := def.plan.leaves[i].kind
		if kind == gomodel.KindObject {
			objects = append(objects, i)
		}
		byKind.Cases = append(byKind.Cases, gomodel.KindCase{Kind: kind, Variant: i})
	}
	switch how := p.chooseObject(t.schema, def, objects); {
	case len(objects) == len(def.variants):
		u.Choose = how
		return u
	case len(objects) > 1:
		byKind.Objects = how
		byKind.Cases = slices.DeleteFunc(byKind.Cases, func(c gomodel.KindCase) bool { return c.Kind == gomodel.KindObject })
	}
	u.Choose = numbersToo(byKind)
	return u
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
		bySchema.Cases = append(bySchema.Cases, gomodel.SchemaCase{Rule: def.plan.leaves[i].rule, Variant: i})
	}
	bySchema.Wire, bySchema.Tags = p.mapping(s, def.plan)
	return bySchema
}

func (p *planner) variantModel(v *variant) gomodel.Variant {
	own := p.ownType(v.typ.name)
	m := gomodel.Variant{Type: gomodel.Pointer{Elem: own}, Codec: gomodel.ObjectCodec{Type: own.Ident}, From: v.pos}
	if !v.typ.isValue() {
		return m
	}
	m.Type = own
	switch def := v.typ.def.(type) {
	case listDef:
		m.Codec = p.listCodec(def.elem, v.typ.name+"Item")
	case dictDef:
		m.Codec = p.mapCodec(def.elem, v.typ.name+"Value")
	default:
		m.Codec = p.namedCodec(v.typ)
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
