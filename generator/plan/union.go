package plan

import (
	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// A choicePlan is a union that Go can decide statically: its variants are provably disjoint, by JSON kind or by a required
// constant. Then "exactly one" and "at least one" are the same, and follow from the first fit.
type choicePlan struct {
	keyword  api.Keyword
	parts    []*api.Schema // without "null"
	kinds    []gomodel.JSONKind
	tag      string
	tags     []string
	nullable bool
}

// choice returns the plan for a oneOf or anyOf, nil if it is not provably disjoint.
func (p *planner) choice(s *api.Schema) *choicePlan {
	set := asserted(s).minus(setOf(api.KwDiscriminator, api.KwReadOnly, api.KwWriteOnly))
	c := &choicePlan{keyword: api.KwOneOf}
	all := s.Compose.OneOf
	switch set {
	case setOf(api.KwOneOf):
	case setOf(api.KwAnyOf):
		c.keyword, all = api.KwAnyOf, s.Compose.AnyOf
	default:
		return nil
	}
	for _, part := range all {
		if onlyNull(part) {
			c.nullable = true
			continue
		}
		if _, orNull := p.peel(part); orNull || !p.refusesNull(part) {
			return nil
		}
		c.parts = append(c.parts, part)
	}
	if len(c.parts) < 2 || c.nullable && len(all)-len(c.parts) > 1 {
		return nil
	}
	if p.chooseByKind(c) || p.chooseByTag(c, s) {
		return c
	}
	return nil
}

// chooseByKind reports whether each part has a JSON kind of its own.
func (p *planner) chooseByKind(c *choicePlan) bool {
	seen := map[gomodel.JSONKind]bool{}
	for _, part := range c.parts {
		core, _ := p.peel(part)
		kind, ok := p.variantKind(core)
		if !ok || seen[kind] || kind == gomodel.KindInteger && seen[gomodel.KindNumber] || kind == gomodel.KindNumber && seen[gomodel.KindInteger] {
			c.kinds = nil
			return false
		}
		seen[kind] = true
		c.kinds = append(c.kinds, kind)
	}
	return true
}

// variantKind returns the JSON kind of a scalar or an object.
func (p *planner) variantKind(s *api.Schema) (gomodel.JSONKind, bool) {
	if isPlainStruct(s) {
		return gomodel.KindObject, true
	}
	set := asserted(s)
	if set.has(api.KwOneOf) || set.has(api.KwAnyOf) || set.has(api.KwAllOf) || set.has(api.KwRef) || set.has(api.KwEnum) || len(valueTypes(s)) != 1 {
		return 0, false
	}
	if p.types[s] == nil && p.residue(s, isScalar) != (keywordSet{}) {
		return 0, false // a variant without type of its own has no place for a rule
	}
	switch valueTypes(s)[0] {
	case api.TypeString:
		return gomodel.KindString, true
	case api.TypeInteger:
		return gomodel.KindInteger, true
	case api.TypeNumber:
		return gomodel.KindNumber, true
	case api.TypeBoolean:
		return gomodel.KindBool, true
	}
	return 0, false
}

// isPlainStruct reports whether s is an object with properties and no choice, whatever its other keywords.
func isPlainStruct(s *api.Schema) bool {
	set := asserted(s)
	types := valueTypes(s)
	return len(types) == 1 && types[0] == api.TypeObject && s.Form == api.FormObject && set.has(api.KwProperties) &&
		!set.has(api.KwOneOf) && !set.has(api.KwAnyOf) && !set.has(api.KwAllOf) && !set.has(api.KwRef) && !set.has(api.KwEnum)
}

// chooseByTag looks for a property that every part requires with a constant of its own, the discriminator's first.
func (p *planner) chooseByTag(c *choicePlan, s *api.Schema) bool {
	var cores []*api.Schema
	for _, part := range c.parts {
		core, _ := p.peel(part)
		if !isPlainStruct(core) {
			return false
		}
		cores = append(cores, core)
	}
	var candidates []string
	if s.OpenAPI != nil && s.OpenAPI.Discriminator != nil {
		candidates = append(candidates, s.OpenAPI.Discriminator.PropertyName)
	}
	for _, property := range cores[0].Object.Properties {
		candidates = append(candidates, property.Name)
	}
	for _, name := range candidates {
		if tags, ok := p.tagValues(cores, name); ok {
			c.tag, c.tags = name, tags
			return true
		}
	}
	return false
}

// tagValues returns the constant of the required property name in each object; they must differ.
func (p *planner) tagValues(cores []*api.Schema, name string) (tags []string, ok bool) {
	seen := map[string]bool{}
	for _, core := range cores {
		tag, ok := p.requiredConstant(core, name)
		if !ok || seen[tag] {
			return nil, false
		}
		seen[tag] = true
		tags = append(tags, tag)
	}
	return tags, true
}

func (p *planner) requiredConstant(s *api.Schema, name string) (tag string, ok bool) {
	property, found := api.Find(s.Object.Properties, name)
	if !found || !isRequired(s, name) {
		return "", false
	}
	core, orNull := p.peel(property)
	if orNull || allowsNull(core) {
		return "", false
	}
	if core.Const != nil {
		text, ok := core.Const.Value.(api.String)
		return string(text), ok
	}
	if len(core.Enum) != 1 {
		return "", false
	}
	text, ok := core.Enum[0].Value.(api.String)
	return string(text), ok
}

func isRequired(s *api.Schema, name string) bool {
	for _, r := range s.Object.Required {
		if r.Name == name {
			return true
		}
	}
	return false
}

// typeChoice returns the plan for a type list of scalars, nil if there is none.
func (p *planner) typeChoice(s *api.Schema) *choicePlan {
	set := asserted(s)
	if s.Const != nil || set.has(api.KwEnum) || set.has(api.KwNot) || set.has(api.KwIf) {
		return nil
	}
	c := &choicePlan{keyword: api.KwType, nullable: allowsNull(s)}
	for _, t := range valueTypes(s) {
		part := *s
		part.Types = []api.Type{t}
		part.Extensions = nil
		kind, ok := p.variantKind(&part)
		if !ok || kind == gomodel.KindObject {
			return nil
		}
		c.parts = append(c.parts, &part)
		c.kinds = append(c.kinds, kind)
	}
	return c
}

// unionDef declares the variants of a union.
func (p *planner) unionDef(t *typ) *unionDef {
	c := p.typeChoiceOrChoice(t.schema)
	p.enforceStatic(t.schema, isUnion)
	def := &unionDef{keyword: c.keyword, tag: c.tag}
	for i, part := range c.parts {
		v := &variant{pos: part.Pos}
		if c.kinds != nil {
			v.kind = c.kinds[i]
		} else {
			v.tag = c.tags[i]
		}
		core, _ := p.peel(part)
		if v.kind != 0 && v.kind != gomodel.KindObject && p.types[core] == nil {
			v.typ = p.scalarVariant(t, part, core)
		} else {
			v.typ = p.use(part, place{parent: t, suffix: p.variantWord(part, v)}).shape.(named).typ
		}
		if v.typ.variantOf == nil {
			v.typ.variantOf = t
		}
		if c.tag != "" && constTag(v.typ.schema, c.tag) {
			v.typ.markTag(c.tag)
		}
		def.variants = append(def.variants, v)
	}
	p.enforceNulls(t.schema)
	p.reportDiscriminator(t.schema, c)
	return def
}

// reportDiscriminator: what tells variants apart is their constants. A discriminator that says otherwise has no effect.
func (p *planner) reportDiscriminator(s *api.Schema, c *choicePlan) {
	if s.OpenAPI == nil || s.OpenAPI.Discriminator == nil {
		return
	}
	d := s.OpenAPI.Discriminator
	if d.PropertyName != c.tag {
		how := "by their JSON types"
		if c.tag != "" {
			how = "by the constants of " + c.tag
		}
		p.findings.Warn(s.At(api.KwDiscriminator), diag.RuleNoEffect, "the discriminator names the property %q, but the variants are told apart %s", d.PropertyName, how)
		return
	}
	for _, entry := range d.Mapping {
		for i, part := range c.parts {
			core, _ := p.peel(part)
			if entry.Target == nil {
				continue // parse has reported it
			}
			if target, _ := p.peel(entry.Target); core == target && entry.Value != c.tags[i] {
				p.findings.Warn(entry.Pos, diag.RuleNoEffect, "the mapping says %q, but the constant of that variant is %q", entry.Value, c.tags[i])
			}
		}
	}
}

func (p *planner) typeChoiceOrChoice(s *api.Schema) *choicePlan {
	if s.Compose != nil && (s.Compose.OneOf != nil || s.Compose.AnyOf != nil) {
		return p.choice(s)
	}
	return p.typeChoice(s)
}

func (p *planner) enforceNulls(s *api.Schema) {
	if s.Compose == nil {
		return
	}
	for _, list := range [][]*api.Schema{s.Compose.OneOf, s.Compose.AnyOf} {
		for _, part := range list {
			if onlyNull(part) {
				p.enforce(part, api.KwType)
			}
		}
	}
}

// scalarVariant declares the named type of a scalar in a union: RetryDurationInt32.
func (p *planner) scalarVariant(union *typ, part, core *api.Schema) *typ {
	kind := scalarKind(core)
	p.enforceWrappers(part)
	p.enforceStatic(core, isScalar)
	if ensures(kind, core.Format) {
		p.enforce(core, api.KwFormat)
	}
	if part.ID != union.schema.ID { // a part of a type list is no schema of the document
		p.uses[part] = use{shape: scalar{kind}, schema: core}
		p.uses[core] = p.uses[part]
	}
	t := &typ{schema: core, def: scalarDef{kind}}
	t.want = p.variantWish(union, kindWord(kind), part)
	union.inline = append(union.inline, t)
	return t
}

// variantWord names an inline object of a union: by its title, else by its tag, else by what it is.
func (p *planner) variantWord(part *api.Schema, v *variant) string {
	switch title := p.title(part); {
	case title != "":
		return p.style.Suffix(title)
	case v.tag != "":
		return p.style.Suffix(v.tag)
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
func constTag(s *api.Schema, tag string) bool {
	property, _ := api.Find(s.Object.Properties, tag)
	return property != nil && property.Const != nil
}

func (t *typ) markTag(name string) {
	if t.tags == nil {
		t.tags = map[string]bool{}
	}
	t.tags[name] = true
}
