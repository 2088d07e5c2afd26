package shapes

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
)

// unionDef declares the variants of a union.
func (p *Planner) unionDef(t *Type) *UnionDef {
	s := t.Schema
	c := p.analysis.Choice(s)
	p.enforceStatic(s, classes.Union)
	p.enforceParts(s)
	def := &UnionDef{Plan: c}
	for _, l := range c.Leaves {
		v := &Variant{Type: p.leafType(t, l), Pos: l.Part.Pos}
		if v.Type.VariantOf == nil {
			v.Type.VariantOf = t
		}
		if c.Tags != nil && l.Kind == analysis.KindObject {
			p.markConstant(v.Type, c.Tags, l)
		}
		def.Variants = append(def.Variants, v)
	}
	def.Base = p.baseVariant(s, def)
	p.reportTags(s, c)
	return def
}

// enforceParts notes what leads from a choice to its leaves: wrappers, null, choices inside.
func (p *Planner) enforceParts(s *api.Schema) {
	if s.Compose == nil {
		return
	}
	for _, part := range slices.Concat(s.Compose.OneOf, s.Compose.AnyOf) {
		p.enforceWrappers(part)
		core, _ := p.analysis.Peel(part)
		switch {
		case analysis.OnlyNull(core):
			p.enforce(core, api.KwType)
		case p.types[core] == nil && p.analysis.Choice(core) != nil:
			p.enforceStatic(core, classes.Union)
			p.enforceParts(core)
		case p.types[core] != nil && p.analysis.Choice(core) != nil:
			p.defineOnce(p.types[core]) // its variants are ours
		}
	}
}

// leafType returns the type of a variant. A component is one by its own name; an inline scalar, list or map gets a name.
func (p *Planner) leafType(union *Type, l *analysis.Leaf) *Type {
	if t := p.leafTypes[l.Schema]; t != nil && !l.Loose {
		return t
	}
	if t := p.types[l.Schema]; t != nil && !l.Loose {
		p.Use(l.Part, Place{Parent: union}) // its shape may be another: "X or null" is anything where X alone has no place for null
		return t
	}
	if l.Loose {
		return looseVariant(union, l)
	}
	switch c := p.classes.Classify(l.Schema); c {
	case classes.Struct, classes.Tuple, classes.Enum, classes.Union:
		return p.Use(l.Part, Place{Parent: union, Suffix: variantWord(p, l), Others: requiredWords(p, l)}).Shape.(Named).Type
	default:
		return p.valueVariant(union, l, c)
	}
}

// valueVariant declares the named type of an inline scalar, list, map or free value in a union: RetryDurationInt32.
func (p *Planner) valueVariant(union *Type, l *analysis.Leaf, c classes.Class) *Type {
	s := l.Schema
	t := &Type{Schema: s, ByValue: c != classes.Anything, Residue: p.classes.Residue(s, c), defined: true}
	p.leafTypes[s] = t
	p.enforceWrappers(l.Part)
	at := Place{Parent: t}
	word := "Object"
	switch c {
	case classes.Scalar:
		kind := p.defineScalar(s)
		t.Def, word = ScalarDef{Kind: kind}, kindWord(kind)
	case classes.List:
		t.Def, word = ListDef{p.elem(s, at)}, "List"
	case classes.Map:
		t.Def, word = MapDef{p.value(s, at)}, "Map"
	default:
		t.Def = AnythingDef{}
	}
	if title := p.analysis.Title(l.Part); title != "" && l.Kind == analysis.KindObject {
		word = p.style.Suffix(title)
	}
	if l.Part.ID != union.Schema.ID { // a part of a type list is no schema of the document
		p.uses[l.Part] = Use{Shape: OwnShape(t), Schema: s}
		p.uses[s] = p.uses[l.Part]
	}
	t.Origin = FromVariant{union, word, l.Part}
	union.Inline = append(union.Inline, t)
	return t
}

// looseVariant declares the plain type of several parts that have a JSON kind in common.
func looseVariant(union *Type, l *analysis.Leaf) *Type {
	free := &api.Schema{ID: union.Schema.ID, Pos: l.Part.Pos}
	t := &Type{Schema: free, ByValue: true, defined: true}
	word := "List"
	t.Def = ListDef{Use{Shape: Anything{}}}
	if kind := classes.BuiltinKind(l.Kind); kind != "" {
		t.Def, word = ScalarDef{Kind: kind}, kindWord(kind)
	}
	t.Origin = FromVariant{union, word, l.Part}
	union.Inline = append(union.Inline, t)
	return t
}

// Mapping returns the values of a discriminator for the leaves that it names, by the mapping or by the names of components.
func (p *Planner) Mapping(s *api.Schema, c *analysis.ChoicePlan) (wire string, cases []gomodel.KeyCase) {
	if s.OpenAPI == nil || s.OpenAPI.Discriminator == nil {
		return "", nil
	}
	d := s.OpenAPI.Discriminator
	seen := map[string]bool{}
	add := func(value string, target *api.Schema) {
		core, _ := p.analysis.Peel(target)
		for i, l := range c.Leaves {
			if l.Schema == core && !seen[value] {
				seen[value] = true
				cases = append(cases, gomodel.KeyCase{Value: value, Variant: i})
			}
		}
	}
	for _, entry := range d.Mapping {
		if entry.Target != nil {
			add(entry.Value, entry.Target)
		}
	}
	for _, component := range slices.Concat(p.catalog.list, p.catalog.others) {
		add(component.Name, component.Schema)
	}
	return d.PropertyName, cases
}

// variantWord names an inline object of a union: by its title, its tag, the first property that it requires, or its first one.
func variantWord(p *Planner, l *analysis.Leaf) string {
	object := p.analysis.ObjectOf(l.Schema)
	switch title := p.analysis.Title(l.Part); {
	case title != "":
		return p.style.Suffix(title)
	case l.Tag != "":
		return p.style.Suffix(l.Tag)
	case l.Key != "":
		return p.style.Suffix(l.Key)
	case l.Kind == analysis.KindArray:
		return "Tuple"
	case l.Kind != analysis.KindObject:
		return "Enum"
	case len(object.Required) > 0:
		return p.style.Suffix(object.Required[0].Name)
	case len(object.Properties) > 0:
		return p.style.Suffix(object.Properties[0].Name)
	}
	return "Object"
}

// requiredWords names a variant by the other properties that it requires.
func requiredWords(p *Planner, l *analysis.Leaf) (list []string) {
	if l.Kind != analysis.KindObject {
		return nil
	}
	for _, m := range p.analysis.ObjectOf(l.Schema).Required {
		list = append(list, p.style.Suffix(m.Name))
	}
	return list
}

func kindWord(k gomodel.ScalarKind) string {
	switch k {
	case gomodel.UUID:
		return "UUID"
	case gomodel.String, gomodel.Bool, gomodel.Int32, gomodel.Int64, gomodel.Uint64, gomodel.Float64, gomodel.Decimal, gomodel.Time, gomodel.Date, gomodel.Bytes:
		text := string(k)
		return string(text[0]-'a'+'A') + text[1:]
	}
	return string(k)
}

// markConstant notes that a variant has no field for its tag, if that is a const: an enum of one value may grow.
func (p *Planner) markConstant(t *Type, tags *analysis.TagTable, l *analysis.Leaf) {
	property, _ := api.Find(p.analysis.ObjectOf(l.Schema).Properties, tags.Property)
	if _, ok := p.analysis.RequiredConstant(l.Schema, tags.Property); !ok || property == nil || property.Const == nil || len(tags.Values(l.Schema)) != 1 {
		return
	}
	t.markTag(tags.Property)
	p.enforced.Enforce(property, analysis.EnumLike)
}

func (t *Type) markTag(name string) {
	if t.Tags == nil {
		t.Tags = map[string]bool{}
	}
	t.Tags[name] = true
}
