package shapes

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// Use returns what s is at the place at. A type that it needs is declared below the parent of the place.
func (p *Planner) Use(s *api.Schema, at Place) Use {
	if u, ok := p.uses[s]; ok {
		p.bringHome(s, u, at)
		return u
	}
	core, orNull := p.analysis.Peel(s)
	p.enforceWrappers(s)
	if core != s && p.types[core] == nil && p.viaReference(s) {
		at = p.targetPlace(core)
	}
	u := p.coreUse(core, at)
	u.Nullable = u.Nullable || orNull
	u.Schema = core
	if orNull && p.classes.Classify(core) == classes.Anything && !p.analysis.TakesNull(core) {
		u = Use{Shape: Anything{}, Nullable: true, Schema: s} // null is JSON like others: the rule must know that it is valid
	}
	if core != s {
		p.uses[s] = u
	}
	return u
}

// viaReference reports whether a $ref is among the wrappers of s.
func (p *Planner) viaReference(s *api.Schema) bool {
	for w := range p.analysis.Wrappers(s) {
		if w.Ref != nil {
			return true
		}
	}
	return false
}

// maxInline is how deep lists and maps without type of their own stand inside each other.
const maxInline = 8

// coreUse is Use for a schema that is no wrapper.
func (p *Planner) coreUse(s *api.Schema, at Place) Use {
	if u, ok := p.uses[s]; ok {
		return u
	}
	if t := p.types[s]; t != nil {
		return Use{Shape: Named{t}, Nullable: p.classes.AcceptsNull(s), Schema: s}
	}
	c := p.classes.Classify(s)
	needsType := c == classes.Enum || c == classes.Struct || c == classes.Tuple || c == classes.Union || at.depth == maxInline && (c == classes.List || c == classes.Map)
	if needsType || p.classes.Residue(s, c) != (analysis.Keywords{}) {
		t := &Type{Schema: s, Origin: FromPlace{at}}
		p.types[s] = t
		p.attach(t, at)
		p.define(t)
		return p.uses[s]
	}
	p.uses[s] = Use{Shape: Anything{}, Schema: s} // a circle without a type of its own ends here
	u := Use{Nullable: p.classes.AcceptsNull(s), Schema: s}
	switch c {
	case classes.Scalar:
		kind := p.defineScalar(s)
		u.Shape = Scalar{kind, classes.Sized(s, kind)}
	case classes.List:
		u.Shape = List{p.elem(s, at)}
	case classes.Map:
		u.Shape = Map{p.value(s, at)}
	default:
		p.vacuous(s)
		u.Shape = Anything{}
	}
	p.uses[s] = u
	return u
}

// attach puts an inline type behind its parent.
func (p *Planner) attach(t *Type, at Place) {
	if at.Parent == nil {
		p.roots = append(p.roots, Root{Type: t})
		return
	}
	at.Parent.Inline = append(at.Parent.Inline, t)
}

// defineOnce is define, unless that has happened or goes on.
func (p *Planner) defineOnce(t *Type) {
	if !t.defined {
		p.define(t)
	}
}

// define decides what a declared type is.
func (p *Planner) define(t *Type) {
	t.defined = true
	s := t.Schema
	p.uses[s] = Use{Shape: Named{t}, Nullable: p.classes.AcceptsNull(s), Schema: s}
	c := p.classes.Classify(s)
	t.Residue = p.classes.Residue(s, c)
	if s.OpenAPI != nil && s.OpenAPI.Discriminator != nil && c != classes.Union {
		p.findings.Info(s.At(api.KwDiscriminator), diag.RuleNoEffect, "the discriminator has no effect on a type that is not a union")
	}
	switch c {
	case classes.Scalar:
		t.Def = ScalarDef{p.defineScalar(s)}
	case classes.Enum:
		t.Def = p.enumDef(s)
	case classes.List:
		t.Def = ListDef{p.elem(s, Place{Parent: t})}
	case classes.Map:
		t.Def = MapDef{p.value(s, Place{Parent: t})}
	case classes.Struct:
		t.Def = p.structDef(t)
	case classes.Tuple:
		t.Def = p.tupleDef(t)
	case classes.Union:
		t.Def = p.unionDef(t)
	default:
		p.vacuous(s)
		t.Def = AnythingDef{}
	}
}

// enforceStatic notes what a type of a class shows, and what no value of its types can break.
func (p *Planner) enforceStatic(s *api.Schema, c classes.Class) {
	p.vacuous(s)
	p.enforced.Enforce(s, p.classes.Static(s, c))
}

func (p *Planner) enumDef(s *api.Schema) EnumDef {
	kind, _ := p.classes.EnumKind(s)
	p.enforceStatic(s, classes.Enum)
	e := p.analysis.Enumeration(s)
	for _, part := range e.Parts {
		core, _ := p.analysis.Peel(part)
		p.enforceWrappers(part)
		p.enforced.Enforce(core, analysis.EnumLike)
	}
	p.reportImpossible(s)
	return EnumDef{Kind: kind, Open: e.Open}
}

func (p *Planner) defineScalar(s *api.Schema) gomodel.ScalarKind {
	kind := p.classes.ScalarKind(s)
	p.enforceStatic(s, classes.Scalar)
	return kind
}

// elem returns what the elements of a list are. Items of a part may say it, which a rule judges.
func (p *Planner) elem(s *api.Schema, at Place) Use {
	p.enforceStatic(s, classes.List)
	items, own := p.analysis.ItemsOf(s)
	if items == nil {
		return Use{Shape: Anything{}}
	}
	u := p.Use(items, at.below("Item"))
	u.Judged = u.Judged || !own
	return u
}

// value returns what the values of a map are: additional properties, or those of one pattern if there are no others.
func (p *Planner) value(s *api.Schema, at Place) Use {
	p.enforceStatic(s, classes.Map)
	o := s.Object
	switch {
	case o == nil || o.AdditionalProperties == nil:
		return Use{Shape: Anything{}}
	case o.PatternProperties == nil:
		return p.Use(o.AdditionalProperties, at.below("Value"))
	case len(o.PatternProperties) == 1 && o.AdditionalProperties.Form == api.FormFalse:
		u := p.Use(o.PatternProperties[0].Value, at.below("Value"))
		u.Judged = true
		return u
	}
	return Use{Shape: Anything{}}
}

// reportImpossible reports the values of an enum that a keyword beside it forbids.
func (p *Planner) reportImpossible(s *api.Schema) {
	for _, e := range p.analysis.Entries(s) {
		if k := p.analysis.Forbids(s, e.Value); k != api.KwUnknown {
			f := p.findings.Warn(e.Pos, diag.RuleEnum, "the value %s can never be used: %s forbids it", words.Brief(e.Value), k)
			f.Related = []diag.Related{{Pos: s.At(k), Message: "here"}}
		}
	}
}
