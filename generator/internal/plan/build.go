package plan

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// modelGroups builds the declarations of all types, each followed by what belongs to it.
func (p *planner) modelGroups() (groups []group) {
	for _, r := range p.roots {
		if r.alias != nil {
			groups = append(groups, group{r.alias.name, []gomodel.Decl{p.aliasDecl(r.alias)}})
			continue
		}
		groups = append(groups, group{r.typ.name, p.appendType(nil, r.typ)})
	}
	return groups
}

func (p *planner) appendType(decls []gomodel.Decl, t *typ) []gomodel.Decl {
	decls = append(decls, p.typeDecl(t))
	if def, ok := t.def.(*structDef); ok && def.newFunc != "" {
		decls = append(decls, p.newFunc(t, def))
	}
	decls = append(decls, p.pending...)
	p.pending = nil
	for _, inner := range t.inline {
		decls = p.appendType(decls, inner)
	}
	return decls
}

func (p *planner) typeDecl(t *typ) gomodel.Decl {
	head := gomodel.Head{Name: t.name, Doc: p.typeDoc(t), From: t.schema.Pos}
	switch def := t.def.(type) {
	case *structDef:
		if def.tuple {
			return p.tupleDecl(t, def, head)
		}
		return p.structDecl(t, def, head)
	case enumDef:
		return p.enumDecl(t, def, head)
	case scalarDef:
		return &gomodel.NamedType{
			Head: head, Under: scalarType(def.kind), Codec: gomodel.Scalar{Kind: def.kind}, Union: t.union(),
			Checks: t.withRule(p.scalarChecks(t.schema, def.kind, t.name)),
		}
	case listDef:
		return p.listDecl(t, def, head)
	case dictDef:
		return p.dictDecl(t, def, head)
	case *unionDef:
		return p.unionDecl(t, def, head)
	}
	return &gomodel.RawType{Head: head, Checks: t.withRule(nil)}
}

// union returns the name of the union that t is a variant of, "" for none.
func (t *typ) union() string {
	if t.variantOf == nil {
		return ""
	}
	return t.variantOf.name
}

// withRule adds the check by the rule of t, which looks at the whole value and may be all that is checked.
func (t *typ) withRule(checks []gomodel.Check) []gomodel.Check {
	switch {
	case t.rule == "":
		return checks
	case t.whole:
		return []gomodel.Check{gomodel.ByRule{Rule: t.rule}}
	}
	return append(checks, gomodel.ByRule{Rule: t.rule})
}

func (p *planner) listDecl(t *typ, def listDef, head gomodel.Head) gomodel.Decl {
	elem, codec := p.elemType(def.elem), p.listCodec(def.elem, t.name+"Item")
	checks := t.withRule(p.listChecks(t, def.elem))
	if t.byValue {
		return &gomodel.NamedType{Head: head, Under: gomodel.Slice{Elem: elem}, Codec: codec, Checks: checks, Union: t.union()}
	}
	return &gomodel.ListType{Head: head, Elem: elem, Codec: codec, Checks: checks}
}

func (p *planner) dictDecl(t *typ, def dictDef, head gomodel.Head) gomodel.Decl {
	elem, codec := p.elemType(def.elem), p.mapCodec(def.elem, t.name+"Value")
	checks := t.withRule(p.dictChecks(t, def.elem))
	if t.byValue {
		return &gomodel.NamedType{Head: head, Under: gomodel.Map{Elem: elem}, Codec: codec, Checks: checks, Union: t.union()}
	}
	return &gomodel.MapType{Head: head, Elem: elem, Codec: codec, Checks: checks}
}

func (p *planner) listChecks(t *typ, elem use) (checks []gomodel.Check) {
	if c := p.itemsCheck(t.schema); c != nil {
		checks = append(checks, c)
	}
	if p.checksUnique(t.schema) {
		checks = append(checks, gomodel.Unique{})
	}
	return p.appendEach(checks, elem, t.name+"Item")
}

func (p *planner) dictChecks(t *typ, elem use) (checks []gomodel.Check) {
	return p.appendEach(p.mapChecks(t.schema), elem, t.name+"Value")
}

func (p *planner) aliasDecl(a *alias) gomodel.Decl {
	return &gomodel.Alias{
		Head:   gomodel.Head{Name: a.name, Doc: p.aliasDoc(a), From: a.schema.Pos},
		Target: p.shapeType(a.target.shape),
	}
}

func (p *planner) structDecl(t *typ, def *structDef, head gomodel.Head) gomodel.Decl {
	decl := &gomodel.Struct{Head: head, Closed: def.closed, Other: def.otherName, Checks: t.withRule(nil)}
	for _, m := range def.members {
		if t.tags[m.wire] {
			tag, _ := p.requiredConstant(t.schema, m.wire)
			decl.Members = append(decl.Members, &gomodel.ConstMember{Wire: m.wire, Value: gomodel.StringLit(tag), Required: true, From: m.pos})
			continue
		}
		decl.Members = append(decl.Members, p.field(t, m))
	}
	if def.extra != nil {
		owner := t.name + def.extraName
		elem, codec := p.elemType(*def.extra), p.elemCodec(*def.extra, owner)
		decl.Extra = &gomodel.Extra{Name: def.extraName, Type: elem, Codec: codec}
		if !t.whole {
			decl.Extra.Checks = p.checks(*def.extra, owner)
		}
	}
	return decl
}

func (p *planner) tupleDecl(t *typ, def *structDef, head gomodel.Head) gomodel.Decl {
	decl := &gomodel.Tuple{Head: head, Min: size(t.schema.Array.MinItems, 0), Checks: t.withRule(nil)}
	for _, m := range def.members {
		decl.Items = append(decl.Items, p.field(t, m))
	}
	if def.extra != nil {
		owner := t.name + def.extraName
		decl.Rest = &gomodel.Rest{Name: def.extraName, Type: p.elemType(*def.extra), Codec: p.elemCodec(*def.extra, owner+"Item")}
		if !t.whole {
			decl.Rest.Checks = p.checks(*def.extra, owner+"Item")
		}
	}
	return decl
}

func (p *planner) field(t *typ, m *member) *gomodel.Field {
	f := &gomodel.Field{
		Name:   m.name,
		Wire:   m.wire,
		Type:   p.shapeType(m.use.shape),
		Hold:   p.hold(m.use, m.required, m.pointing),
		Codec:  p.codec(m.use.shape, t.name+m.name),
		Secret: p.secret(m.schema),
		Loose:  m.loose,
		From:   m.pos,
	}
	if !t.whole {
		f.Checks = p.checks(m.use, t.name+m.name)
	}
	if p.xmlTypes[t] {
		f.XML = p.xmlTag(m)
	}
	if mustBePresent(m) {
		f.Checks = append([]gomodel.Check{gomodel.Present{}}, f.Checks...)
	}
	f.Doc = p.fieldDoc(t, m)
	return f
}

// mustBePresent reports whether Validate must look for a nil that JSON could not have said: a required value of any kind, or a
// required struct that contains itself.
func mustBePresent(m *member) bool {
	if !m.required || m.use.nullable {
		return false
	}
	n, _ := m.use.shape.(named)
	return m.pointing || isAnythingShape(m.use) || n.typ != nil && n.typ.def == anythingDef{}
}

// secret reports whether the values of a property stay out of messages.
func (p *planner) secret(s *api.Schema) bool {
	for _, w := range p.wrappers(s) {
		if w.Format == "password" || w.Meta != nil && w.Meta.WriteOnly {
			return true
		}
	}
	return false
}

// hold says how a field shows absence and null.
func (p *planner) hold(u use, required, pointing bool) gomodel.Hold {
	h := gomodel.Hold{Required: required, Nullable: u.nullable}
	bare := p.hasNil(u.shape)
	switch {
	case isAnythingShape(u):
		h.Nullable, h.Box = true, gomodel.NilBox // null is a text like any other
	case u.nullable && !required && pointing:
		h.Box = gomodel.BoxedPointer
	case u.nullable && !required:
		h.Box = gomodel.Boxed
	case bare:
		h.Box = gomodel.NilBox
	case u.nullable || !required || pointing:
		h.Box = gomodel.Pointing
	}
	if required && !u.nullable && bare && h.Box == gomodel.NilBox && !isAnythingShape(u) && !p.isUnionShape(u.shape) {
		h.Box = gomodel.Plain // a nil list or map is sent as [] or {}
	}
	return h
}

// hasNil reports whether the Go type of a shape has a nil of its own.
func (p *planner) hasNil(s shape) bool {
	switch s := s.(type) {
	case list, dict, anything:
		return true
	case scalar:
		return s.kind == gomodel.Bytes
	case named:
		switch s.typ.def.(type) {
		case listDef, dictDef, *unionDef, anythingDef:
			return true
		}
	}
	return false
}

func isListOrMap(s shape) bool {
	switch s := s.(type) {
	case list, dict:
		return true
	case named:
		switch s.typ.def.(type) {
		case listDef, dictDef:
			return true
		}
	}
	return false
}

func (p *planner) isUnionShape(s shape) bool {
	n, ok := s.(named)
	if !ok {
		return false
	}
	_, ok = n.typ.def.(*unionDef)
	return ok
}

func (p *planner) enumDecl(t *typ, def enumDef, head gomodel.Head) gomodel.Decl {
	decl := &gomodel.Enum{
		Head: head, Under: scalarType(def.kind), Codec: gomodel.Scalar{Kind: def.kind}, Var: valuesName(t), Open: def.open, Union: t.union(), Checks: p.formatChecks(t.schema, def.kind),
	}
	e := p.enumeration(t.schema)
	texts := stringList(t.schema.Extension("x-enum-descriptions"))
	if texts == nil {
		texts = e.docs
	}
	for _, i := range p.enumValues(t.schema) {
		e := e.entries[i]
		value := gomodel.EnumValue{Name: t.constants[i], Value: literalOf(e.Value, def.kind), From: e.Pos}
		if i < len(texts) {
			value.Doc = gomodel.Words(plainText(texts[i]))
		}
		decl.Values = append(decl.Values, value)
	}
	return decl
}
