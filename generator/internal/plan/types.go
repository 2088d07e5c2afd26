package plan

import (
	"fmt"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// Types of other packages.
var (
	rawMessage = gomodel.Named{Ident: gomodel.Ident{Path: "encoding/json", Name: "RawMessage"}}
	timeType   = gomodel.Named{Ident: gomodel.Ident{Path: "time", Name: "Time"}}
	dateType   = gomodel.Named{Ident: gomodel.Ident{Path: "github.com/oapi-codegen/runtime/types", Name: "Date"}}
	uuidType   = gomodel.Named{Ident: gomodel.Ident{Path: "github.com/google/uuid", Name: "UUID"}}
)

func scalarType(k gomodel.ScalarKind) gomodel.TypeExpr {
	switch k {
	case gomodel.Time:
		return timeType
	case gomodel.Date:
		return dateType
	case gomodel.UUID:
		return uuidType
	case gomodel.Bytes:
		return gomodel.Slice{Elem: gomodel.Builtin("byte")}
	}
	return gomodel.Builtin(string(k))
}

// shapeType returns the Go type of a value.
func (p *planner) shapeType(s shape) gomodel.TypeExpr {
	switch s := s.(type) {
	case scalar:
		return scalarType(s.kind)
	case list:
		return gomodel.Slice{Elem: p.elemType(s.elem)}
	case dict:
		return gomodel.Map{Elem: p.elemType(s.elem)}
	case named:
		return p.ownType(s.typ.name)
	}
	return rawMessage
}

// elemType returns the type of an element or a map value: one that may be null is a pointer, if its type has no nil.
func (p *planner) elemType(u use) gomodel.TypeExpr {
	t := p.shapeType(u.shape)
	if u.nullable && !p.hasNil(u.shape) {
		return gomodel.Pointer{Elem: t}
	}
	return t
}

// codec returns how a value is read and written; owner names the readers of lists and maps.
func (p *planner) codec(s shape, owner string) gomodel.Codec {
	switch s := s.(type) {
	case scalar:
		return gomodel.Scalar{Kind: s.kind}
	case list:
		return p.listCodec(s.elem, owner+"Item")
	case dict:
		return p.mapCodec(s.elem, owner+"Value")
	case named:
		return p.namedCodec(s.typ)
	}
	return gomodel.RawCodec{}
}

func (p *planner) namedCodec(t *typ) gomodel.Codec {
	id := p.own(t.name)
	switch def := t.def.(type) {
	case scalarDef:
		return gomodel.Scalar{Kind: def.kind, As: id}
	case enumDef:
		if def.kind == gomodel.String {
			return gomodel.EnumCodec{Type: id, Var: valuesName(t)}
		}
		return gomodel.Scalar{Kind: def.kind, As: id}
	case *unionDef:
		return gomodel.UnionCodec{Type: id}
	}
	return gomodel.ObjectCodec{Type: id}
}

func (p *planner) elemCodec(u use, owner string) gomodel.Codec {
	c := p.codec(u.shape, owner)
	if u.nullable && !isAnythingShape(u) {
		return gomodel.OrNull{Elem: c, Type: p.shapeType(u.shape), Bare: p.hasNil(u.shape)}
	}
	return c
}

func (p *planner) listCodec(elem use, owner string) gomodel.ListCodec {
	c := gomodel.ListCodec{Elem: p.elemCodec(elem, owner)}
	if !builtinCodec(c.Elem) {
		c.Reader = p.reader("list", elem, c.Elem, owner)
	}
	return c
}

func (p *planner) mapCodec(elem use, owner string) gomodel.MapCodec {
	c := gomodel.MapCodec{Elem: p.elemCodec(elem, owner)}
	if !builtinCodec(c.Elem) {
		c.Reader = p.reader("map", elem, c.Elem, owner)
	}
	return c
}

// builtinCodec reports whether generic support code reads the type: a scalar without a type of the document.
func builtinCodec(c gomodel.Codec) bool {
	s, ok := c.(gomodel.Scalar)
	return ok && s.As.Name == "" && s.Kind != gomodel.Bytes
}

// reader returns the name of the function that reads lists or maps of an element type, and declares it where it is first needed.
// Elements that may be null can have the same Go type as others, so the codec is part of what it is known by.
func (p *planner) reader(family string, elem use, codec gomodel.Codec, owner string) string {
	typ := p.elemType(elem)
	key := fmt.Sprintf("%s %s %v", family, gomodel.TypeString(typ), codec)
	if r := p.readers[key]; r != nil {
		if m, ok := r.(*gomodel.MapReader); ok && !p.readOnly {
			m.Writes = true
		}
		return r.Common().Name
	}
	if n, ok := elem.shape.(named); ok {
		owner = n.typ.name
		if elem.nullable {
			owner += "OrNull"
		}
	}
	name := p.private(family+owner, key)
	var r gomodel.Decl = &gomodel.ListReader{Head: gomodel.Head{Name: name}, Elem: codec, Type: typ}
	if family == "map" {
		r = &gomodel.MapReader{Head: gomodel.Head{Name: name}, Writes: !p.readOnly, Elem: codec, Type: typ}
	}
	p.readers[key] = r
	p.pending = append(p.pending, r)
	return name
}
