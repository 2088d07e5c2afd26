package plan

import (
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// derived names what belongs to types: constants of enums, functions of unions, functions with defaults.
func (n *namer) derived() {
	for t := range n.p.all() {
		switch def := t.def.(type) {
		case enumDef:
			n.constants(t)
		case *unionDef:
			key := t.want.key
			n.add(wish{parent: t, ladder: []string{"Unknown", "UnknownValue"}, key: key + " unknown", pos: t.schema.Pos}, func(name string) { def.unknown = name })
			n.add(wish{ladder: []string{"Unmarshal" + t.name, "Unmarshal" + t.name + "JSON"}, key: key, pos: t.schema.Pos}, func(name string) { def.unmarshal = name })
			n.add(wish{ladder: []string{"Validate" + t.name, "Validate" + t.name + "Value"}, key: key, pos: t.schema.Pos}, func(name string) { def.validate = name })
		case *structDef:
			if n.p.hasDefaults(t) {
				n.add(wish{ladder: []string{"New" + t.name, t.name + "WithDefaults"}, key: t.want.key, pos: t.schema.Pos}, func(name string) { def.newFunc = name })
			}
		}
	}
}

// constants names the values of an enum. Equal values were reported by parse and count once.
func (n *namer) constants(t *typ) {
	names := stringList(t.schema.Extension("x-enum-varnames"))
	t.constants = map[int]string{}
	entries := n.p.entries(t.schema)
	for _, i := range n.p.enumValues(t.schema) {
		e := entries[i]
		said := enumText(e.Value)
		word, full := n.p.style.Suffix(said), n.p.style.Suffix(ident.SpellOut(said))
		steps := []string{word, word + "Value"}
		switch {
		case i < len(names) && ident.Valid(t.name+names[i]):
			steps = []string{names[i], names[i] + "Value"}
		case full != word: // "!open" beside "open" is NotOpen
			steps = []string{word, full, word + "Value"}
		}
		n.add(wish{parent: t, ladder: steps, key: n.p.pointer(t.schema) + " " + said, first: full == word, pos: e.Pos}, func(name string) { t.constants[i] = name })
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

// all yields every type that will be declared: each root, then what is inside it.
func (p *planner) all() func(yield func(*typ) bool) {
	return func(yield func(*typ) bool) {
		for _, r := range p.roots {
			if r.typ != nil && !below(r.typ, yield) {
				return
			}
		}
	}
}

func below(t *typ, yield func(*typ) bool) bool {
	if !yield(t) {
		return false
	}
	for _, inner := range t.inline {
		if !below(inner, yield) {
			return false
		}
	}
	return true
}

// nameFields names the fields of structs: each struct is a scope of its own, with the methods that it gets.
func (p *planner) nameFields() {
	for t := range p.all() {
		def, ok := t.def.(*structDef)
		if !ok {
			continue
		}
		var scope ident.Scope
		scope.Reserve(methodNames...)
		if def.extra != nil {
			name := "Extra"
			if def.tuple {
				name = "Rest"
			}
			def.extraName = scope.Assign([]ident.Claim{{Ladder: []string{name}}})[0]
		}
		if def.other {
			def.otherName = scope.Assign([]ident.Claim{{Ladder: []string{"Other", "OtherValue"}}})[0]
		}
		claims := make([]ident.Claim, len(def.members))
		for i, m := range def.members {
			claims[i] = p.fieldClaim(m)
			if def.tuple {
				claims[i] = p.itemClaim(m)
			}
		}
		for i, name := range scope.Assign(claims) {
			m := def.members[i]
			if m.name = name; name != claims[i].Ladder[0] {
				p.renamed(m.pos, m.wire, name, claims[i].Ladder[0])
			}
		}
	}
}

// methodNames are those of generated types; a field cannot share a name with a method.
var methodNames = []string{"Validate", "MarshalJSON", "UnmarshalJSON", "AppendJSON"}

// itemClaim names a field of a tuple: by x-go-name or the title of the item, else by its position.
func (p *planner) itemClaim(m *member) ident.Claim {
	position := "Item" + m.wire
	claim := ident.Claim{Key: m.wire, Ladder: []string{position}}
	if own, ok := m.schema.Extension("x-go-name").(api.String); ok {
		claim.Ladder = []string{p.goName(string(own), position, m.schema.Pos), position}
	} else if title := p.title(m.schema); title != "" {
		claim.Ladder = []string{p.style.Exported(title), position}
	}
	return claim
}

// fieldClaim: of properties that fold to one name, the one in camelCase keeps it, and others say how they are written.
func (p *planner) fieldClaim(m *member) ident.Claim {
	id := p.style.Exported(m.wire)
	claim := ident.Claim{Key: m.wire}
	if own, ok := m.schema.Extension("x-go-name").(api.String); ok {
		id = p.goName(string(own), id, m.schema.Pos)
		claim.First = true
	}
	claim.First = claim.First || id == m.wire || ident.Spelling(m.wire) == "Camel" || ident.Spelling(m.wire) == "Plain"
	claim.Ladder = ladder(id, m.wire, "Field")
	if full := p.style.Exported(ident.SpellOut(m.wire)); full != id { // "@type" beside "type" is AtType
		claim.First = false
		claim.Ladder = []string{id, full, id + "Field"}
	}
	return claim
}
