package client

import (
	"slices"

	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// sendBody prints how a body goes into the request.
func (e Printer) sendBody(b *gomodel.BodyField) jen.Code {
	field := jen.Id("p").Dot(b.Name)
	on := func(helper string, media, body jen.Code, more ...jen.Code) jen.Code {
		return jen.Id("k").Dot(helper).Call(append([]jen.Code{media, body}, more...)...)
	}
	switch w := b.Write.(type) {
	case gomodel.StreamBody:
		return jen.If(golang.NotNil(field)).Block(on("streamBody", sentAs(b, w), field))
	case gomodel.TextBody:
		return e.IfPresent(field, b.Hold, b.Codec, func(v values.Value) jen.Code {
			return on("textBody", golang.Text(b.MediaType), values.TextOf(b.Codec, v))
		}, noNull)
	case gomodel.XMLBody:
		return e.IfPresent(field, b.Hold, b.Codec, func(v values.Value) jen.Code {
			return on("xmlBody", golang.Text(b.MediaType), XMLRoot(w.Root), v.Address())
		}, noNull)
	case gomodel.MultipartBody:
		return e.IfPresent(field, b.Hold, b.Codec, func(v values.Value) jen.Code { return on("multipartBody", golang.Text(b.MediaType), v.Dot("write")) }, noNull)
	case gomodel.URLForm:
		return e.IfPresent(field, b.Hold, b.Codec, func(v values.Value) jen.Code {
			return jen.Id("k").Dot("formBody").Call(append([]jen.Code{WriteFunc(b.Codec, v)}, PartStyles(w.Parts)...)...)
		}, noNull)
	}
	return e.sendJSON(b)
}

// isUpload reports whether a body has content of the caller, which is read while it is sent.
func (e Printer) isUpload(b *gomodel.BodyField) bool {
	switch b.Write.(type) {
	case gomodel.StreamBody:
		return true
	case gomodel.MultipartBody:
		form := values.Find[*gomodel.Form](e.Scope, b.Codec.(gomodel.ObjectCodec).Type.Name)
		return slices.ContainsFunc(form.Fields, func(f gomodel.FormField) bool { return f.File != gomodel.NoFile })
	}
	return false
}

// XMLRoot prints what the outermost element is.
func XMLRoot(root gomodel.XMLRoot) jen.Code {
	var parts []jen.Code
	for _, p := range [...]struct{ field, text string }{{"name", root.Name}, {"space", root.Namespace}, {"prefix", root.Prefix}} {
		if p.text != "" {
			parts = append(parts, golang.Pair(p.field, golang.Text(p.text)))
		}
	}
	return jen.Id("xmlRoot").Values(parts...)
}

// sentAs prints the media type of a stream: that which the caller chose, or that of the document.
func sentAs(b *gomodel.BodyField, w gomodel.StreamBody) jen.Code {
	if w.Choice == "" {
		return golang.Text(b.MediaType)
	}
	return jen.Qual("cmp", "Or").Call(jen.Id("p").Dot(w.Choice), golang.Text(b.MediaType))
}

// noNull stands for null, which only JSON has.
func noNull() jen.Code { return jen.Null() }

// sendJSON prints a body of JSON. One that is no type of the package has no encode method: it is written by a closure.
func (e Printer) sendJSON(b *gomodel.BodyField) jen.Code {
	on := func(helper string, body jen.Code) jen.Code {
		return jen.Id("k").Dot(helper).Call(golang.Text(b.MediaType), body)
	}
	closure := func(statement jen.Code) jen.Code {
		return on("jsonBodyFunc", jen.Func().Params(values.WriterParam()).Add(golang.Short(statement)))
	}
	return e.IfPresent(jen.Id("p").Dot(b.Name), b.Hold, b.Codec, func(v values.Value) jen.Code {
		if _, object := b.Codec.(gomodel.ObjectCodec); object {
			return on("jsonBody", v.Address())
		}
		return closure(values.Write(jen.Id("w"), b.Codec, v, 0))
	}, func() jen.Code {
		return closure(jen.Id("w").Dot("null").Call())
	})
}

// bodyChecks prints the checks of what is sent, and that it is one of several bodies.
func (e Printer) bodyChecks(p *gomodel.Params) (out []jen.Code) {
	for _, b := range p.Bodies {
		out = append(out, e.FieldChecks(&b.Field, "p", nil)...)
		if w, ok := b.Write.(gomodel.StreamBody); ok && w.Allowed != "" {
			out = append(out, jen.If(golang.NotNil(jen.Id("p").Dot(b.Name))).Block(jen.Id("c").Dot("typedBody").Call(sentAs(b, w), golang.Text(w.Allowed))))
		}
	}
	if len(p.Bodies) > 1 {
		given := []jen.Code{jen.Lit(p.BodyRequired)}
		for _, b := range p.Bodies {
			given = append(given, golang.NotNil(jen.Id("p").Dot(b.Name)))
		}
		out = append(out, jen.Id("c").Dot("bodies").Call(given...))
	}
	return out
}

// PartStyles prints how members of a form are written that the document says something about.
func PartStyles(list []gomodel.PartStyle) []jen.Code {
	out := make([]jen.Code, len(list))
	for i, s := range list {
		out[i] = PartStyle(s)
	}
	return out
}

func PartStyle(s gomodel.PartStyle) jen.Code {
	parts := []jen.Code{golang.Pair("name", golang.Text(s.Name))}
	if s.MediaType != "" {
		parts = append(parts, golang.Pair("mediaType", golang.Text(s.MediaType)))
	}
	if s.Style != nil {
		parts = append(parts, golang.Pair("style", StyleLit(*s.Style)))
	}
	return jen.Id("partStyle").Values(parts...)
}
