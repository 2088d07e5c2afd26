package client

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// Senders builds what a server sends webhooks and callbacks with: the type, and a group for each of its methods. There is nothing without
// senders.
func (b *Builder) Senders() (general []gomodel.Decl, list []declarations.Group) {
	if len(b.Operations.Senders) == 0 {
		return nil, nil
	}
	targets := map[*operations.Target]bool{}
	for _, s := range b.Operations.Senders {
		messages, calls := b.operationGroups(s.Operation)
		for i, d := range calls {
			calls[i] = &gomodel.Send{Operation: *d.(*gomodel.Operation)}
		}
		g := declarations.Group{Name: b.Names.Method(s.Operation), Decls: append(calls, messages...)}
		if t := s.Target; t != nil && t.Of != nil && !targets[t] {
			targets[t] = true
			g.Decls = append(g.Decls, b.callbackURL(t))
		}
		list = append(list, g)
	}
	return []gomodel.Decl{b.senderDecl()}, list
}

func (b *Builder) senderDecl() *gomodel.Sender {
	d := &gomodel.Sender{}
	d.Name, d.Make = b.Names.Sender(b.Operations)
	d.From = b.Operations.Senders[0].Op.Pos
	d.Doc = gomodel.Doc{
		gomodel.Text{{Text: "A " + d.Name + " is what a server sends webhooks and callbacks with. It is safe for concurrent use and does not change after " + d.Make + "."}},
		(&words.Text{}).Add("The URL of a receiver may come from a stranger. Nothing is sent to a URL that is not https or http, or after a redirect to another server. "+
			"What must not be reached, such as addresses of an inner network, is up to the client of ").Link(b.Names.Own("WithHTTPClient"), false, "").Add(".").Spans,
	}
	d.MakeDoc = gomodel.Doc{(&words.Text{}).Add(d.Make+" makes a sender. Options given here hold for every request; a call may add its own. Credentials of the API are never sent: ").
		Link(b.Names.Own("WithWebhookSigner"), false, "").Add(" signs. An attempt has 30 seconds, which ").Link(b.Names.Own("WithTimeout"), false, "").Add(" changes.").Spans}
	return d
}

// callbackURL builds the function that gives the URL of a callback.
func (b *Builder) callbackURL(t *operations.Target) gomodel.Decl {
	d := &gomodel.CallbackURL{Expression: t.Expression, Params: b.Names.Own(b.Names.Params(t.Of))}
	d.Name, d.From = b.Names.Of(t), t.Pos
	for _, v := range t.Values {
		x := gomodel.CallbackValue{Expression: v.Expression, Pointer: v.Pointer}
		if v.Body != nil {
			x.Field = v.Body.Field
		} else {
			x.Field = b.Names.Of(v.Param)
		}
		d.Values = append(d.Values, x)
	}
	line := (&words.Text{}).Add(d.Name + " gives the URL of callback " + t.Name + ", " + t.Expression + ", from the parameters of ")
	d.Doc = gomodel.Doc{b.linkMethod(line, t.Of.Results[0]).Add(". It fails if they have no such value. The URL is whatever the caller of the operation wants.").Spans}
	return d
}

// sendDoc begins the comment of a method that sends. first is the first sentence of the document about it, "" for none.
func (b *Builder) sendDoc(o *operations.Operation, name, first string) gomodel.Doc {
	line := (&words.Text{}).Add(name + " sends " + o.Route.Hook.What + ", by " + o.Op.Method + " to url.")
	if first != "" {
		line.Space().Add(words.Sentence(words.Capital(first)))
	}
	for _, s := range b.Operations.Senders {
		if t := s.Target; s.Operation == o && t != nil && t.Of != nil {
			line.Space().Link(b.Names.Own(b.Names.Of(t)), false, "").Add(" gives the URL.")
		}
	}
	return gomodel.Doc{line.Spans}
}
