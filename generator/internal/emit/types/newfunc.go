package types

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// NewFunc prints New<Type>, which fills in the defaults of the document.
func NewFunc(f *gomodel.NewFunc) jen.Code {
	about := f.Doc
	if len(about) == 0 {
		about = gomodel.Words(f.Name + " gives a value with every default of the document filled in. They are then sent; a field that " +
			"is left absent is not.")
	}
	sets := make([]jen.Code, len(f.Sets))
	for i, s := range f.Sets {
		sets[i] = golang.Pair(s.Field, defaultValue(s))
	}
	value := golang.Ident(f.Type)
	if len(sets) > 0 {
		value.Add(golang.MultiLine(sets...))
	} else {
		value.Values()
	}
	return golang.Doc(about, golang.PageWidth).Func().Id(f.Name).Params().Add(golang.Ident(f.Type)).Block(jen.Return(value))
}

// defaultValue prints a value in the way its field holds it.
func defaultValue(s gomodel.Set) jen.Code {
	if _, null := s.Value.(gomodel.NullLit); null {
		t := s.Type
		if s.Hold.Box == gomodel.BoxedPointer {
			t = gomodel.Pointer{Elem: t}
		}
		return jen.Id("NewNull").Types(golang.Type(t)).Call()
	}
	held := s.Hold.Box == gomodel.Pointing || s.Hold.Box == gomodel.Boxed
	t := s.Type
	if s.Variant.Name != "" {
		t = gomodel.Named{Ident: s.Variant}
	}
	v := golang.Ident(s.Const)
	if s.Const.Name == "" {
		v = typedLiteral(t, s.Value, held)
	}
	switch {
	case s.Hold.Box == gomodel.Pointing:
		return jen.New(v)
	case s.Hold.Box == gomodel.Boxed && s.Variant.Name != "": // Go would infer the type of the variant
		return jen.Id("NewNullable").Types(golang.Type(s.Type)).Call(v)
	case s.Hold.Box == gomodel.Boxed:
		return jen.Id("NewNullable").Call(v)
	}
	return v
}

// typedLiteral prints a literal of type t. A field of its own type needs no conversion of a constant, but new(5) is an *int.
func typedLiteral(t gomodel.TypeExpr, l gomodel.Literal, held bool) *jen.Statement {
	switch l := l.(type) {
	case gomodel.ListLit:
		return golang.Type(t).ValuesFunc(func(g *jen.Group) {
			for _, item := range l {
				g.Add(golang.Literal(item))
			}
		})
	case gomodel.MapLit:
		return golang.Type(t).Values()
	}
	v := golang.Literal(l)
	named, ok := t.(gomodel.Named)
	if ok && named.Ident.Path == "" {
		switch named.Ident.Name {
		case "string", "bool":
			return v
		}
		if !held {
			return v
		}
	}
	return golang.Type(t).Call(v)
}
