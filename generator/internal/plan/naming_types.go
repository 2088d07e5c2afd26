package plan

import (
	"path"

	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// claimTypes claims names for components and aliases, then external schemas, then the types of operations, and for what is inside.
func (p *planner) claimTypes() {
	for _, r := range p.rootTypes() {
		if r.alias != nil {
			c := p.componentClaim(r.alias.component)
			c.Level = levelOf(r.alias.component)
			p.claim(r.alias, role{}, c)
			continue
		}
		level := levelRoots
		if from, ok := r.typ.origin.(fromComponent); ok {
			level = levelOf(from.component)
		}
		p.claimType(r.typ, level)
	}
	for t := range p.all() {
		p.claimBelonging(t)
		if def, ok := t.def.(*structDef); ok {
			p.claimFields(t, def)
		}
	}
}

func levelOf(c component) int {
	if c.external {
		return levelExternals
	}
	return levelComponents
}

// claimType claims the name of a type and of the types inside it, which carry its name.
func (p *planner) claimType(t *typ, level int) {
	var c Claim
	switch from := t.origin.(type) {
	case fromComponent:
		c = p.componentClaim(from.component)
	case fromPlace:
		c = p.inlineClaim(t.schema, from.at)
	case fromVariant:
		c = Claim{
			Parent: p.claims[thing{of: from.union}], Clip: true, Ladder: Steps(from.word, from.word+"Value"),
			Key: p.pointer(from.part) + " " + from.word, Pos: from.part.Pos,
		}
	}
	c.Level = level
	p.claim(t, role{}, c)
	for _, inner := range t.inline {
		p.claimType(inner, max(level+1, levelInline))
	}
}

func (p *planner) componentClaim(c component) Claim {
	if c.external {
		return p.externalClaim(c)
	}
	plain := p.style.Exported(c.name)
	id := plain
	own, ok := c.schema.Extension("x-go-name").(api.String)
	if core, _ := p.peel(c.schema); !ok && p.givesName(c.schema, core) {
		own, ok = core.Extension("x-go-name").(api.String)
	}
	if ok {
		id = GoName(string(own), id, c.schema.Pos, p.findings)
	}
	claim := Claim{Ladder: Steps(ladder(id, c.name, "Model")...), Key: p.pointer(c.schema), First: id == c.name, Said: c.name, Pos: c.schema.Pos}
	if id != plain { // another x-go-name may be the same
		claim.Ladder = append(Steps(id), Steps(ladder(plain, c.name, "Model")...)...)
	}
	if c.sent {
		claim.Ladder, claim.First, claim.Key = Steps(id+"Input", id+"ToSend"), false, claim.Key+" to send"
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
func (p *planner) externalClaim(c component) Claim {
	id := p.style.Exported(c.name)
	if own, ok := c.schema.Extension("x-go-name").(api.String); ok {
		id = GoName(string(own), id, c.schema.Pos, p.findings)
	}
	pos := c.schema.Pos
	claim := Claim{Key: p.pointer(c.schema), First: id == c.name, Said: c.name, Pos: pos}
	suffix, last := "", "Model"
	if c.sent {
		suffix, last, claim.First, claim.Key = "Input", "ToSend", false, claim.Key+" to send"
	}
	steps := []string{id + suffix}
	words := ""
	if pos.Path != nil {
		words = p.style.Exported(pos.File.Stem())
		steps = append(steps, words+id+suffix)
	}
	for dir := path.Dir(pos.File.Relative); dir != "." && dir != "/" && path.Base(dir) != ".."; dir = path.Dir(dir) {
		words = p.style.Exported(path.Base(dir)) + words
		steps = append(steps, words+id+suffix)
	}
	claim.Ladder = Steps(append(steps, id+last)...)
	return claim
}

// inlineClaim asks for the name of a type that stands inside another, or inside an operation.
func (p *planner) inlineClaim(s *api.Schema, at place) Claim {
	name := at.owner + at.suffix
	if at.parent == nil && name == "" {
		name = "Inline"
	}
	steps := []string{name, name + "Value"}
	if at.parent == nil && s.Pos.Elsewhere() {
		steps = []string{name, p.style.Exported(s.Pos.File.Stem()) + name, name + "Value"}
	}
	c := Claim{Ladder: Steps(steps...), Key: p.pointer(s), Pos: s.Pos}
	if at.parent != nil {
		c.Parent, c.Clip = p.claims[thing{of: at.parent}], true
	}
	return c
}

// claimBelonging names what belongs to a type: the constants of an enum, the functions of a union, the function with defaults.
func (p *planner) claimBelonging(t *typ) {
	owner := p.claims[thing{of: t}]
	switch t.def.(type) {
	case enumDef:
		p.claimConstants(t, owner)
	case *unionDef:
		key, pos := owner.Key, t.schema.Pos
		p.claim(t, role{what: unknownVariant}, Claim{Level: levelBelonging, Parent: owner, Clip: true, Ladder: Steps("Unknown", "UnknownValue"), Key: key + " unknown", Pos: pos})
		p.claim(t, role{what: unmarshalFunc}, Claim{Level: levelBelonging, Parent: owner, Ladder: []Step{{Before: "Unmarshal"}, {"Unmarshal", "JSON"}}, Key: key, Pos: pos})
		p.claim(t, role{what: validateFunc}, Claim{Level: levelBelonging, Parent: owner, Ladder: []Step{{Before: "Validate"}, {"Validate", "Value"}}, Key: key, Pos: pos})
	case *structDef:
		if p.hasDefaults(t) {
			p.claim(t, role{what: newFunc}, Claim{Level: levelBelonging, Parent: owner, Ladder: []Step{{Before: "New"}, {Behind: "WithDefaults"}}, Key: owner.Key, Pos: t.schema.Pos})
		}
	}
}

// claimConstants names the values of an enum. Equal values were reported by parse and count once.
func (p *planner) claimConstants(t *typ, owner *Claim) {
	names := stringList(t.schema.Extension("x-enum-varnames"))
	entries := p.entries(t.schema)
	for _, i := range p.enumValues(t.schema) {
		e := entries[i]
		said := enumText(e.Value)
		word, full := p.style.Suffix(said), p.style.Suffix(ident.SpellOut(said))
		steps := []string{word, word + "Value"}
		switch {
		case i < len(names) && ident.Valid("X"+names[i]):
			steps = []string{names[i], names[i] + "Value"}
		case full != word: // "!open" beside "open" is NotOpen
			steps = []string{word, full, word + "Value"}
		}
		p.claim(t, role{constantOf, i}, Claim{
			Level: levelBelonging, Parent: owner, Clip: true, Ladder: Steps(steps...), Key: p.pointer(t.schema) + " " + said, First: full == word, Pos: e.Pos,
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
func (p *planner) claimFields(t *typ, def *structDef) {
	space := NewSpace(methodNames...)
	if p.table.Extra(def) != nil {
		name := "Extra"
		if def.tuple {
			name = "Rest"
		}
		p.claim(t, role{what: extraField}, Claim{Space: space, Level: levelFields, Ladder: Steps(name)})
	}
	if def.other {
		p.claim(t, role{what: otherField}, Claim{Space: space, Level: levelFields + 1, Ladder: Steps("Other", "OtherValue")})
	}
	for _, m := range def.members {
		c := p.fieldClaim(m)
		if def.tuple {
			c = p.itemClaim(m)
		}
		c.Space, c.Level = space, levelFields+2
		p.claim(m, role{}, c)
	}
}

// methodNames are those of generated types; a field cannot share a name with a method.
var methodNames = []string{"Validate", "MarshalJSON", "UnmarshalJSON", "AppendJSON"}

// itemClaim names a field of a tuple: by x-go-name or the title of the item, else by its position.
func (p *planner) itemClaim(m *member) Claim {
	position := "Item" + m.wire
	claim := Claim{Key: m.wire, Ladder: Steps(position), Said: m.wire, Pos: m.pos}
	if own, ok := m.schema.Extension("x-go-name").(api.String); ok {
		claim.Ladder = Steps(GoName(string(own), position, m.schema.Pos, p.findings), position)
	} else if title := p.title(m.schema); title != "" {
		claim.Ladder = Steps(p.style.Exported(title), position)
	}
	return claim
}

// fieldClaim: of properties that fold to one name, the one in camelCase keeps it, and others say how they are written.
func (p *planner) fieldClaim(m *member) Claim {
	id := p.style.Exported(m.wire)
	claim := Claim{Key: m.wire, Said: m.wire, Pos: m.pos}
	if own, ok := m.schema.Extension("x-go-name").(api.String); ok {
		id = GoName(string(own), id, m.schema.Pos, p.findings)
		claim.First = true
	}
	claim.First = claim.First || id == m.wire || ident.Spelling(m.wire) == "Camel" || ident.Spelling(m.wire) == "Plain"
	claim.Ladder = Steps(ladder(id, m.wire, "Field")...)
	if full := p.style.Exported(ident.SpellOut(m.wire)); full != id { // "@type" beside "type" is AtType
		claim.First = false
		claim.Ladder = Steps(id, full, id+"Field")
	}
	return claim
}
