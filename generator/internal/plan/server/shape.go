package server

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// deepest is how many lists and objects inside each other have a shape. What is deeper is read as JSON or as text.
const deepest = 4

// anyText is the shape of what no schema describes.
var anyText = gomodel.TextShape{Text: true, Number: true, Bool: true}

// shape says how texts become a value of a schema, nil for none.
func (b *Builder) shape(s *api.Schema) gomodel.TextShape { return b.shapeAt(s, 0) }

func (b *Builder) shapeAt(s *api.Schema, depth int) gomodel.TextShape {
	if s == nil || depth > deepest {
		return anyText
	}
	kinds := b.Analysis.Kinds(s)
	t := gomodel.TextShape{
		Text: kinds&analysis.KindString != 0, Number: kinds&analysis.KindNumber != 0, Bool: kinds&analysis.KindBoolean != 0,
	}
	if kinds == analysis.AnyKind {
		return t
	}
	core := b.Analysis.Core(s)
	if kinds&analysis.KindArray != 0 {
		t.Items = b.items(core, depth)
	}
	if kinds&analysis.KindObject != 0 {
		t.Members, t.Rest = b.members(core, depth)
	}
	return t
}

// items returns the shape of the items of a list. In a list of fixed positions each may be of another kind.
func (b *Builder) items(s *api.Schema, depth int) *gomodel.TextShape {
	items, _ := b.Analysis.ItemsOf(s)
	t := b.shapeAt(items, depth+1)
	return &t
}

// members returns the shapes of the members of an object that have names, and of others.
func (b *Builder) members(s *api.Schema, depth int) (list []gomodel.TextMember, rest *gomodel.TextShape) {
	for _, seen := range b.Analysis.View(s).Sights {
		shape := b.shapeAt(seen.Property.Value, depth+1)
		for _, other := range seen.Any {
			shape = joined(shape, b.shapeAt(other, depth+1))
		}
		list = append(list, gomodel.TextMember{Name: seen.Property.Name, Shape: shape})
	}
	more := b.Analysis.ObjectOf(s).AdditionalProperties
	if more != nil && more.Form == api.FormFalse {
		return list, nil
	}
	other := b.shapeAt(more, depth+1)
	return list, &other
}

// joined returns the shape of what is one or the other.
func joined(a, b gomodel.TextShape) gomodel.TextShape {
	a.Text, a.Number, a.Bool = a.Text || b.Text, a.Number || b.Number, a.Bool || b.Bool
	if a.Items == nil {
		a.Items = b.Items
	}
	if a.Members == nil && a.Rest == nil {
		a.Members, a.Rest = b.Members, b.Rest
	}
	return a
}
