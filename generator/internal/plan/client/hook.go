package client

import (
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// hookDecls builds the function that makes a handler, and the struct of the headers that it reads.
func (b *Builder) hookDecls(u declarations.Unit, h *operations.Hook) (decls []gomodel.Decl) {
	d := &gomodel.Hook{What: h.What, Method: h.Op.Method, Status: h.Status}
	d.Name, d.From = b.Names.Of(h), h.Op.Pos
	of := (&words.Text{}).Add(b.Names.Headers(&h.Headers) + " are the headers of a request of " + h.What + ".")
	if d.Header = b.headerDecl(u, &h.Headers, of, h.Op.Pos); d.Header != nil {
		d.Header.ParseDoc = b.parseDoc((&words.Text{}).Add(d.Header.Parse + " reads the headers of a request of " + h.What + "."))
		decls = append(decls, d.Header)
	}
	if h.HasUse {
		typ, codec := b.bodyType(u, h.Use, d.Name+"Body")
		d.Body = &gomodel.HookBody{Type: typ, Codec: codec, Nullable: h.Use.Nullable && !shapes.IsAnything(h.Use), Checks: checksInPlace(u, h.Use, codec, d.Name+"Body")}
	}
	d.Doc = b.hookDoc(h)
	return append(decls, d)
}

func (b *Builder) hookDoc(h *operations.Hook) gomodel.Doc {
	summary := h.Op.Summary
	if words.PlainText(summary) == "" {
		summary = h.Op.Description
	}
	doc := gomodel.Doc{gomodel.Text{{Text: b.Names.Of(h) + " makes a handler of " + h.What + ". " + words.Sentence(words.PlainText(summary))}}}
	status, hasHeaders := operations.StatusText(api.Status(h.Status)), len(h.Headers.List) > 0
	line := &words.Text{}
	switch {
	case hasHeaders && h.HasUse:
		line.Add("It reads the headers and the body, and calls handle if they are valid. It answers with status " + status + ", 400 if the headers or the body are not valid, or 500 if handle fails.")
	case hasHeaders:
		line.Add("It reads the headers, and calls handle if they are valid. It answers with status " + status + ", 400 if the headers are not valid, or 500 if handle fails.")
	case h.HasUse:
		line.Add("It reads the body, and calls handle if it is valid. It answers with status " + status + ", 400 if the body is not valid, or 500 if handle fails.")
	default:
		line.Add("It answers with status " + status + ", or 500 if handle fails.")
	}
	if others := h.OtherStatuses(); len(others) > 0 {
		line.Add(" It answers with "+strings.Join(others, " or ")+" if the error of handle is that ").Link(b.Names.Own("HookStatus"), false, "").Add(".")
	}
	if hasHeaders || h.HasUse {
		line.Add(" handle should find out who sends: wrap the handler, or look at the header of r.")
	}
	return append(doc, line.Spans)
}
