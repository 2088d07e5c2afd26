package plan

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// modelGroups builds the declarations of all types, each followed by what belongs to it.
func (p *planner) modelGroups() (groups []group) {
	for _, r := range p.rootTypes() {
		if r.alias != nil {
			groups = append(groups, group{p.named.Of(r.alias), []gomodel.Decl{p.aliasDecl(r.alias)}})
			continue
		}
		groups = append(groups, group{p.named.Type(r.typ), p.appendType(nil, r.typ)})
	}
	return groups
}

func (p *planner) appendType(decls []gomodel.Decl, t *typ) []gomodel.Decl {
	u := p.newUnit()
	decls = append(decls, u.typeDecl(t))
	if def, ok := t.def.(*structDef); ok && p.named.New(t) != "" {
		decls = append(decls, p.newFunc(t, def))
	}
	decls = append(decls, *u.behind...)
	for _, inner := range t.inline {
		decls = p.appendType(decls, inner)
	}
	return decls
}

func (u unit) typeDecl(t *typ) gomodel.Decl {
	head := gomodel.Head{Name: u.named.Type(t), Doc: u.typeDoc(t), From: t.schema.Pos}
	switch def := t.def.(type) {
	case *structDef:
		if def.tuple {
			return u.tupleDecl(t, def, head)
		}
		return u.structDecl(t, def, head)
	case enumDef:
		return u.enumDecl(t, def, head)
	case scalarDef:
		return &gomodel.NamedType{
			Head: head, Under: scalarType(def.kind), Codec: gomodel.Scalar{Kind: def.kind}, Union: u.unionName(t),
			Checks: u.withRule(t, u.scalarChecks(t.schema, def.kind, u.named.Type(t))),
		}
	case listDef:
		return u.listDecl(t, def, head)
	case dictDef:
		return u.dictDecl(t, def, head)
	case *unionDef:
		return u.unionDecl(t, def, head)
	}
	return &gomodel.RawType{Head: head, Checks: u.withRule(t, nil)}
}

// unionName returns the name of the union that t is a variant of, "" for none.
func (p *planner) unionName(t *typ) string {
	if t.variantOf == nil {
		return ""
	}
	return p.named.Type(t.variantOf)
}

// withRule adds the check by the rule of t, which looks at the whole value and may be all that is checked.
func (p *planner) withRule(t *typ, checks []gomodel.Check) []gomodel.Check {
	switch r := p.table.Of(t); {
	case r.Name == "":
		return checks
	case r.Whole:
		return []gomodel.Check{gomodel.ByRule{Rule: r.Name}}
	default:
		return append(checks, gomodel.ByRule{Rule: r.Name})
	}
}

func (u unit) listDecl(t *typ, def listDef, head gomodel.Head) gomodel.Decl {
	elem, codec := u.elemType(def.elem), u.listCodec(def.elem, u.named.Type(t)+"Item")
	checks := u.withRule(t, u.listChecks(t, def.elem))
	if t.byValue {
		return &gomodel.NamedType{Head: head, Under: gomodel.Slice{Elem: elem}, Codec: codec, Checks: checks, Union: u.unionName(t)}
	}
	return &gomodel.ListType{Head: head, Elem: elem, Codec: codec, Checks: checks}
}

func (u unit) dictDecl(t *typ, def dictDef, head gomodel.Head) gomodel.Decl {
	elem, codec := u.elemType(def.elem), u.mapCodec(def.elem, u.named.Type(t)+"Value")
	checks := u.withRule(t, u.dictChecks(t, def.elem))
	if t.byValue {
		return &gomodel.NamedType{Head: head, Under: gomodel.Map{Elem: elem}, Codec: codec, Checks: checks, Union: u.unionName(t)}
	}
	return &gomodel.MapType{Head: head, Elem: elem, Codec: codec, Checks: checks}
}

func (u unit) listChecks(t *typ, elem use) []gomodel.Check {
	return u.appendEach(u.sizeChecks(t.schema), elem, u.named.Type(t)+"Item")
}

func (u unit) dictChecks(t *typ, elem use) (checks []gomodel.Check) {
	return u.appendEach(u.mapChecks(t.schema), elem, u.named.Type(t)+"Value")
}

func (p *planner) aliasDecl(a *alias) gomodel.Decl {
	return &gomodel.Alias{
		Head:   gomodel.Head{Name: p.named.Of(a), Doc: p.aliasDoc(a), From: a.schema.Pos},
		Target: p.shapeType(a.target.shape),
	}
}

func (u unit) structDecl(t *typ, def *structDef, head gomodel.Head) gomodel.Decl {
	decl := &gomodel.Struct{Head: head, Closed: def.closed, Other: u.named.Other(t), Checks: u.withRule(t, nil)}
	for _, m := range def.members {
		if t.tags[m.wire] {
			tag, _ := u.requiredConstant(t.schema, m.wire)
			decl.Members = append(decl.Members, &gomodel.ConstMember{Wire: m.wire, Value: gomodel.StringLit(tag), Required: true, From: m.pos})
			continue
		}
		decl.Members = append(decl.Members, u.field(t, m))
	}
	if extra := u.table.Extra(def); extra != nil {
		name := u.named.Extra(t)
		owner := u.named.Type(t) + name
		decl.Extra = &gomodel.Extra{Name: name, Type: u.elemType(*extra), Codec: u.elemCodec(*extra, owner)}
		if !u.table.Of(t).Whole {
			decl.Extra.Checks = u.checks(*extra, owner)
		}
	}
	return decl
}

func (u unit) tupleDecl(t *typ, def *structDef, head gomodel.Head) gomodel.Decl {
	decl := &gomodel.Tuple{Head: head, Min: size(t.schema.Array.MinItems, 0), Checks: u.withRule(t, nil)}
	for _, m := range def.members {
		decl.Items = append(decl.Items, u.field(t, m))
	}
	if def.extra != nil {
		name := u.named.Extra(t)
		owner := u.named.Type(t) + name
		decl.Rest = &gomodel.Rest{Name: name, Type: u.elemType(*def.extra), Codec: u.elemCodec(*def.extra, owner+"Item")}
		if !u.table.Of(t).Whole {
			decl.Rest.Checks = u.checks(*def.extra, owner+"Item")
		}
	}
	return decl
}

func (u unit) field(t *typ, m *member) *gomodel.Field {
	f := &gomodel.Field{
		Name:   u.named.Field(m),
		Wire:   m.wire,
		Type:   u.shapeType(m.use.shape),
		Hold:   u.hold(m.use, m.required, m.pointing),
		Codec:  u.codec(m.use.shape, u.named.Type(t)+u.named.Field(m)),
		Secret: u.secret(m.schema),
		Loose:  m.loose,
		From:   m.pos,
	}
	if !u.table.Of(t).Whole {
		f.Checks = u.checks(m.use, u.named.Type(t)+u.named.Field(m))
	}
	if u.operations.xml[t] {
		f.XML = u.xmlTag(m)
	}
	if mustBePresent(m) {
		f.Checks = append([]gomodel.Check{gomodel.Present{}}, f.Checks...)
	}
	f.Doc = u.fieldDoc(t, m)
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
	bare := hasNil(u.shape)
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
	if required && !u.nullable && bare && h.Box == gomodel.NilBox && !isAnythingShape(u) && !isUnionShape(u.shape) {
		h.Box = gomodel.Plain // a nil list or map is sent as [] or {}
	}
	return h
}

// hasNil reports whether the Go type of a shape has a nil of its own.
func hasNil(s shape) bool {
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

func isUnionShape(s shape) bool {
	n, ok := s.(named)
	if !ok {
		return false
	}
	_, ok = n.typ.def.(*unionDef)
	return ok
}

func (p *planner) enumDecl(t *typ, def enumDef, head gomodel.Head) gomodel.Decl {
	decl := &gomodel.Enum{
		Head: head, Under: scalarType(def.kind), Codec: gomodel.Scalar{Kind: def.kind}, Var: p.valuesName(t), Open: def.open, Union: p.unionName(t), Checks: p.formatChecks(t.schema, def.kind),
	}
	e := p.enumeration(t.schema)
	texts := stringList(t.schema.Extension("x-enum-descriptions"))
	if texts == nil {
		for _, part := range e.from {
			texts = append(texts, p.partWords(part))
		}
	}
	for _, i := range p.enumValues(t.schema) {
		e := e.entries[i]
		value := gomodel.EnumValue{Name: p.named.Constant(t, i), Value: literalOf(e.Value, def.kind), From: e.Pos}
		if i < len(texts) {
			value.Doc = gomodel.Words(plainText(texts[i]))
		}
		decl.Values = append(decl.Values, value)
	}
	return decl
}

// partWords describes a constant, in the words of the schema that has it.
func (p *planner) partWords(s *api.Schema) string {
	if s == nil {
		return ""
	}
	if d := plainText(p.description(s)); d != "" {
		return d
	}
	return plainText(p.title(s))
}

// A group is what stays together in one file: a component or an operation, with what belongs to it.
type group struct {
	name  string // of the Go declaration
	decls []gomodel.Decl
}
