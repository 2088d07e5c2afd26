package client

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/media"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// formDecl builds the struct of a form.
func (b *Builder) formDecl(u declarations.Unit, o *operations.Operation, f *operations.Form) *gomodel.Form {
	d := &gomodel.Form{Operation: b.Names.Method(o)}
	d.Name, d.From = b.Names.Of(f), f.Schema.Pos
	d.Doc = gomodel.Doc{b.linkMethod((&words.Text{}).Add(b.Names.Of(f)+" is the form of "), o.Results[0]).Add(".").Spans}
	d.InOrder = slices.ContainsFunc(o.Bodies, func(x *operations.Body) bool { return x.Form == f && media.BaseType(x.Media) == "multipart/related" })
	for _, x := range f.Parts {
		d.Fields = append(d.Fields, b.partModel(u, f, x))
	}
	return d
}

func (b *Builder) partModel(u declarations.Unit, f *operations.Form, x *operations.Part) gomodel.FormField {
	owner := b.Names.Of(f) + b.Names.Of(x)
	m := gomodel.FormField{Part: x.Style, File: x.File}
	m.Field = gomodel.Field{Name: b.Names.Of(x), Wire: x.Sight.Property.Name, From: x.Sight.Property.Pos, Codec: gomodel.RawCodec{}}
	switch {
	case x.File != gomodel.NoFile:
		m.Type, m.Hold, m.Allowed = b.Names.OwnType(operations.FormFile), gomodel.Hold{Required: x.Required}, operations.AllowedTypes(x.Style.MediaType)
		if x.File == gomodel.ManyFiles {
			m.Type, m.Hold.Box = gomodel.Slice{Elem: m.Type}, gomodel.NilBox
			if c := declarations.ItemsCheck(b.Analysis.Core(x.Sight.Property.Value)); c != nil {
				m.Checks = []gomodel.Check{c}
			}
		} else if !x.Required {
			m.Hold.Box = gomodel.Pointing
		}
	default:
		m.Type, m.Hold, m.Codec, m.Checks = b.Declarations.ShapeType(x.Use.Shape), b.Declarations.Hold(x.Use, x.Required, false), u.Codec(x.Use.Shape, owner), u.Checks(x.Use, owner)
		if x.Required && declarations.HasUnset(x.Use) {
			m.Checks = append([]gomodel.Check{gomodel.Given{}}, m.Checks...)
		}
		m.Secret = b.Analysis.Secret(x.Sight.Property.Value)
	}
	m.Doc = b.formFieldDoc(x)
	return m
}

func (b *Builder) formFieldDoc(x *operations.Part) gomodel.Doc {
	doc, line := words.DescribeOn(&words.Text{}, b.Analysis.Description(x.Sight.Property.Value))
	if x.Use.Shape != nil {
		b.Declarations.AddLimits(line, x.Use, x.Required)
		b.Declarations.AddDefault(line, x.Sight.Property.Value, x.Use, x.Required)
	} else if x.Required {
		line.Space().Add("Required.")
	}
	if list := operations.AllowedTypes(x.Style.MediaType); x.File != gomodel.NoFile && strings.ContainsAny(list, ",*") {
		line.Space().Add("Its ContentType is one of " + list + ".")
	} else if x.File != gomodel.NoFile && list != "" {
		line.Space().Add("Its ContentType is " + list + ".")
	}
	if !words.TellsName(b.Names.Of(x), x.Sight.Property.Name) {
		line.Space().Add("Name of the part: " + words.QuoteOdd(x.Sight.Property.Name) + ".")
	}
	if len(line.Spans) > 0 {
		doc = append(doc, line.Spans)
	}
	return doc
}
