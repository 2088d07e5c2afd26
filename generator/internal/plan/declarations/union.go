package declarations

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/rules"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

func (u Unit) unionDecl(t *shapes.Type, def *shapes.UnionDef, head gomodel.Head) gomodel.Decl {
	decl := &gomodel.Union{
		Head: head, Keyword: def.Plan.Keyword.String(), Marker: "is" + head.Name,
		Unknown: u.Names.Unknown(t), Unmarshal: u.Names.Unmarshal(t), Validate: u.Names.Validate(t), Rule: u.Rules.Of(t).Name,
		Nullable: u.Classes.AcceptsNull(t.Schema), Base: u.unionBase(t, def), Covered: u.Rules.Covered(t),
	}
	var byKind gomodel.ByKind
	var objects []int
	for i, v := range def.Variants {
		model := u.variantModel(v)
		model.Tag, model.Ruled = u.variantTag(v), def.Judges(v)
		decl.Variants = append(decl.Variants, model)
		kind := modelKind(def.Plan.Leaves[i].Kind)
		if kind == gomodel.KindObject {
			objects = append(objects, i)
		}
		byKind.Cases = append(byKind.Cases, gomodel.KindCase{Kind: kind, Variant: i})
	}
	switch how := u.chooseObject(t.Schema, def, objects, decl.Rule); {
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
func (b *Builder) chooseObject(s *api.Schema, def *shapes.UnionDef, objects []int, rule string) gomodel.Choose {
	if def.Plan.ByKey {
		var byKey gomodel.ByKey
		for _, i := range objects {
			byKey.Cases = append(byKey.Cases, gomodel.KeyCase{Value: def.Plan.Leaves[i].Key, Variant: i})
		}
		return byKey
	}
	if def.Plan.Tags != nil {
		return b.byTag(def.Plan, rule, func(s *api.Schema) int { return leafIndex(def.Plan, s) })
	}
	ruled := bySchema(b.Rules, def.Plan, rule, func(s *api.Schema) int { return leafIndex(def.Plan, s) })
	if ruled.Wire, ruled.Tags = b.Shapes.Mapping(s, def.Plan); ruled.Wire == "" {
		ruled.Wire, ruled.Tags = innerTags(def.Plan)
	}
	if len(ruled.Tags) == 0 {
		ruled.Evidence = b.evidence(def, objects)
	}
	return ruled
}

// innerTags returns the tags of the unions inside that lead to one variant, for a reader whom no rule tells which it is. Unions that go by
// another member than the first are left out.
func innerTags(plan *analysis.ChoicePlan) (wire string, cases []gomodel.KeyCase) {
	count := map[string]int{}
	for i, l := range plan.Leaves {
		if l.Told == nil || wire != "" && l.Told.Property != wire {
			continue
		}
		wire = l.Told.Property
		for _, v := range l.Told.Values(l.Schema) {
			if text, ok := v.(api.String); ok {
				count[string(text)]++
				cases = append(cases, gomodel.KeyCase{Value: string(text), Variant: i})
			}
		}
	}
	return wire, slices.DeleteFunc(cases, func(c gomodel.KeyCase) bool { return count[c.Value] > 1 })
}

// withoutQuiet returns the values of a tag that messages name.
func withoutQuiet(list []gomodel.Literal, quiet []api.Value) (told []gomodel.Literal) {
	without := tagLiterals(quiet)
	for _, l := range list {
		if !slices.Contains(without, l) {
			told = append(told, l)
		}
	}
	return told
}

func leafIndex(c *analysis.ChoicePlan, s *api.Schema) int {
	return slices.IndexFunc(c.Leaves, func(l *analysis.Leaf) bool { return l.Schema == s })
}

// byTag returns the choice by a table of tags. variant is the number of an alternative in the union that is declared.
func (b *Builder) byTag(plan *analysis.ChoicePlan, rule string, variant func(*api.Schema) int) gomodel.Choose {
	tags := plan.Tags
	by := gomodel.ByTag{Wire: tags.Property, Shared: tagLiterals(tags.Shared), Refused: tagLiterals(tags.Refused), Open: tags.Open}
	for _, c := range tags.Cases {
		by.Cases = append(by.Cases, gomodel.TagCase{Value: classes.TagLiteral(c.Value), Target: b.tagTarget(c.Target, variant)})
	}
	if tags.Default != nil {
		target := b.tagTarget(tags.Default, variant)
		by.Default = &target
	}
	if tags.Base {
		for _, c := range by.Cases {
			by.Known = append(by.Known, c.Value)
		}
		by.Known = withoutQuiet(by.Known, tags.Quiet)
	}
	if !tags.Decides() {
		by.Else = bySchema(b.Rules, plan, rule, variant)
	}
	return by
}

// tagTarget returns where a tag leads: to a variant, or to a union inside, whose variants are those of the union around it.
func (b *Builder) tagTarget(s *api.Schema, variant func(*api.Schema) int) gomodel.TagTarget {
	if i := variant(s); i >= 0 {
		return gomodel.TagTarget{Variant: i}
	}
	inner := b.Analysis.Choice(s)
	if inner.Tags != nil {
		return gomodel.TagTarget{Within: b.byTag(inner, b.Rules.Inner(s), variant)}
	}
	return gomodel.TagTarget{Within: bySchema(b.Rules, inner, b.Rules.Inner(s), variant)}
}

func bySchema(table *rules.Table, plan *analysis.ChoicePlan, rule string, variant func(*api.Schema) int) (by gomodel.BySchema) {
	by.Rule = rule
	for _, l := range plan.Leaves {
		if l.Kind == analysis.KindObject {
			by.Cases = append(by.Cases, gomodel.SchemaCase{Rule: table.Leaf(l), Variant: variant(l.Schema)})
		}
	}
	return by
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

// variantTag returns the field that tells which variant it is, nil if there is nothing to compare and nothing to fill in.
func (b *Builder) variantTag(v *shapes.Variant) *gomodel.VariantTag {
	if v.Tag == nil || !v.Tag.Tells && !v.Tag.Fill {
		return nil
	}
	tag := &gomodel.VariantTag{Field: b.Names.Field(v.Tag.Member), Wire: v.Tag.Member.Wire, Fill: v.Tag.Fill, Empty: v.Tag.Empty, Values: tagLiterals(v.Tag.Values)}
	if v.Tag.Tells {
		tag.Compare, tag.Not = true, tagLiterals(v.Tag.Not)
	}
	if v.Tag.Quiet != nil {
		tag.Known = withoutQuiet(tag.Values, v.Tag.Quiet)
		if tag.Not != nil {
			tag.Known = withoutQuiet(tag.Not, v.Tag.Quiet)
		}
	}
	return tag
}
