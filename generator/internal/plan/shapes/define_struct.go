package shapes

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
)

// structDef decides the members of a struct.
func (p *Planner) structDef(t *Type) *StructDef {
	s := t.Schema
	def := &StructDef{Other: p.classes.HasOther(s)}
	object := p.analysis.ObjectOf(s)
	p.defineParts(t)
	p.enforceStatic(s, classes.Struct)
	required := map[string]bool{}
	for _, r := range object.Required {
		required[r.Name] = true
	}
	for _, property := range object.Properties {
		m := p.member(t, property, required[property.Name])
		if seen := p.analysis.Narrowed(s, property); seen != nil {
			m.Schema, m.Use = p.sightUse(t, seen)
			m.Use.Judged = true
		}
		def.Members = append(def.Members, m)
	}
	if p.analysis.Merged(s) == nil {
		p.addForeign(t, def)
	}
	addRequired(s, def, object)
	if more := object.AdditionalProperties; more != nil && (p.analysis.Merged(s) != nil || p.classes.StaticMembers(s)) {
		switch more.Form {
		case api.FormFalse:
			def.Closed = true
		case api.FormTrue, api.FormObject: // true says what {} does
			extra := p.Use(more, Place{Parent: t, Suffix: "Extra"})
			def.Extra = &extra
		}
	}
	if p.analysis.Merged(s) != nil && classes.ClosesWhole(s) {
		def.Closed = true
	}
	if p.directions.IsBase(s) {
		def.keep()
	}
	return def
}

func (p *Planner) member(t *Type, property api.Named[*api.Schema], required bool) *Member {
	s := property.Value
	m := &Member{Wire: property.Name, Schema: s, Pos: property.Pos, Required: required}
	m.Use = p.Use(s, Place{Parent: t, Suffix: p.style.Suffix(property.Name)})
	return m
}

// reportClosed reports members that a schema forbids and schemas that it applies describe: additionalProperties sees only the
// properties beside it (Core 10.3.2.3).
func (p *Planner) reportClosed(s *api.Schema) {
	if !analysis.NamesAll(s.Object) {
		return
	}
	foreign := p.analysis.Foreign(s)
	if len(foreign) == 0 {
		return
	}
	f := p.findings.Warn(s.At(api.KwAdditionalProperties), diag.RuleContradicts, "additionalProperties: false forbids %q, which only another part of the schema describes", foreign[0].Property.Name)
	f.Hint = "unevaluatedProperties: false sees all parts (OpenAPI 3.1)"
	f.Related = []diag.Related{{Pos: foreign[0].Property.Pos, Message: "here"}}
}

// addForeign adds the members that t.Schema does not describe itself: only schemas that it applies do, and a rule judges them.
func (p *Planner) addForeign(t *Type, def *StructDef) {
	s := t.Schema
	v := p.analysis.View(s)
	for _, source := range analysis.Sources(s) {
		if owner := p.types[source]; owner != nil && owner != t {
			p.defineOnce(owner) // its inline types are its own
		}
	}
	p.reportClosed(s)
	for _, seen := range p.analysis.Foreign(s) {
		m := &Member{Wire: seen.Property.Name, Pos: seen.Property.Pos, Required: v.Required[seen.Property.Name]}
		m.Schema, m.Use = p.sightUse(t, seen)
		m.Use.Judged = true
		m.Loose = !seen.Certain && !IsAnything(m.Use)
		if m.Loose {
			m.Required = false
			def.keep()
		}
		def.Members = append(def.Members, m)
	}
}

// addRequired adds the members that are required without any description.
func addRequired(s *api.Schema, def *StructDef, object *api.ObjectRules) {
	if !classes.KeepsNames(s, object) {
		return
	}
	have := map[string]bool{}
	for _, m := range def.Members {
		have[m.Wire] = true
	}
	for _, r := range object.Required {
		if !have[r.Name] {
			have[r.Name] = true
			free := &api.Schema{ID: s.ID, Pos: r.Pos, Form: api.FormTrue}
			def.Members = append(def.Members, &Member{Wire: r.Name, Schema: free, Pos: r.Pos, Required: true, Use: Use{Shape: Anything{}}})
		}
	}
}

// sightUse returns the schema and the type of a member that other schemas describe.
func (p *Planner) sightUse(t *Type, m *analysis.Sight) (*api.Schema, Use) {
	s := m.Property.Value
	if m.Kinds != 0 {
		s = p.analysis.Joined(m)
	}
	if kind := classes.BuiltinKind(m.Kinds &^ analysis.KindNull); kind != "" {
		return s, Use{Shape: Scalar{Kind: kind}, Nullable: m.Kinds&analysis.KindNull != 0}
	}
	return s, p.Use(s, Place{Parent: t, Suffix: p.style.Suffix(m.Property.Name)})
}

// defineParts defines the types of the parts of t first: the inline types of a part are the part's, whatever the order of the
// document. Parts without type of their own are enforced by t.
func (p *Planner) defineParts(t *Type) {
	m := p.analysis.Merged(t.Schema)
	if m == nil {
		return
	}
	for _, part := range m.Parts {
		if part == t.Schema {
			continue
		}
		home := p.types[p.directions.Home(part)] // another form of the part, which has its inline types
		if p.analysis.IsTarget(part) && home == nil {
			p.Use(part, p.targetPlace(part)) // a type of its own, which the reference may reach later
		}
		if home != nil && p.types[part] == nil {
			p.defineOnce(home)
		} else if owner := p.types[part]; owner != nil {
			p.defineOnce(owner)
			continue
		}
		if !p.analysis.IsTarget(part) {
			p.uses[part] = Use{Shape: Named{t}, Schema: t.Schema}
		}
		p.enforced.Enforce(part, analysis.Mergeable)
	}
	for _, part := range m.Parts {
		if part.Ref != nil {
			p.enforceWrappers(part.Ref.Target)
		}
		if part.Compose != nil {
			for _, wrapper := range part.Compose.AllOf {
				p.enforceWrappers(wrapper)
			}
		}
	}
}
