package declarations

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// Groups builds the declarations of all types, each followed by what belongs to it.
func (b *Builder) Groups() (groups []Group) {
	for _, r := range b.Shapes.Roots() {
		if r.Alias != nil {
			groups = append(groups, Group{b.Names.Of(r.Alias), []gomodel.Decl{b.aliasDecl(r.Alias)}})
			continue
		}
		decls := b.appendType(nil, r.Type)
		groups = append(groups, Group{b.Names.Type(r.Type), decls})
		if !b.Afford(decls[0]) {
			break
		}
	}
	return groups
}

func (b *Builder) appendType(decls []gomodel.Decl, t *shapes.Type) []gomodel.Decl {
	u := b.NewUnit()
	decls = append(decls, u.typeDecl(t))
	if !b.Afford(decls[len(decls)-1]) {
		return decls
	}
	switch def, ok := t.Def.(*shapes.StructDef); {
	case ok && b.Names.New(t) != "":
		decls = append(decls, b.newFunc(t, def))
	case ok:
		b.reportUnfilled(t, def)
	}
	decls = append(decls, *u.Behind...)
	for _, inner := range t.Inline {
		decls = b.appendType(decls, inner)
	}
	return decls
}

func (u Unit) typeDecl(t *shapes.Type) gomodel.Decl {
	head := gomodel.Head{Name: u.Names.Type(t), From: t.Schema.Pos}
	reportOwnChecks(t.Schema, t, u.findings)
	if u.Comments {
		head.Doc = u.typeDoc(t)
	}
	switch def := t.Def.(type) {
	case *shapes.StructDef:
		if def.Tuple {
			return u.tupleDecl(t, def, head)
		}
		return u.structDecl(t, def, head)
	case shapes.EnumDef:
		return u.enumDecl(t, def, head)
	case shapes.ScalarDef:
		return &gomodel.NamedType{
			Head: head, Under: ScalarType(def.Kind), Codec: scalarOf(t, def.Kind, gomodel.Ident{}), Union: unionName(u.Builder, t),
			Checks: u.withRule(t, u.scalarChecks(t.Schema, def.Kind, u.Names.Type(t))),
		}
	case shapes.ListDef:
		return u.listDecl(t, def, head)
	case shapes.MapDef:
		return u.dictDecl(t, def, head)
	case *shapes.UnionDef:
		return u.unionDecl(t, def, head)
	}
	return &gomodel.RawType{Head: head, Checks: u.withRule(t, nil)}
}

// unionName returns the name of the union that t is a variant of, "" for none.
func unionName(b *Builder, t *shapes.Type) string {
	if t.VariantOf == nil {
		return ""
	}
	return b.Names.Type(t.VariantOf)
}

// withRule adds the check by the rule of t, which looks at the whole value and may be all that is checked, and by its method Check.
func (b *Builder) withRule(t *shapes.Type, checks []gomodel.Check) []gomodel.Check {
	switch r := b.Rules.Of(t); {
	case r.Name == "":
	case r.Whole:
		checks = []gomodel.Check{gomodel.ByRule{Rule: r.Name}}
	default:
		checks = append(checks, gomodel.ByRule{Rule: r.Name})
	}
	if checksByMethod(t) {
		checks = append(checks, gomodel.ByMethod{})
	}
	return checks
}

func (u Unit) listDecl(t *shapes.Type, def shapes.ListDef, head gomodel.Head) gomodel.Decl {
	elem, codec := u.elemType(def.Elem), u.listCodec(def.Elem, u.Names.Type(t)+"Item")
	checks := u.withRule(t, u.listChecks(t, def.Elem))
	if t.ByValue {
		return &gomodel.NamedType{Head: head, Under: gomodel.Slice{Elem: elem}, Codec: codec, Checks: checks, Union: unionName(u.Builder, t)}
	}
	return &gomodel.ListType{Head: head, Elem: elem, Codec: codec, Checks: checks, Nullable: u.Classes.AcceptsNull(t.Schema)}
}

func (u Unit) dictDecl(t *shapes.Type, def shapes.MapDef, head gomodel.Head) gomodel.Decl {
	elem, codec := u.elemType(def.Elem), u.mapCodec(def.Elem, u.Names.Type(t)+"Value")
	checks := u.withRule(t, u.dictChecks(t, def.Elem))
	if t.ByValue {
		return &gomodel.NamedType{Head: head, Under: gomodel.Map{Elem: elem}, Codec: codec, Checks: checks, Union: unionName(u.Builder, t)}
	}
	return &gomodel.MapType{Head: head, Elem: elem, Codec: codec, Checks: checks, Nullable: u.Classes.AcceptsNull(t.Schema)}
}

func (u Unit) listChecks(t *shapes.Type, elem shapes.Use) []gomodel.Check {
	return u.appendEach(u.sizeChecks(t.Schema), elem, u.Names.Type(t)+"Item")
}

func (u Unit) dictChecks(t *shapes.Type, elem shapes.Use) (checks []gomodel.Check) {
	return u.appendEach(u.mapChecks(t.Schema), elem, u.Names.Type(t)+"Value")
}

func (b *Builder) aliasDecl(a *shapes.Alias) gomodel.Decl {
	return &gomodel.Alias{
		Head:   gomodel.Head{Name: b.Names.Of(a), Doc: b.aliasDoc(a), From: a.Schema.Pos},
		Target: b.ShapeType(a.Target.Shape),
	}
}

func (u Unit) structDecl(t *shapes.Type, def *shapes.StructDef, head gomodel.Head) gomodel.Decl {
	decl := &gomodel.Struct{Head: head, Closed: def.Closed, Other: u.Names.Other(t), Checks: u.withRule(t, nil)}
	for _, m := range def.Members {
		if t.Tags[m.Wire] {
			decl.Members = append(decl.Members, &gomodel.ConstMember{Wire: m.Wire, Value: constant(u.Analysis, t, m), Required: true, From: m.Pos})
			continue
		}
		decl.Members = append(decl.Members, u.field(t, m))
	}
	if extra := u.Rules.Extra(def); extra != nil {
		name := u.Names.Extra(t)
		owner := u.Names.Type(t) + name
		decl.Extra = &gomodel.Extra{Name: name, Type: u.elemType(*extra), Codec: u.ElemCodec(*extra, owner)}
		if o := t.Schema.Object; o != nil && o.AdditionalProperties != nil {
			decl.Extra.Secret = u.Analysis.Secret(o.AdditionalProperties)
		}
		if !u.Rules.Of(t).Whole {
			decl.Extra.Checks = u.Checks(*extra, owner)
		}
	}
	decl.Input = inputForm(u.Builder, t, def)
	return decl
}

func (u Unit) tupleDecl(t *shapes.Type, def *shapes.StructDef, head gomodel.Head) gomodel.Decl {
	decl := &gomodel.Tuple{Head: head, Min: analysis.Size(t.Schema.Array.MinItems, 0), Checks: u.withRule(t, nil)}
	decl.Max, _ = analysis.ClosedTuple(t.Schema.Array)
	for _, m := range def.Members {
		decl.Items = append(decl.Items, u.field(t, m))
	}
	if def.Extra != nil {
		name := u.Names.Extra(t)
		owner := u.Names.Type(t) + name
		decl.Rest = &gomodel.Rest{Name: name, Type: u.elemType(*def.Extra), Codec: u.ElemCodec(*def.Extra, owner+"Item")}
		if !u.Rules.Of(t).Whole {
			decl.Rest.Checks = u.Checks(*def.Extra, owner+"Item")
		}
	}
	return decl
}

func (u Unit) field(t *shapes.Type, m *shapes.Member) *gomodel.Field {
	f := &gomodel.Field{
		Name:   u.Names.Field(m),
		Wire:   m.Wire,
		Type:   u.ShapeType(m.Use.Shape),
		Hold:   u.Hold(m.Use, m.Required, m.Pointing),
		Codec:  u.Codec(m.Use.Shape, u.Names.Type(t)+u.Names.Field(m)),
		Secret: u.Analysis.Secret(m.Schema),
		Loose:  m.Loose,
		Fill:   u.fill(t, m),
		From:   m.Pos,
	}
	if !u.Rules.Of(t).Whole {
		f.Checks = u.Checks(m.Use, u.Names.Type(t)+u.Names.Field(m))
	}
	if u.Operations.XML[t] {
		if tag := u.XMLTags.Of(m); tag != "" {
			f.Tags = append(f.Tags, gomodel.Tag{Key: "xml", Value: tag})
		}
	}
	f.Tags = append(f.Tags, structTags(m.Schema, u.findings)...)
	if _, named := m.Use.Shape.(shapes.Named); !named {
		reportOwnChecks(m.Schema, nil, u.findings)
	}
	switch {
	case mustBePresent(m):
		f.Checks = append([]gomodel.Check{gomodel.Present{}}, f.Checks...)
	case u.mustBeGiven(t, m):
		f.Checks = append([]gomodel.Check{gomodel.Given{}}, f.Checks...)
	}
	if u.Comments {
		f.Doc = u.fieldDoc(t, m)
	}
	return f
}

// mustBePresent reports whether Validate must look for a nil that JSON could not have said: a required value of any kind, or a
// required struct that contains itself.
func mustBePresent(m *shapes.Member) bool {
	if !m.Required || m.Use.Nullable {
		return false
	}
	n, _ := m.Use.Shape.(shapes.Named)
	return m.Pointing || shapes.IsAnything(m.Use) || n.Type != nil && n.Type.Def == shapes.AnythingDef{}
}

// Hold says how a field shows absence and null.
func (b *Builder) Hold(u shapes.Use, required, pointing bool) gomodel.Hold {
	h := gomodel.Hold{Required: required, Nullable: u.Nullable}
	bare := shapes.HasNil(u.Shape)
	switch {
	case shapes.IsAnything(u):
		h.Nullable, h.Box = true, gomodel.NilBox // null is a text like any other
	case u.Nullable && !required && pointing:
		h.Box = gomodel.BoxedPointer
	case u.Nullable && !required:
		h.Box = gomodel.Boxed
	case bare:
		h.Box = gomodel.NilBox
	case u.Nullable || !required || pointing:
		h.Box = gomodel.Pointing
	}
	if required && !u.Nullable && bare && h.Box == gomodel.NilBox && !shapes.IsAnything(u) && !shapes.IsUnion(u.Shape) {
		h.Box = gomodel.Plain // a nil list or map is sent as [] or {}
	}
	return h
}

func (b *Builder) enumDecl(t *shapes.Type, def shapes.EnumDef, head gomodel.Head) gomodel.Decl {
	if def.Plain {
		return &gomodel.Constants{Head: gomodel.Head{Name: valuesName(b, t), Doc: constantsDoc(b, t), From: head.From}, Values: b.enumValues(t, def)}
	}
	return &gomodel.Enum{
		Head: head, Under: ScalarType(def.Kind), Codec: scalarOf(t, def.Kind, gomodel.Ident{}), Var: valuesName(b, t), Open: def.Open, List: b.EnumLists, Union: unionName(b, t), Checks: b.FormatChecks(t.Schema, def.Kind),
		Values: b.enumValues(t, def),
	}
}

// enumValues returns the constants of an enum.
func (b *Builder) enumValues(t *shapes.Type, def shapes.EnumDef) (list []gomodel.EnumValue) {
	e, said := b.Analysis.Enumeration(t.Schema), b.Analysis.Constants(t.Schema)
	for _, i := range b.Analysis.EnumValues(t.Schema) {
		e := e.Entries[i]
		value := gomodel.EnumValue{Name: b.Names.Constant(t, i), Value: classes.LiteralOf(e.Value, def.Kind), From: e.Pos}
		if doc := words.PlainText(said[i].Doc); doc != "" {
			value.Doc = gomodel.Words(doc)
		}
		list = append(list, value)
	}
	return list
}
