package plan

import (
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
		return p.named.OwnType(p.named.Type(s.typ))
	}
	return rawMessage
}

// elemType returns the type of an element or a map value: one that may be null is a pointer, if its type has no nil.
func (p *planner) elemType(u use) gomodel.TypeExpr {
	t := p.shapeType(u.shape)
	if u.nullable && !hasNil(u.shape) {
		return gomodel.Pointer{Elem: t}
	}
	return t
}

// codec returns how a value is read and written; owner names the readers of lists and maps.
func (u unit) codec(s shape, owner string) gomodel.Codec {
	switch s := s.(type) {
	case scalar:
		return gomodel.Scalar{Kind: s.kind}
	case list:
		return u.listCodec(s.elem, owner+"Item")
	case dict:
		return u.mapCodec(s.elem, owner+"Value")
	case named:
		return u.namedCodec(s.typ)
	}
	return gomodel.RawCodec{}
}

func (p *planner) namedCodec(t *typ) gomodel.Codec {
	id := p.named.Own(p.named.Type(t))
	switch def := t.def.(type) {
	case scalarDef:
		return gomodel.Scalar{Kind: def.kind, As: id}
	case enumDef:
		if def.kind == gomodel.String {
			return gomodel.EnumCodec{Type: id, Var: p.valuesName(t)}
		}
		return gomodel.Scalar{Kind: def.kind, As: id}
	case *unionDef:
		return gomodel.UnionCodec{Type: id}
	}
	return gomodel.ObjectCodec{Type: id}
}

func (u unit) elemCodec(v use, owner string) gomodel.Codec {
	c := u.codec(v.shape, owner)
	if v.nullable && !isAnythingShape(v) {
		return gomodel.OrNull{Elem: c, Type: u.shapeType(v.shape), Bare: hasNil(v.shape)}
	}
	return c
}

func (u unit) listCodec(elem use, owner string) gomodel.ListCodec {
	c := gomodel.ListCodec{Elem: u.elemCodec(elem, owner)}
	if !builtinCodec(c.Elem) {
		c.Reader = u.reader("list", elem, c.Elem, owner)
	}
	return c
}

func (u unit) mapCodec(elem use, owner string) gomodel.MapCodec {
	c := gomodel.MapCodec{Elem: u.elemCodec(elem, owner)}
	if !builtinCodec(c.Elem) {
		c.Reader = u.reader("map", elem, c.Elem, owner)
	}
	return c
}

// builtinCodec reports whether generic support code reads the type: a scalar without a type of the document.
func builtinCodec(c gomodel.Codec) bool {
	s, ok := c.(gomodel.Scalar)
	return ok && s.As.Name == "" && s.Kind != gomodel.Bytes
}
