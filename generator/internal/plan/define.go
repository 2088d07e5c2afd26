package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// use returns what s is at the place at. A type that it needs is declared below the parent of the place.
func (p *planner) use(s *api.Schema, at place) use {
	if u, ok := p.uses[s]; ok {
		p.bringHome(s, u, at)
		return u
	}
	core, orNull := p.peel(s)
	p.enforceWrappers(s)
	if core != s && p.types[core] == nil && p.viaReference(s) {
		at = p.targetPlace(core)
	}
	u := p.coreUse(core, at)
	u.nullable = u.nullable || orNull
	u.schema = core
	if orNull && p.classify(core) == isAnything && !p.takesNull(core) {
		u = use{shape: anything{}, nullable: true, schema: s} // null is JSON like others: the rule must know that it is valid
	}
	if core != s {
		p.uses[s] = u
	}
	return u
}

// viaReference reports whether a $ref is among the wrappers of s.
func (p *planner) viaReference(s *api.Schema) bool {
	return slices.ContainsFunc(p.wrappers(s), func(w *api.Schema) bool { return w.Ref != nil })
}

// maxInline is how deep lists and maps without type of their own stand inside each other.
const maxInline = 8

// coreUse is use for a schema that is no wrapper.
func (p *planner) coreUse(s *api.Schema, at place) use {
	if u, ok := p.uses[s]; ok {
		return u
	}
	if t := p.types[s]; t != nil {
		return use{shape: named{t}, nullable: p.acceptsNull(s), schema: s}
	}
	c := p.classify(s)
	needsType := c == isEnum || c == isStruct || c == isTuple || c == isUnion || at.depth == maxInline && (c == isList || c == isDict)
	if needsType || p.residue(s, c) != (keywordSet{}) {
		t := &typ{schema: s, origin: fromPlace{at}}
		p.types[s] = t
		p.attach(t, at)
		p.define(t)
		return p.uses[s]
	}
	p.uses[s] = use{shape: anything{}, schema: s} // a circle without a type of its own ends here
	u := use{nullable: p.acceptsNull(s), schema: s}
	switch c {
	case isScalar:
		u.shape = scalar{p.defineScalar(s)}
	case isList:
		u.shape = list{p.elem(s, at)}
	case isDict:
		u.shape = dict{p.value(s, at)}
	default:
		p.vacuous(s)
		u.shape = anything{}
	}
	p.uses[s] = u
	return u
}

// attach puts an inline type behind its parent.
func (p *planner) attach(t *typ, at place) {
	if at.parent == nil {
		p.roots = append(p.roots, root{typ: t})
		return
	}
	at.parent.inline = append(at.parent.inline, t)
}

// defineOnce is define, unless that has happened or goes on.
func (p *planner) defineOnce(t *typ) {
	if !t.defined {
		p.define(t)
	}
}

// define decides what a declared type is.
func (p *planner) define(t *typ) {
	t.defined = true
	s := t.schema
	p.uses[s] = use{shape: named{t}, nullable: p.acceptsNull(s), schema: s}
	c := p.classify(s)
	t.residue = p.residue(s, c)
	if s.OpenAPI != nil && s.OpenAPI.Discriminator != nil && c != isUnion {
		p.findings.Info(s.At(api.KwDiscriminator), diag.RuleNoEffect, "the discriminator has no effect on a type that is no union")
	}
	switch c {
	case isScalar:
		t.def = scalarDef{p.defineScalar(s)}
	case isEnum:
		t.def = p.enumDef(s)
	case isList:
		t.def = listDef{p.elem(s, place{parent: t})}
	case isDict:
		t.def = dictDef{p.value(s, place{parent: t})}
	case isStruct:
		t.def = p.structDef(t)
	case isTuple:
		t.def = p.tupleDef(t)
	case isUnion:
		t.def = p.unionDef(t)
	default:
		p.vacuous(s)
		t.def = anythingDef{}
	}
}

// enforceStatic notes what a type of a class shows, and what no value of its types can break.
func (p *planner) enforceStatic(s *api.Schema, c class) {
	p.vacuous(s)
	set := p.static(s, c)
	p.enforce(s, set.list()...)
}

func (p *planner) enumDef(s *api.Schema) enumDef {
	kind, _ := p.enumKind(s)
	p.enforceStatic(s, isEnum)
	e := p.enumeration(s)
	for _, part := range e.parts {
		core, _ := p.peel(part)
		p.enforceWrappers(part)
		p.enforce(core, enumLike.list()...)
	}
	p.reportImpossible(s)
	return enumDef{kind, e.open}
}

func (p *planner) defineScalar(s *api.Schema) gomodel.ScalarKind {
	kind := p.scalarKind(s)
	p.enforceStatic(s, isScalar)
	return kind
}

// elem returns what the elements of a list are. Items of a part may say it, which a rule judges.
func (p *planner) elem(s *api.Schema, at place) use {
	p.enforceStatic(s, isList)
	items, own := p.itemsOf(s)
	if items == nil {
		return use{shape: anything{}}
	}
	u := p.use(items, at.below("Item"))
	u.judged = u.judged || !own
	return u
}

// itemsOf returns the schema that all items satisfy, and whether s itself has it.
func (p *planner) itemsOf(s *api.Schema) (items *api.Schema, own bool) {
	if s.Array != nil && s.Array.PrefixItems != nil {
		return nil, false
	}
	if s.Array != nil && s.Array.Items != nil {
		return s.Array.Items, true
	}
	if s.Ref != nil && !s.Ref.Dynamic && s.Ref.Target != nil {
		items, _ = p.itemsOf(s.Ref.Target)
	}
	if s.Compose != nil {
		for _, part := range s.Compose.AllOf {
			if items == nil {
				items, _ = p.itemsOf(part)
			}
		}
	}
	return items, false
}

// value returns what the values of a map are: additional properties, or those of one pattern if there are no others.
func (p *planner) value(s *api.Schema, at place) use {
	p.enforceStatic(s, isDict)
	o := s.Object
	switch {
	case o == nil || o.AdditionalProperties == nil:
		return use{shape: anything{}}
	case o.PatternProperties == nil:
		return p.use(o.AdditionalProperties, at.below("Value"))
	case len(o.PatternProperties) == 1 && o.AdditionalProperties.Form == api.FormFalse:
		u := p.use(o.PatternProperties[0].Value, at.below("Value"))
		u.judged = true
		return u
	}
	return use{shape: anything{}}
}
