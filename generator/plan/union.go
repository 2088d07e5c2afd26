package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// unionDef declares the variants of a union.
func (p *planner) unionDef(t *typ) *unionDef {
	s := t.schema
	c := p.choice(s)
	p.enforceStatic(s, isUnion)
	p.enforceParts(s)
	def := &unionDef{plan: c}
	for _, l := range c.leaves {
		v := &variant{typ: p.leafType(t, l), pos: l.part.Pos}
		if v.typ.variantOf == nil {
			v.typ.variantOf = t
		}
		if c.tag != "" && l.tag != "" && p.constTag(l.schema, c.tag) {
			v.typ.markTag(c.tag)
		}
		def.variants = append(def.variants, v)
	}
	p.reportDiscriminator(s, c)
	return def
}

// enforceParts notes what leads from a choice to its leaves: wrappers, null, choices inside.
func (p *planner) enforceParts(s *api.Schema) {
	if s.Compose == nil {
		return
	}
	for _, part := range slices.Concat(s.Compose.OneOf, s.Compose.AnyOf) {
		p.enforceWrappers(part)
		core, _ := p.peel(part)
		switch {
		case onlyNull(core):
			p.enforce(core, api.KwType)
		case p.types[core] == nil && p.choice(core) != nil:
			p.enforceStatic(core, isUnion)
			p.enforceParts(core)
		case p.types[core] != nil && p.choice(core) != nil:
			p.defineOnce(p.types[core]) // its variants are ours
		}
	}
}

// leafType returns the type of a variant. A component is one by its own name; an inline scalar, list or map gets a name.
func (p *planner) leafType(union *typ, l *leaf) *typ {
	if t := p.leafTypes[l.schema]; t != nil && !l.loose {
		return t
	}
	if t := p.types[l.schema]; t != nil && !l.loose {
		p.use(l.part, place{parent: union}) // its shape may be another: "X or null" is anything where X alone has no place for null
		return t
	}
	if l.loose {
		return p.looseVariant(union, l)
	}
	switch c := p.classify(l.schema); c {
	case isStruct, isTuple, isEnum, isUnion:
		return p.use(l.part, place{parent: union, suffix: p.variantWord(l)}).shape.(named).typ
	default:
		return p.valueVariant(union, l, c)
	}
}

// valueVariant declares the named type of an inline scalar, list, map or free value in a union: RetryDurationInt32.
func (p *planner) valueVariant(union *typ, l *leaf, c class) *typ {
	s := l.schema
	t := &typ{schema: s, byValue: c != isAnything, residue: p.residue(s, c), defined: true}
	p.leafTypes[s] = t
	p.enforceWrappers(l.part)
	at := place{parent: t}
	word := "Object"
	switch c {
	case isScalar:
		kind := p.defineScalar(s)
		t.def, word = scalarDef{kind}, kindWord(kind)
	case isList:
		t.def, word = listDef{p.elem(s, at)}, "List"
	case isDict:
		t.def, word = dictDef{p.value(s, at)}, "Map"
	default:
		t.def = anythingDef{}
	}
	if title := p.title(l.part); title != "" && l.kind == gomodel.KindObject {
		word = p.style.Suffix(title)
	}
	if l.part.ID != union.schema.ID { // a part of a type list is no schema of the document
		p.uses[l.part] = use{shape: p.ownShape(t), schema: s}
		p.uses[s] = p.uses[l.part]
	}
	t.want = p.variantWish(union, word, l.part)
	union.inline = append(union.inline, t)
	return t
}

// looseVariant declares the plain type of several parts that have a JSON kind in common.
func (p *planner) looseVariant(union *typ, l *leaf) *typ {
	free := &api.Schema{ID: union.schema.ID, Pos: l.part.Pos}
	t := &typ{schema: free, byValue: true, defined: true}
	word := "List"
	t.def = listDef{use{shape: anything{}}}
	if kind := builtinKind(kindsOfJSON(l.kind)); kind != "" {
		t.def, word = scalarDef{kind}, kindWord(kind)
	}
	t.want = p.variantWish(union, word, l.part)
	union.inline = append(union.inline, t)
	return t
}

func kindsOfJSON(k gomodel.JSONKind) kindSet {
	for _, one := range []kindSet{kindBoolean, kindInteger, kindNumber, kindString} {
		if jsonKind(one) == k {
			return one
		}
	}
	return kindArray
}

// reportDiscriminator: what tells variants apart is their constants. A discriminator that says otherwise has no effect.
func (p *planner) reportDiscriminator(s *api.Schema, c *choicePlan) {
	if s.OpenAPI == nil || s.OpenAPI.Discriminator == nil {
		return
	}
	d := s.OpenAPI.Discriminator
	at := s.At(api.KwDiscriminator)
	switch {
	case c.byRule:
		f := p.findings.Warn(at, diag.RuleNoEffect, "the discriminator does not tell the variants apart: what is valid is said by their other keywords alone")
		f.Hint = "require " + d.PropertyName + " in each variant, with a constant of its own (const, or an enum of one value)"
		return
	case d.PropertyName != c.tag:
		how := "by their JSON types"
		switch {
		case c.tag != "":
			how = "by the constants of " + c.tag
		case c.byKey:
			how = "by a member that only one of them has"
		}
		p.findings.Warn(at, diag.RuleNoEffect, "the discriminator names the property %q, but the variants are told apart %s", d.PropertyName, how)
		return
	}
	for _, entry := range d.Mapping {
		for _, l := range c.leaves {
			if entry.Target == nil {
				continue // parse has reported it
			}
			if target, _ := p.peel(entry.Target); l.schema == target && entry.Value != l.tag {
				p.findings.Warn(entry.Pos, diag.RuleNoEffect, "the mapping says %q, but the constant of that variant is %q", entry.Value, l.tag)
			}
		}
	}
}

// mapping returns the values of a discriminator for the leaves that it names, by the mapping or by the names of components.
func (p *planner) mapping(s *api.Schema, c *choicePlan) (wire string, cases []gomodel.TagCase) {
	if s.OpenAPI == nil || s.OpenAPI.Discriminator == nil {
		return "", nil
	}
	d := s.OpenAPI.Discriminator
	seen := map[string]bool{}
	add := func(value string, target *api.Schema) {
		core, _ := p.peel(target)
		for i, l := range c.leaves {
			if l.schema == core && !seen[value] {
				seen[value] = true
				cases = append(cases, gomodel.TagCase{Value: value, Variant: i})
			}
		}
	}
	for _, entry := range d.Mapping {
		if entry.Target != nil {
			add(entry.Value, entry.Target)
		}
	}
	for _, component := range slices.Concat(p.components, p.otherNames) {
		add(component.name, component.schema)
	}
	return d.PropertyName, cases
}

// variantWord names an inline object of a union: by its title, its tag, the first property that it requires, or its first one.
func (p *planner) variantWord(l *leaf) string {
	object := p.objectOf(l.schema)
	switch title := p.title(l.part); {
	case title != "":
		return p.style.Suffix(title)
	case l.tag != "":
		return p.style.Suffix(l.tag)
	case l.key != "":
		return p.style.Suffix(l.key)
	case l.kind == gomodel.KindArray:
		return "Tuple"
	case l.kind != gomodel.KindObject:
		return "Enum"
	case len(object.Required) > 0:
		return p.style.Suffix(object.Required[0].Name)
	case len(object.Properties) > 0:
		return p.style.Suffix(object.Properties[0].Name)
	}
	return "Object"
}

func kindWord(k gomodel.ScalarKind) string {
	switch k {
	case gomodel.UUID:
		return "UUID"
	case gomodel.String, gomodel.Bool, gomodel.Int32, gomodel.Int64, gomodel.Float64, gomodel.Time, gomodel.Date, gomodel.Bytes:
		text := string(k)
		return string(text[0]-'a'+'A') + text[1:]
	}
	return string(k)
}

// constTag reports whether the tag is a const, which gets no field, and not an enum of one value, which may grow.
func (p *planner) constTag(s *api.Schema, tag string) bool {
	property, _ := api.Find(p.objectOf(s).Properties, tag)
	return property != nil && property.Const != nil
}

func (t *typ) markTag(name string) {
	if t.tags == nil {
		t.tags = map[string]bool{}
	}
	t.tags[name] = true
}
