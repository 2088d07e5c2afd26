package emit

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
)

// sendBody prints how a body goes into the request.
func (e printer) sendBody(b *gomodel.BodyField) jen.Code {
	field := jen.Id("p").Dot(b.Name)
	on := func(helper string, media, body jen.Code, more ...jen.Code) jen.Code {
		return jen.Id("k").Dot(helper).Call(append([]jen.Code{media, body}, more...)...)
	}
	switch w := b.Write.(type) {
	case gomodel.StreamBody:
		return jen.If(notNil(field)).Block(on("streamBody", sentAs(b, w), field))
	case gomodel.TextBody:
		return e.ifPresent(field, b.Hold, b.Codec, func(v value) jen.Code { return on("textBody", text(b.MediaType), textOf(b.Codec, v)) }, noNull)
	case gomodel.XMLBody:
		return e.ifPresent(field, b.Hold, b.Codec, func(v value) jen.Code { return on("xmlBody", text(b.MediaType), text(w.Root), v.address()) }, noNull)
	case gomodel.MultipartBody:
		return e.ifPresent(field, b.Hold, b.Codec, func(v value) jen.Code { return on("multipartBody", text(b.MediaType), v.dot("write")) }, noNull)
	case gomodel.URLForm:
		return e.ifPresent(field, b.Hold, b.Codec, func(v value) jen.Code {
			return jen.Id("k").Dot("formBody").Call(append([]jen.Code{writeFunc(b.Codec, v)}, partStyles(w.Parts)...)...)
		}, noNull)
	}
	return e.sendJSON(b)
}

// sentAs prints the media type of a stream: that which the caller chose, or that of the document.
func sentAs(b *gomodel.BodyField, w gomodel.StreamBody) jen.Code {
	if w.Choice == "" {
		return text(b.MediaType)
	}
	return jen.Qual("cmp", "Or").Call(jen.Id("p").Dot(w.Choice), text(b.MediaType))
}

// noNull stands for null, which only JSON has.
func noNull() jen.Code { return jen.Null() }

// sendJSON prints a body of JSON. One that is no type of the package has no encode method: it is written by a closure.
func (e printer) sendJSON(b *gomodel.BodyField) jen.Code {
	on := func(helper string, body jen.Code) jen.Code {
		return jen.Id("k").Dot(helper).Call(text(b.MediaType), body)
	}
	closure := func(statement jen.Code) jen.Code {
		return on("jsonBodyFunc", jen.Func().Params(writerParam()).Add(short(statement)))
	}
	return e.ifPresent(jen.Id("p").Dot(b.Name), b.Hold, b.Codec, func(v value) jen.Code {
		if _, object := b.Codec.(gomodel.ObjectCodec); object {
			return on("jsonBody", v.address())
		}
		return closure(write(jen.Id("w"), b.Codec, v, 0))
	}, func() jen.Code {
		return closure(jen.Id("w").Dot("null").Call())
	})
}

// bodyChecks prints the checks of what is sent, and that it is one of several bodies.
func (e printer) bodyChecks(p *gomodel.Params) (out []jen.Code) {
	for _, b := range p.Bodies {
		out = append(out, e.fieldChecks(&b.Field, "p", nil)...)
		if w, ok := b.Write.(gomodel.StreamBody); ok && w.Allowed != "" {
			out = append(out, jen.If(notNil(jen.Id("p").Dot(b.Name))).Block(jen.Id("c").Dot("typedBody").Call(sentAs(b, w), text(w.Allowed))))
		}
	}
	if len(p.Bodies) > 1 {
		given := []jen.Code{jen.Lit(p.BodyRequired)}
		for _, b := range p.Bodies {
			given = append(given, notNil(jen.Id("p").Dot(b.Name)))
		}
		out = append(out, jen.Id("c").Dot("bodies").Call(given...))
	}
	return out
}

// partStyles prints how members of a form are written that the document says something about.
func partStyles(list []gomodel.PartStyle) []jen.Code {
	out := make([]jen.Code, len(list))
	for i, s := range list {
		out[i] = partStyle(s)
	}
	return out
}

func partStyle(s gomodel.PartStyle) jen.Code {
	parts := []jen.Code{pair("name", text(s.Name))}
	if s.MediaType != "" {
		parts = append(parts, pair("mediaType", text(s.MediaType)))
	}
	if s.Style != nil {
		parts = append(parts, pair("style", styleLit(*s.Style)))
	}
	return jen.Id("partStyle").Values(parts...)
}

// formDecl prints a multipart body: its fields, its checks, and how it becomes parts.
func (e printer) formDecl(f *gomodel.Form) jen.Code {
	var checks, writes []jen.Code
	for i := range f.Fields {
		field := &f.Fields[i]
		checks = append(checks, e.partChecks(field)...)
		writes = append(writes, e.writePart(field))
	}
	return lines(
		doc(f.Doc, pageWidth).Type().Id(f.Name).StructFunc(func(g *jen.Group) {
			for i := range f.Fields {
				g.Add(e.paramField(&f.Fields[i].Field))
			}
		}),
		comment("Validate reports every rule of the document that x breaks, as an [*InvalidError].").
			Add(validateFunc("x", "*", f.Name, f.Name)),
		checkMethod("x", "*", f.Name, checks),
		method("x", "*", f.Name, "write").Params(jen.Id("w").Op("*").Id("formWriter")).Add(body(writes, false)),
	)
}

func (e printer) partChecks(f *gomodel.FormField) []jen.Code {
	if f.File == gomodel.NoFile {
		return e.fieldChecks(&f.Field, "x", text(f.Wire))
	}
	at := place{name: text(f.Wire), value: value{expr: jen.Id("x").Dot(f.Name), pointer: f.Hold.Box == gomodel.Pointing}}
	if f.File == gomodel.ManyFiles {
		return fileListChecks(f, at)
	}
	var out []jen.Code
	if f.Hold.Required {
		out = append(out, at.call("present", notNil(at.value.dot("Content"))))
	}
	if f.Allowed != "" {
		out = append(out, at.call("typedFile", at.value.address(), text(f.Allowed)))
	}
	return out
}

// fileListChecks prints the checks of a list of files, which is absent if it is empty.
func fileListChecks(f *gomodel.FormField, at place) (out []jen.Code) {
	there := jen.Len(at.value.expr).Op(">").Lit(0)
	if f.Hold.Required {
		out = append(out, at.call("present", there))
	}
	for _, c := range f.Checks {
		out = append(out, jen.If(there).Block(ruleCall(c, at)))
	}
	if f.Allowed != "" {
		file := value{expr: at.value.index("i")}
		check := place{}.call("typedFile", file.address(), text(f.Allowed))
		out = append(out, at.call("each", jen.Len(at.value.expr), jen.Func().Params(jen.Id("i").Int()).Add(short(check))))
	}
	return out
}

func (e printer) writePart(f *gomodel.FormField) jen.Code {
	field := jen.Id("x").Dot(f.Name)
	on := func(helper string, v jen.Code) jen.Code { return jen.Id("w").Dot(helper).Call(partStyle(f.Part), v) }
	switch {
	case f.File == gomodel.ManyFiles:
		return jen.For(jen.List(jen.Id("_"), jen.Id("f")).Op(":=").Range().Add(field)).Block(on("file", jen.Op("&").Id("f")))
	case f.File == gomodel.OneFile && f.Hold.Box == gomodel.Pointing:
		return jen.If(notNil(field)).Block(on("file", field))
	case f.File == gomodel.OneFile:
		return on("file", jen.Op("&").Add(field))
	}
	return e.ifPresent(field, f.Hold, f.Codec, func(v value) jen.Code { return on("value", writeFunc(f.Codec, v)) }, noNull)
}
