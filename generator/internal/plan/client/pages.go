package client

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// pagesDecl builds the methods that read all pages of an operation.
func (b *Builder) pagesDecl(o *operations.Operation, call *gomodel.Operation) gomodel.Decl {
	x, page := o.Pages(), o.Results[0].Cases[0].Use
	elem := shapes.Elements(x.Items.End.Shape)
	d := &gomodel.Pages{
		All: b.Names.All(x), Call: call, Params: call.Params, Page: b.pageType(page), Item: b.elementType(elem),
		NilPage: shapes.IsStruct(page.Shape) && (page.Nullable || len(o.Results[0].Empty) > 0), Items: b.pageSteps(x.Items),
	}
	d.Name, d.From, d.Grouped = b.Names.Pages(x), o.Op.Pos, b.grouped(x)
	_, d.GroupedAll = b.Names.CallerOfAll(x)
	switch next := b.pageSteps(x.Next); x.Says.Kind {
	case api.ByLink:
		_, named := x.Next.End.Shape.(shapes.Named)
		d.Turn = gomodel.LinkTurn{Next: next, Named: named}
	case api.ByCursor:
		same := gomodel.TypeString(b.Declarations.ShapeType(x.Next.End.Shape)) == gomodel.TypeString(b.Declarations.ShapeType(x.Request.Use.Shape))
		d.Turn = gomodel.CursorTurn{Param: b.pageParam(x.Request), Next: next, Kind: kindOf(x.Next.End.Shape), Same: same}
	default:
		d.Turn = gomodel.CountTurn{Param: b.pageParam(x.Request), First: x.First, Items: x.Says.Kind == api.ByOffset, Next: next, Kind: kindOf(x.Next.End.Shape)}
	}
	b.addPagesDoc(d, o)
	return d
}

// addPagesDoc says how the methods go on, and when they end.
func (b *Builder) addPagesDoc(d *gomodel.Pages, o *operations.Operation) {
	_, name := b.Names.Caller(o.Pages())
	line := b.linkMethod((&words.Text{}).Add(name+" calls "), o.Results[0]).Add(" for one page after the other")
	switch t := d.Turn.(type) {
	case gomodel.CursorTurn:
		line.Add(", from " + t.Param.Field + " on if it is set")
	case gomodel.CountTurn:
		line.Add(", from " + t.Param.Field + " on, until one has no items")
	}
	line.Add(". The other parameters are the same for all pages. An error ends the loop.")
	all := b.linkMethod((&words.Text{}).Add(d.GroupedAll+" gives the items of all pages, see "), o.Pages()).Add(". An error ends the loop.")
	d.Doc, d.AllDoc = gomodel.Doc{line.Spans}, gomodel.Doc{all.Spans}
	if o.Op.Deprecated {
		d.Doc, d.AllDoc = append(d.Doc, words.DeprecatedPara), append(d.AllDoc, words.DeprecatedPara)
	}
}

func (b *Builder) pageParam(x *operations.Param) gomodel.PageParam {
	u := x.Use
	u.Nullable = false // null has no text
	return gomodel.PageParam{
		Field: b.Names.Of(x), Wire: x.API.Name, Type: b.Declarations.ShapeType(u.Shape), Kind: kindOf(u.Shape), Hold: b.Declarations.Hold(u, x.API.Required, false),
	}
}

func (b *Builder) pageSteps(w operations.Way) (list []gomodel.PageStep) {
	for _, m := range w.Steps {
		list = append(list, gomodel.PageStep{Field: b.Names.Field(m), Hold: b.Declarations.Hold(m.Use, m.Required, m.Pointing)})
	}
	return list
}

// pageType returns the type of a page as the method gives it: a pointer to a struct, or a list.
func (b *Builder) pageType(u shapes.Use) gomodel.TypeExpr {
	typ := b.Declarations.ShapeType(u.Shape)
	if shapes.IsStruct(u.Shape) {
		return gomodel.Pointer{Elem: typ}
	}
	return typ
}

// elementType returns the type of an element of a list.
func (b *Builder) elementType(u shapes.Use) gomodel.TypeExpr {
	typ := b.Declarations.ShapeType(u.Shape)
	if u.Nullable && !shapes.HasNil(u.Shape) {
		return gomodel.Pointer{Elem: typ}
	}
	return typ
}

// kindOf returns the kind of a plain value, "" for others.
func kindOf(s shapes.Shape) gomodel.ScalarKind {
	switch s := s.(type) {
	case shapes.Scalar:
		return s.Kind
	case shapes.Named:
		switch def := s.Type.Def.(type) {
		case shapes.ScalarDef:
			return def.Kind
		case shapes.EnumDef:
			return def.Kind
		}
	}
	return ""
}
