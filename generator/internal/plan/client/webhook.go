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

// webhookDecls builds the function that makes a handler, and the struct of the headers that it reads.
func (b *Builder) webhookDecls(u declarations.Unit, h *operations.Webhook) (decls []gomodel.Decl) {
	d := &gomodel.Webhook{What: h.What, Method: h.Op.Method, Status: h.Status}
	d.Name, d.From = b.Names.Of(h), h.Op.Pos
	of := (&words.Text{}).Add(b.Names.Headers(&h.Headers) + " are the headers of a request of " + h.What + ".")
	if d.Header = b.headerDecl(u, &h.Headers, of, h.Op.Pos); d.Header != nil {
		d.Header.ParseDoc = b.parseDoc((&words.Text{}).Add(d.Header.Parse + " reads the headers of a request of " + h.What + "."))
		decls = append(decls, d.Header)
	}
	if h.HasUse {
		typ, codec := b.bodyType(u, h.Use, d.Name+"Body")
		d.Body = &gomodel.WebhookBody{Type: typ, Codec: codec, Nullable: h.Use.Nullable && !shapes.IsAnything(h.Use), Checks: checksInPlace(u, h.Use, codec, d.Name+"Body")}
	}
	d.Doc = b.webhookDoc(h)
	return append(decls, d)
}

func (b *Builder) webhookDoc(h *operations.Webhook) gomodel.Doc {
	summary := h.Op.Summary
	if words.PlainText(summary) == "" {
		summary = h.Op.Description
	}
	doc := gomodel.Doc{gomodel.Text{{Text: b.Names.Of(h) + " makes a handler of " + h.What + ". " + words.Sentence(words.PlainText(summary))}}}
	status, what, verb := operations.StatusText(api.Status(h.Status)), "", " is"
	switch hasHeaders := len(h.Headers.List) > 0; {
	case hasHeaders && h.HasUse:
		what, verb = "the headers and the body", " or the body are"
	case hasHeaders:
		what, verb = "the headers", " are"
	case h.HasUse:
		what = "the body"
	}
	line, invalid := &words.Text{}, ""
	if what != "" {
		first, _, _ := strings.Cut(what, " and ")
		line.Add("It reads " + what + ", and calls handle if nothing is wrong but values and members that the document does not list. ")
		invalid = ", 400 if " + first + verb + " not valid"
	}
	line.Add("The response has status " + status + invalid + ", or 500 if handle fails.")
	if others := h.OtherStatuses(); len(others) > 0 {
		line.Add(" It has "+strings.Join(others, " or ")+" if the error of handle is that ").Link(b.Names.Own("WebhookStatus"), false, "").Add(".")
	}
	line.Add(" ").Link(b.Names.Own("WithWebhookVerifier"), false, "").Add(" finds out who sends.")
	return append(doc, line.Spans)
}
