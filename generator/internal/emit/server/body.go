package server

import (
	"github.com/dave/jennifer/jen"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/emit/client"
	"github.com/oas2go/oas2go/generator/internal/emit/golang"
	"github.com/oas2go/oas2go/generator/internal/emit/values"
)

// readBodies prints how the body of a request is read: by its media type, if the document has several.
func (e Printer) readBodies(s *gomodel.Served) jen.Code {
	required := s.Params.BodyRequired
	args := []jen.Code{jen.Lit(required)}
	ways := waysOf(s)
	for _, w := range ways {
		args = append(args, w.names()...)
	}
	chosen := jen.Id("in").Dot("body").Call(args...)
	if len(ways) == 1 {
		b, how := ways[0].field, ways[0].how
		if _, ok := b.Write.(gomodel.MultipartBody); ok {
			return e.readForm(b, how, chosen)
		}
		return jen.If(jen.Add(chosen).Op("!=").Lit("")).Block(e.readBody(b, how)...)
	}
	cases := make([]jen.Code, len(ways))
	for i, w := range ways {
		var statements []jen.Code
		if _, ok := w.field.Write.(gomodel.MultipartBody); ok {
			statements = []jen.Code{e.readForm(w.field, w.how, nil)}
		} else {
			statements = e.readBody(w.field, w.how)
		}
		cases[i] = jen.Case(w.names()...).Block(statements...)
	}
	return jen.Switch(chosen).Block(cases...)
}

// A way is how bodies of some media types become a field.
type way struct {
	field *gomodel.BodyField
	how   gomodel.ServedBody
}

// waysOf returns the ways of all bodies: the one in which a client writes the field, then others.
func waysOf(s *gomodel.Served) (list []way) {
	for i, b := range s.Params.Bodies {
		how := s.Request.Bodies[i]
		list = append(list, way{b, how})
		for _, also := range how.Also {
			other := *b
			other.Write = also.Write
			list = append(list, way{&other, gomodel.ServedBody{Types: also.Types, Shape: also.Shape}})
		}
	}
	return list
}

// names prints the media types.
func (w way) names() (list []jen.Code) {
	for _, name := range w.how.Types {
		list = append(list, golang.Text(name))
	}
	return list
}

func (e Printer) readBody(b *gomodel.BodyField, how gomodel.ServedBody) []jen.Code {
	field := jen.Id("p").Dot(b.Name)
	on := func(method string, args ...jen.Code) jen.Code { return jen.Id("in").Dot(method).Call(args...) }
	read := func() jen.Code { return readFunc(e.readField(&b.Field)) }
	switch w := b.Write.(type) {
	case gomodel.StreamBody:
		if w.Choice != "" {
			targets := jen.List(field, jen.Id("p").Dot(w.Choice))
			return []jen.Code{golang.Assign(targets, jen.List(on("stream"), on("contentType")))}
		}
		return []jen.Code{golang.Assign(field, on("stream"))}
	case gomodel.TextBody:
		return []jen.Code{on("text", shapeLit(how.Shape), read())}
	case gomodel.URLForm:
		return []jen.Code{on("form", shapeLit(how.Shape), partList(w.Parts), read())}
	case gomodel.PartsBody:
		return []jen.Code{on("partsForm", shapeLit(how.Shape), partList(w.Parts), read())}
	case gomodel.XMLBody:
		if b.Hold.Box == gomodel.Pointing {
			return []jen.Code{golang.Assign(field, jen.New(golang.Type(b.Type))), on("xml", client.XMLRoot(w.Root), field)}
		}
		return []jen.Code{on("xml", client.XMLRoot(w.Root), jen.Op("&").Add(field))}
	}
	_, object := b.Codec.(gomodel.ObjectCodec)
	switch {
	case object && !b.Hold.Nullable && b.Hold.Box == gomodel.Pointing:
		return []jen.Code{golang.Assign(field, jen.New(golang.Type(b.Type))), on("json", field)}
	case object && !b.Hold.Nullable:
		return []jen.Code{on("json", jen.Op("&").Add(field))}
	}
	return []jen.Code{on("jsonFunc", read())}
}

// readForm prints how the parts of a multipart body are read: files as they come, then the others. chosen is a condition before it, nil for
// none.
func (e Printer) readForm(b *gomodel.BodyField, how gomodel.ServedBody, chosen jen.Code) jen.Code {
	form := values.Find[*gomodel.Form](e.Scope, b.Codec.(gomodel.ObjectCodec).Type.Name)
	body := jen.Id("p").Dot(b.Name)
	var before, fields, parts []jen.Code
	if b.Hold.Box == gomodel.Pointing {
		before = []jen.Code{golang.Assign(body, jen.New(golang.Type(b.Type)))}
	}
	for i := range form.Fields {
		f := &form.Fields[i]
		fields = append(fields, formField(f, body))
		if f.File == gomodel.NoFile {
			read := readFunc(e.readInto(jen.Add(body).Dot(f.Name), &f.Field))
			parts = append(parts, jen.Id("in").Dot("part").Call(client.PartStyle(f.Part), shapeLit(how.Parts[i]), read))
		}
	}
	method := "multipart"
	if how.Pairs {
		method = "anyForm"
	}
	call := jen.Id("in").Dot(method).Add(jen.Custom(jen.Options{Open: "(", Close: ")", Separator: ",", Multi: len(fields) > 2}, fields...))
	condition := call
	if chosen != nil && before == nil {
		condition = jen.Add(chosen).Op("!=").Lit("").Op("&&").Add(call)
	}
	read := jen.If(condition).Block(parts...)
	if len(parts) == 0 {
		read = jen.Add(call)
	}
	if chosen == nil || before == nil {
		if chosen != nil && len(parts) == 0 {
			return jen.If(jen.Add(chosen).Op("!=").Lit("")).Block(call)
		}
		return golang.Statements(append(before, read)...)
	}
	return jen.If(jen.Add(chosen).Op("!=").Lit("")).Block(append(before, read)...)
}

// formField prints what is known of a field before its part comes.
func formField(f *gomodel.FormField, body *jen.Statement) jen.Code {
	parts := []jen.Code{golang.Pair("name", golang.Text(f.Wire))}
	if f.Hold.Required {
		parts = append(parts, golang.Pair("required", jen.True()))
	}
	target := jen.Op("&").Add(body).Dot(f.Name)
	switch {
	case f.File == gomodel.ManyFiles:
		parts = append(parts, golang.Pair("many", target))
	case f.File == gomodel.OneFile && f.Hold.Box == gomodel.Pointing:
		parts = append(parts, golang.Pair("maybe", target))
	case f.File == gomodel.OneFile:
		parts = append(parts, golang.Pair("file", target))
	}
	return jen.Id("formField").Values(parts...)
}
