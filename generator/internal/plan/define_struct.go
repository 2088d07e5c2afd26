package plan

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// structDef decides the members of a struct.
func (p *planner) structDef(t *typ) *structDef {
	s := t.schema
	def := &structDef{other: p.hasOther(s)}
	object := p.objectOf(s)
	p.defineParts(t)
	p.enforceStatic(s, isStruct)
	required := map[string]bool{}
	for _, r := range object.Required {
		required[r.Name] = true
	}
	for _, property := range object.Properties {
		def.members = append(def.members, p.member(t, property, required[property.Name]))
	}
	if p.merged(s) == nil {
		p.addForeign(t, def)
	}
	addRequired(s, def, object)
	if more := object.AdditionalProperties; more != nil && p.staticMembers(s) {
		switch more.Form {
		case api.FormFalse:
			def.closed = true
		case api.FormObject:
			extra := p.use(more, place{parent: t, suffix: "Extra"})
			def.extra = &extra
		}
	}
	return def
}

func (p *planner) member(t *typ, property api.Named[*api.Schema], required bool) *member {
	s := property.Value
	m := &member{wire: property.Name, schema: s, pos: property.Pos, required: required}
	m.use = p.use(s, place{parent: t, suffix: p.style.Suffix(property.Name)})
	return m
}

// reportClosed reports members that a schema forbids and schemas that it applies describe: additionalProperties sees only the
// properties beside it (Core 10.3.2.3).
func (p *planner) reportClosed(s *api.Schema) {
	if !namesAll(s.Object) {
		return
	}
	foreign := p.foreign(s)
	if len(foreign) == 0 {
		return
	}
	f := p.findings.Warn(s.At(api.KwAdditionalProperties), diag.RuleContradicts, "additionalProperties: false forbids %q, which only another part of the schema describes", foreign[0].property.Name)
	f.Hint = "unevaluatedProperties: false sees all parts (OpenAPI 3.1)"
	f.Related = []diag.Related{{Pos: foreign[0].property.Pos, Message: "here"}}
}

// addForeign adds the members that only the schemas describe which a rule judges.
func (p *planner) addForeign(t *typ, def *structDef) {
	s := t.schema
	v := p.view(s)
	for _, source := range sources(s) {
		if owner := p.types[source]; owner != nil && owner != t {
			p.defineOnce(owner) // its inline types are its own
		}
	}
	p.reportClosed(s)
	for _, seen := range p.foreign(s) {
		m := &member{wire: seen.property.Name, schema: seen.property.Value, pos: seen.property.Pos, required: v.required[seen.property.Name]}
		m.use = p.sightUse(t, seen)
		m.use.judged = true
		m.loose = !seen.certain && !isAnythingShape(m.use)
		if m.loose {
			m.required = false
			def.keep()
		}
		def.members = append(def.members, m)
	}
}

// addRequired adds the members that are required without any description.
func addRequired(s *api.Schema, def *structDef, object *api.ObjectRules) {
	if !keepsNames(object) {
		return
	}
	have := map[string]bool{}
	for _, m := range def.members {
		have[m.wire] = true
	}
	for _, r := range object.Required {
		if !have[r.Name] {
			have[r.Name] = true
			free := &api.Schema{ID: s.ID, Pos: r.Pos, Form: api.FormTrue}
			def.members = append(def.members, &member{wire: r.Name, schema: free, pos: r.Pos, required: true, use: use{shape: anything{}}})
		}
	}
}

// sightUse returns the type of a member that other schemas describe.
func (p *planner) sightUse(t *typ, m *sight) use {
	if m.kinds == 0 {
		return p.use(m.property.Value, place{parent: t, suffix: p.style.Suffix(m.property.Name)})
	}
	if kind := builtinKind(m.kinds); kind != "" {
		return use{shape: scalar{kind}}
	}
	return use{shape: anything{}}
}
