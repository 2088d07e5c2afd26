package client

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// Form prints a multipart body: its fields, its checks, and how it becomes parts.
func (e Printer) Form(f *gomodel.Form) jen.Code {
	var checks, writes, files []jen.Code
	for i := range f.Fields {
		field := &f.Fields[i]
		checks = append(checks, e.partChecks(field)...)
		if field.File != gomodel.NoFile && !f.InOrder {
			files = append(files, e.writePart(field))
			continue
		}
		writes = append(writes, e.writePart(field))
	}
	writes = append(writes, files...) // a server can read the last file while it arrives
	parts := []jen.Code{
		golang.Doc(f.Doc, golang.PageWidth).Type().Id(f.Name).StructFunc(func(g *jen.Group) {
			for i := range f.Fields {
				g.Add(e.paramField(&f.Fields[i].Field))
			}
		}),
		golang.Comment("Validate reports every rule of the document that x breaks, as an [*InvalidError].").
			Add(values.ValidateFunc("x", "*", f.Name, f.Name)),
		values.CheckMethod("x", "*", f.Name, checks),
		e.ConcealMethods("x", f.Name, formFields(f)),
	}
	if e.Calls {
		parts = append(parts, golang.Method("x", "*", f.Name, "write").Params(jen.Id("w").Op("*").Id("formWriter")).Add(golang.Body(writes, false)))
	}
	return golang.Lines(parts...)
}

func formFields(f *gomodel.Form) (list []*gomodel.Field) {
	for i := range f.Fields {
		list = append(list, &f.Fields[i].Field)
	}
	return list
}

func (e Printer) partChecks(f *gomodel.FormField) []jen.Code {
	if f.File == gomodel.NoFile {
		return e.FieldChecks(&f.Field, "x", golang.Text(f.Wire))
	}
	at := values.Place{Name: golang.Text(f.Wire), Value: values.Value{Expr: jen.Id("x").Dot(f.Name), Pointer: f.Hold.Box == gomodel.Pointing}}
	if f.File == gomodel.ManyFiles {
		return fileListChecks(f, at)
	}
	var out []jen.Code
	if f.Hold.Required {
		out = append(out, at.Call("present", golang.NotNil(at.Value.Dot("Content"))))
	}
	if f.Allowed != "" {
		out = append(out, at.Call("typedFile", at.Value.Address(), golang.Text(f.Allowed)))
	}
	return out
}

// fileListChecks prints the checks of a list of files, which is absent if it is empty.
func fileListChecks(f *gomodel.FormField, at values.Place) (out []jen.Code) {
	there := jen.Len(at.Value.Expr).Op(">").Lit(0)
	if f.Hold.Required {
		out = append(out, at.Call("present", there))
	}
	for _, c := range f.Checks {
		out = append(out, jen.If(there).Block(values.LimitCall(c, at)))
	}
	if f.Allowed != "" {
		file := values.Value{Expr: at.Value.Index("i")}
		check := values.Place{}.Call("typedFile", file.Address(), golang.Text(f.Allowed))
		out = append(out, at.Call("each", jen.Len(at.Value.Expr), jen.Func().Params(jen.Id("i").Int()).Add(golang.Short(check))))
	}
	return out
}

func (e Printer) writePart(f *gomodel.FormField) jen.Code {
	field := jen.Id("x").Dot(f.Name)
	on := func(helper string, v jen.Code) jen.Code { return jen.Id("w").Dot(helper).Call(PartStyle(f.Part), v) }
	switch {
	case f.File == gomodel.ManyFiles:
		return jen.For(jen.List(jen.Id("_"), jen.Id("f")).Op(":=").Range().Add(field)).Block(on("file", jen.Op("&").Id("f")))
	case f.File == gomodel.OneFile && f.Hold.Box == gomodel.Pointing:
		return jen.If(golang.NotNil(field)).Block(on("file", field))
	case f.File == gomodel.OneFile:
		return on("file", jen.Op("&").Add(field))
	}
	return e.IfPresent(field, f.Hold, f.Codec, func(v values.Value) jen.Code { return on("value", WriteFunc(f.Codec, v)) }, noNull)
}
