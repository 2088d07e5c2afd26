package client

import (
	"slices"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// switchName is what APIs call the boolean that asks for a stream.
const switchName = "stream"

// switches finds what a method of a sequence sets to get one: a boolean of a body or of the query, where other methods of the
// operation want a whole value.
func (b *Builder) switches(o *operations.Operation, r *operations.Result) (list []gomodel.StreamSwitch) {
	if !isSequence(r) || !slices.ContainsFunc(o.Results, func(other *operations.Result) bool { return len(other.Cases) > 0 && !isSequence(other) }) {
		return nil
	}
	for _, x := range o.Params {
		if x.API.In == api.InQuery && x.API.Name == switchName && isBool(x.Use.Shape) {
			u := x.Use
			u.Nullable = false
			list = append(list, b.switchModel("", b.Names.Of(x), u, x.API.Required))
		}
	}
	for _, x := range o.Bodies {
		if x.Form != nil {
			for _, part := range x.Form.Parts {
				if part.Sight.Property.Name == switchName && part.File == gomodel.NoFile && isBool(part.Use.Shape) {
					list = append(list, b.switchModel(x.Field, b.Names.Of(part), part.Use, part.Required))
				}
			}
			continue
		}
		for _, m := range members(x.Use.Shape) {
			if m.Wire == switchName && isBool(m.Use.Shape) {
				list = append(list, b.switchModel(x.Field, b.Names.Field(m), m.Use, m.Required))
			}
		}
	}
	return list
}

func (b *Builder) switchModel(body, field string, u shapes.Use, required bool) gomodel.StreamSwitch {
	return gomodel.StreamSwitch{Body: body, Field: gomodel.Field{Name: field, Wire: switchName, Type: b.Declarations.ShapeType(u.Shape), Hold: b.Declarations.Hold(u, required, false)}}
}

func isSequence(r *operations.Result) bool {
	return !r.Union && len(r.Cases) > 0 && (r.Cases[0].Kind == media.Events || r.Cases[0].Kind == media.Lines)
}

// isBool reports whether a shape is a boolean, with a name or without.
func isBool(s shapes.Shape) bool {
	switch s := s.(type) {
	case shapes.Scalar:
		return s.Kind == gomodel.Bool
	case shapes.Named:
		return s.Type.Def == shapes.ScalarDef{Kind: gomodel.Bool}
	}
	return false
}

// members returns those of a struct that have fields.
func members(s shapes.Shape) (list []*shapes.Member) {
	n, ok := s.(shapes.Named)
	if !ok {
		return nil
	}
	def, ok := n.Type.Def.(*shapes.StructDef)
	if !ok || def.Tuple {
		return nil
	}
	for _, m := range def.Members {
		if !n.Type.Tags[m.Wire] {
			list = append(list, m)
		}
	}
	return list
}
