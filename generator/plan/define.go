package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/api"
	"github.com/oas2go/oas2go/generator/gomodel"
)

// use returns what s is at the place at. A type that it needs is declared below the parent of the place.
func (p *planner) use(s *api.Schema, at place) use {
	if u, ok := p.uses[s]; ok {
		return u
	}
	core, orNull := p.peel(s)
	p.enforceWrappers(s)
	if core != s && p.types[core] == nil && p.viaReference(s) {
		at = p.pointerPlace(core)
	}
	u := p.coreUse(core, at)
	u.nullable = u.nullable || orNull
	u.schema = core
	for _, w := range p.wrappers(s) {
		if w != core {
			p.uses[w] = u
		}
	}
	return u
}

// viaReference reports whether a $ref is among the wrappers of s.
func (p *planner) viaReference(s *api.Schema) bool {
	return slices.ContainsFunc(p.wrappers(s), func(w *api.Schema) bool { return w.Ref != nil })
}

// coreUse is use for a schema that is no wrapper.
func (p *planner) coreUse(s *api.Schema, at place) use {
	if u, ok := p.uses[s]; ok {
		return u
	}
	if t := p.types[s]; t != nil {
		return use{shape: named{t}, nullable: p.acceptsNull(s), schema: s}
	}
	c := p.classify(s)
	needsType := c == isEnum || c == isStruct || c == isUnion
	if needsType || p.residue(s, c) != (keywordSet{}) {
		t := &typ{schema: s, want: p.inlineWish(s, at)}
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
	switch c {
	case isScalar:
		t.def = scalarDef{p.defineScalar(s)}
	case isEnum:
		kind, _ := enumKind(s)
		p.enforceStatic(s, isEnum)
		if ensures(kind, s.Format) {
			p.enforce(s, api.KwFormat)
		}
		t.def = enumDef{kind}
		p.reportImpossible(s)
	case isList:
		t.def = listDef{p.elem(s, place{parent: t})}
	case isDict:
		t.def = dictDef{p.value(s, place{parent: t})}
	case isStruct:
		t.def = p.structDef(t)
	case isUnion:
		t.def = p.unionDef(t)
	default:
		t.def = anythingDef{}
	}
}

// enforceStatic notes what a type of a class shows, and what no value of its types can break.
func (p *planner) enforceStatic(s *api.Schema, c class) {
	set := p.static(s, c)
	p.enforce(s, set.list()...)
	types := valueTypes(s)
	switch {
	case len(types) == 0 && c == isStruct:
		return // no keyword is idle, see Other
	case len(types) == 0:
		types = typesOf(c)
	}
	p.vacuous(s, types...)
}

func (p *planner) defineScalar(s *api.Schema) gomodel.ScalarKind {
	kind := scalarKind(s)
	p.enforceStatic(s, isScalar)
	if ensures(kind, s.Format) {
		p.enforce(s, api.KwFormat)
	}
	return kind
}

// elem returns what the elements of a list are.
func (p *planner) elem(s *api.Schema, at place) use {
	p.enforceStatic(s, isList)
	if s.Array == nil || s.Array.Items == nil || s.Array.PrefixItems != nil {
		return use{shape: anything{}}
	}
	return p.use(s.Array.Items, at.below("Item"))
}

// value returns what the values of a map are.
func (p *planner) value(s *api.Schema, at place) use {
	p.enforceStatic(s, isDict)
	o := s.Object
	if o == nil || o.AdditionalProperties == nil || o.PatternProperties != nil {
		return use{shape: anything{}}
	}
	return p.use(o.AdditionalProperties, at.below("Value"))
}

// structDef decides the members of a struct.
func (p *planner) structDef(t *typ) *structDef {
	s := t.schema
	def := &structDef{}
	object := p.objectOf(s)
	p.defineParts(t)
	def.other = s.Types == nil && object == s.Object
	p.enforceStatic(s, isStruct)
	for _, property := range object.Properties {
		def.members = append(def.members, p.member(t, property, object))
	}
	if more := object.AdditionalProperties; more != nil && object.PatternProperties == nil {
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

func (p *planner) member(t *typ, property api.Named[*api.Schema], object *api.ObjectRules) *member {
	s := property.Value
	m := &member{wire: property.Name, schema: s, pos: property.Pos}
	m.required = slices.ContainsFunc(object.Required, func(r api.Required) bool { return r.Name == property.Name })
	m.use = p.use(s, place{parent: t, suffix: p.style.Suffix(property.Name)})
	return m
}

// ensures reports whether a Go type takes only what a format allows. Some formats ask for nothing: password is a hint for user
// interfaces, float and double say how large a number may get, which Go does as well.
func ensures(kind gomodel.ScalarKind, format string) bool {
	switch format {
	case "date-time":
		return kind == gomodel.Time
	case "date":
		return kind == gomodel.Date
	case "uuid":
		return kind == gomodel.UUID
	case "byte":
		return kind == gomodel.Bytes
	case "int32":
		return kind == gomodel.Int32
	case "int64":
		return kind == gomodel.Int64 || kind == gomodel.Int32
	case "float", "double":
		return kind == gomodel.Float64
	case "password", "binary":
		return kind == gomodel.String
	}
	return false
}
