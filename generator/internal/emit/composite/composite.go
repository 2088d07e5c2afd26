// Package composite prints values of the document as Go expressions: composite literals, pointers and constants. It takes values of gomodel
// and the path of the package that declares their types, and returns code.
package composite

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
)

// A Printer prints values whose types and helpers are those of the package at Path.
type Printer struct{ Path string }

// NewFunc prints New<Type>, which fills in the defaults of the document.
func (p Printer) NewFunc(f *gomodel.NewFunc) jen.Code {
	about := f.Doc
	if len(about) == 0 {
		about = gomodel.Words(f.Name + " returns the defaults of the document, which are then sent.")
	}
	head := golang.Doc(about, golang.PageWidth).Func().Id(f.Name).Params().Add(golang.Ident(f.Type))
	if len(f.Sets) < 3 && !slices.ContainsFunc(f.Sets, func(s gomodel.Set) bool { return isComposite(s.Held) }) {
		return head.Add(golang.Short(jen.Return(golang.Ident(f.Type).Values(p.Fields(f.Sets)...))))
	}
	return head.Block(jen.Return(golang.Ident(f.Type).Add(braces(p.Fields(f.Sets), true))))
}

// Fields prints the fields of a struct.
func (p Printer) Fields(sets []gomodel.Set) []jen.Code {
	list := make([]jen.Code, len(sets))
	for i, s := range sets {
		list[i] = golang.Pair(s.Field, p.Held(s.Held))
	}
	return list
}

// braces prints parts of a composite literal, in one line or in one each.
func braces(parts []jen.Code, lines bool) jen.Code {
	if len(parts) == 0 || !lines {
		return jen.Values(parts...)
	}
	return golang.MultiLine(parts...)
}

// Held prints a value in the way it is held.
func (p Printer) Held(h gomodel.Held) *jen.Statement {
	pointing := h.Hold.Box == gomodel.Pointing || h.Hold.Box == gomodel.BoxedPointer
	boxed := h.Hold.Box == gomodel.Boxed || h.Hold.Box == gomodel.BoxedPointer
	if _, null := h.Value.(gomodel.NullValue); null {
		switch {
		case !boxed:
			return jen.Nil()
		case pointing:
			return jen.Qual(p.Path, "NewNull").Types(golang.Type(gomodel.Pointer{Elem: h.Type})).Call()
		}
		return jen.Qual(p.Path, "NewNull").Types(golang.Type(h.Type)).Call()
	}
	v := p.bare(h, pointing || boxed)
	if pointing {
		v = pointer(h, v)
	}
	if !boxed {
		return v
	}
	box := jen.Qual(p.Path, "NewNullable")
	if _, variant := h.Value.(gomodel.VariantValue); variant { // Go would infer the type of the variant
		box.Types(golang.Type(h.Type))
	}
	return box.Call(v)
}

// pointer prints a pointer to a value.
func pointer(h gomodel.Held, v *jen.Statement) *jen.Statement {
	switch h.Value.(type) {
	case gomodel.StructValue, gomodel.ListValue, gomodel.MapValue:
		return jen.Op("&").Add(v)
	}
	return jen.New(v)
}

// bare prints a value without pointer and box. If alone, Go must see its type in it.
func (p Printer) bare(h gomodel.Held, alone bool) *jen.Statement {
	switch v := h.Value.(type) {
	case gomodel.LiteralValue:
		return typedLiteral(h.Type, v.Literal, alone)
	case gomodel.ConstValue:
		return golang.Ident(v.Const)
	case gomodel.NewValue:
		return golang.Ident(v.Func).Call()
	case gomodel.VariantValue:
		return p.Held(v.Variant)
	case gomodel.StructValue, gomodel.ListValue, gomodel.MapValue:
		return golang.Type(h.Type).Add(p.body(h))
	}
	panic(golang.NoPrinter(h.Value))
}

// body prints the braces of a composite literal.
func (p Printer) body(h gomodel.Held) jen.Code {
	var parts []jen.Code
	lines := false
	switch v := h.Value.(type) {
	case gomodel.StructValue:
		return braces(p.Fields(v.Sets), len(v.Sets) > 1 || slices.ContainsFunc(v.Sets, func(s gomodel.Set) bool { return isComposite(s.Held) }))
	case gomodel.ListValue:
		for _, item := range v.Items {
			lines = lines || isComposite(item)
			parts = append(parts, p.element(item))
		}
	case gomodel.MapValue:
		lines = len(v.Entries) > 1
		for _, e := range v.Entries {
			lines = lines || isComposite(e.Held)
			parts = append(parts, golang.Text(e.Name).Op(":").Add(p.element(e.Held)))
		}
	}
	return braces(parts, lines)
}

// element prints an element of a list or a value of a map. A composite one needs no type, as gofmt -s has it.
func (p Printer) element(h gomodel.Held) jen.Code {
	if isComposite(h) && (h.Hold.Box == gomodel.Plain || h.Hold.Box == gomodel.NilBox || h.Hold.Box == gomodel.Pointing) {
		return p.body(h)
	}
	if _, literal := h.Value.(gomodel.LiteralValue); literal && h.Hold.Box == gomodel.Plain {
		return p.bare(h, false)
	}
	return p.Held(h)
}

func isComposite(h gomodel.Held) bool {
	switch h.Value.(type) {
	case gomodel.StructValue, gomodel.ListValue, gomodel.MapValue:
		return true
	}
	return false
}
