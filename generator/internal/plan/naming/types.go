package naming

import (
	"path"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/ident"
	"github.com/oas2go/oas2go/generator/internal/plan/names"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// claimTypes claims names for components and aliases, then external schemas, then the types of operations, and for what is inside.
func (p *Planner) claimTypes() {
	for _, r := range p.Shapes.Roots() {
		if r.Alias != nil {
			c := p.componentClaim(r.Alias.Component)
			c.Level = levelOf(r.Alias.Component)
			p.claim(r.Alias, role{}, c)
			continue
		}
		level := levelRoots
		if from, ok := r.Type.Origin.(shapes.FromComponent); ok {
			level = levelOf(from.Component)
		}
		p.claimType(r.Type, level)
	}
	bases := p.Shapes.Bases()
	for t := range p.Shapes.All() {
		p.claimBelonging(t)
		if def, ok := t.Def.(*shapes.StructDef); ok {
			p.claimFields(t, def, bases[t])
		}
	}
}

func levelOf(c directions.Component) int {
	switch {
	case c.Union != nil:
		return levelBases
	case c.External:
		return levelExternals
	}
	return levelComponents
}

// claimType claims the name of a type and of the types inside it, which carry its name.
func (p *Planner) claimType(t *shapes.Type, level int) {
	var c names.Claim
	switch from := t.Origin.(type) {
	case shapes.FromComponent:
		c = p.componentClaim(from.Component)
	case shapes.FromPlace:
		c = p.inlineClaim(t.Schema, from.At)
	case shapes.FromVariant:
		c = names.Claim{
			Parent: p.names.types[from.Union], Fit: names.Fit{Limit: ident.MaxType}, Ladder: []string{from.Word, from.Word + "Value"},
			Key: p.Shapes.Pointer(from.Part) + " " + from.Word, Pos: from.Part.Pos,
		}
	}
	c.Level = level
	p.claim(t, role{}, c)
	for _, inner := range t.Inline {
		p.claimType(inner, max(level+1, levelInline))
	}
}

func (p *Planner) componentClaim(c directions.Component) names.Claim {
	switch {
	case c.Union != nil:
		return p.baseClaim(c)
	case c.External:
		return p.externalClaim(c)
	}
	plain := p.Style.Kept(c.Name)
	id := plain
	own, ok := c.Schema.Extension("x-go-name").(api.String)
	if core, _ := p.Analysis.Peel(c.Schema); !ok && p.Shapes.GivesName(c.Schema, core) {
		own, ok = core.Extension("x-go-name").(api.String)
	}
	if ok {
		id = names.Own(string(own), id, c.Schema.Pos, p.findings)
	}
	claim := names.Claim{Ladder: ladder(id, c.Name, "Model"), Key: p.Shapes.Pointer(c.Schema), First: id == c.Name, Said: c.Name, Pos: c.Schema.Pos}
	if id != plain { // another x-go-name may be the same
		claim.Ladder = append([]string{id}, ladder(plain, c.Name, "Model")...)
	}
	if c.Sent {
		claim.Ladder, claim.First, claim.Key = []string{id + "Input", id + "ToSend"}, false, claim.Key+" to send"
	}
	return claim
}

// ladder returns the steps for a name that the document spells: the way of spelling helps only if it differs from Go's.
func ladder(id, said, last string) []string {
	if spelling := ident.Spelling(said); id != said && spelling != "Plain" {
		return []string{id, id + spelling, id + last}
	}
	return []string{id, id + last}
}

// externalClaim asks for the name of an external schema. If it is taken, the file says more, and then the folders.
func (p *Planner) externalClaim(c directions.Component) names.Claim {
	id := p.Style.Kept(c.Name)
	if own, ok := c.Schema.Extension("x-go-name").(api.String); ok {
		id = names.Own(string(own), id, c.Schema.Pos, p.findings)
	}
	pos := c.Schema.Pos
	claim := names.Claim{Key: p.Shapes.Pointer(c.Schema), First: id == c.Name, Said: c.Name, Pos: pos}
	suffix, last := "", "Model"
	if c.Sent {
		suffix, last, claim.First, claim.Key = "Input", "ToSend", false, claim.Key+" to send"
	}
	steps := []string{id + suffix}
	words := ""
	if pos.Path != nil {
		words = p.Style.Exported(pos.File.Stem())
		steps = append(steps, words+id+suffix)
	}
	for dir := path.Dir(pos.File.Relative); dir != "." && dir != "/" && path.Base(dir) != ".."; dir = path.Dir(dir) {
		words = p.Style.Exported(path.Base(dir)) + words
		steps = append(steps, words+id+suffix)
	}
	claim.Ladder = append(steps, id+last)
	return claim
}

// inlineClaim asks for the name of a type that stands inside another, or inside an operation.
func (p *Planner) inlineClaim(s *api.Schema, at shapes.Place) names.Claim {
	name := at.Owner + at.Suffix
	if at.Parent == nil && name == "" {
		name = "Inline"
	}
	steps := []string{name}
	for _, word := range at.Others {
		if word != name {
			steps = append(steps, word)
		}
	}
	steps = append(steps, name+"Value")
	if at.Parent == nil && s.Pos.Elsewhere() {
		steps = []string{name, p.Style.Exported(s.Pos.File.Stem()) + name, name + "Value"}
	}
	c := names.Claim{Ladder: steps, Key: p.Shapes.Pointer(s), Pos: s.Pos}
	if at.Parent != nil {
		c.Parent, c.Fit.Limit = p.names.types[at.Parent], ident.MaxType
	}
	return c
}

// claimBelonging names what belongs to a type: the constants of an enum, the functions of a union, the function with defaults.
func (p *Planner) claimBelonging(t *shapes.Type) {
	owner := p.names.types[t]
	switch def := t.Def.(type) {
	case shapes.EnumDef:
		p.claimConstants(t, owner)
	case *shapes.UnionDef:
		key, pos := owner.Key, t.Schema.Pos
		if def.Base == nil {
			p.claim(t, role{what: unknownVariant}, names.Claim{Level: levelBelonging, Parent: owner, Fit: names.Fit{Limit: ident.MaxName}, Ladder: []string{"Unknown", "UnknownValue"}, Key: key + " unknown", Pos: pos})
		}
		p.claim(t, role{what: unmarshalFunc}, names.Claim{Level: levelBelonging, Parent: owner, Before: []string{"Unmarshal", "Unmarshal"}, Ladder: []string{"", "JSON"}, Key: key, Pos: pos})
		p.claim(t, role{what: validateFunc}, names.Claim{Level: levelBelonging, Parent: owner, Before: []string{"Validate", "Validate"}, Ladder: []string{"", "Value"}, Key: key, Pos: pos})
	case *shapes.StructDef:
		if p.Values.HasDefaults(t) {
			p.claim(t, role{what: newFunc}, names.Claim{Level: levelBelonging, Parent: owner, Before: []string{"New", ""}, Ladder: []string{"", "WithDefaults"}, Key: owner.Key, Pos: t.Schema.Pos})
		}
	}
}

// claimConstants names the values of an enum. Equal values were reported by parse and count once.
func (p *Planner) claimConstants(t *shapes.Type, owner *names.Claim) {
	given := p.Analysis.Constants(t.Schema)
	entries := p.Analysis.Entries(t.Schema)
	for _, i := range p.Analysis.EnumValues(t.Schema) {
		e := entries[i]
		said := enumText(e.Value)
		word, full := p.Style.Suffix(said), p.Style.Suffix(ident.SpellOut(said))
		steps := []string{word, word + "Value"}
		if full != word { // "!open" beside "open" is NotOpen
			steps = []string{word, full, word + "Value"}
		}
		if own := given[i].Name; own != "" && ident.Valid("X"+own) {
			steps = []string{own, own + "Value"}
		} else if own != "" {
			steps = append([]string{p.Style.Suffix(own)}, steps...)
		}
		p.claim(t, role{constantOf, i}, names.Claim{
			Level: levelBelonging, Parent: owner, Fit: names.Fit{Limit: ident.MaxName, Value: true}, Ladder: steps, Key: p.Shapes.Pointer(t.Schema) + " " + said, First: full == word, Pos: e.Pos,
		})
	}
}

func enumText(v api.Value) string {
	switch v := v.(type) {
	case api.String:
		return string(v)
	case api.Number:
		return v.String()
	}
	return ""
}

// claimFields names the fields of a struct: each struct is a space of its own, with the methods that it gets.
func (p *Planner) claimFields(t *shapes.Type, def *shapes.StructDef, bases []*shapes.Type) {
	space := names.NewSpace(methodNames...)
	p.claimShared(bases, space)
	if p.Rules.Extra(def) != nil {
		name := "Extra"
		if def.Tuple {
			name = "Rest"
		}
		p.claim(t, role{what: extraField}, names.Claim{Space: space, Level: levelFields, Ladder: []string{name}})
	}
	if def.Other {
		p.claim(t, role{what: otherField}, names.Claim{Space: space, Level: levelFields + 1, Ladder: []string{"Other", "OtherValue"}})
	}
	for _, m := range def.Members {
		c := p.fieldClaim(m)
		if def.Tuple {
			c = p.itemClaim(m)
		}
		c.Space, c.Level = space, levelFields+2
		p.claim(m, role{}, c)
	}
}

// methodNames are those of generated types; a field cannot share a name with a method.
var methodNames = []string{"Validate", "MarshalJSON", "UnmarshalJSON", "AppendJSON"}

// itemClaim names a field of a tuple: by x-go-name or the title of the item, else by its position.
func (p *Planner) itemClaim(m *shapes.Member) names.Claim {
	position := "Item" + m.Wire
	claim := names.Claim{Key: m.Wire, Ladder: []string{position}, Said: m.Wire, Pos: m.Pos}
	if own, ok := m.Schema.Extension("x-go-name").(api.String); ok {
		claim.Ladder = []string{names.Own(string(own), position, m.Schema.Pos, p.findings), position}
	} else if title := p.Analysis.Title(m.Schema); title != "" {
		claim.Ladder = []string{p.Style.Exported(title), position}
	}
	return claim
}

// fieldClaim: of properties that fold to one name, the one in camelCase keeps it, and others say how they are written.
func (p *Planner) fieldClaim(m *shapes.Member) names.Claim {
	id := p.Style.Field(m.Wire)
	claim := names.Claim{Key: m.Wire, Said: m.Wire, Pos: m.Pos}
	if own, ok := m.Schema.Extension("x-go-name").(api.String); ok {
		id = names.Own(string(own), id, m.Schema.Pos, p.findings)
		claim.First = true
	}
	claim.First = claim.First || id == m.Wire || ident.Spelling(m.Wire) == "Camel" || ident.Spelling(m.Wire) == "Plain"
	claim.Ladder = ladder(id, m.Wire, "Field")
	if full := p.Style.Exported(ident.SpellOut(m.Wire)); full != id { // "@type" beside "type" is AtType
		claim.First = false
		claim.Ladder = []string{id, full, id + "Field"}
	}
	return claim
}
