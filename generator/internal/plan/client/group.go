package client

import (
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// groupDecls builds Client with its groups, and their types.
func (b *Builder) groupDecls() (decls []gomodel.Decl) {
	if b.Tags == nil {
		return nil
	}
	client := &gomodel.GroupedClient{}
	client.Name = "Client"
	client.Doc = gomodel.Words("A Client calls the API. Its fields have the operations by their first tags. It is safe for concurrent use and does not change after NewClient.")
	decls = append(decls, client)
	for _, g := range b.Tags {
		d := &gomodel.Group{}
		d.Name, d.Field = b.Names.Group(g)
		d.From = g.Pos
		d.Doc = gomodel.Doc{(&words.Text{}).Add(d.Name+" has the operations with the tag "+words.QuoteOdd(g.Tag)+", see ").Link(b.Names.Own("Client"), false, "").Add(".").Spans}
		d.FieldDoc = groupDoc(g)
		client.Groups = append(client.Groups, d)
		decls = append(decls, d)
	}
	return decls
}

// groupDoc is what the document says about a tag.
func groupDoc(g *operations.Group) gomodel.Doc {
	if g.Doc == nil {
		return nil
	}
	text := g.Doc.Summary
	if words.PlainText(text) == "" {
		text = g.Doc.Description
	}
	doc, line := words.DescribeOn(&words.Text{}, text)
	if len(line.Spans) > 0 {
		doc = append(doc, line.Spans)
	}
	return doc
}

// grouped says where a method is.
func (b *Builder) grouped(it any) gomodel.Grouped {
	for _, g := range b.Tags {
		typ, field := b.Names.Group(g)
		if owner, name := b.Names.Caller(it); owner.Name == typ {
			return gomodel.Grouped{Type: typ, Field: field, Name: name}
		}
	}
	return gomodel.Grouped{}
}

// linkMethod adds a link to a method of a result, an operation or pages.
func (b *Builder) linkMethod(line *words.Text, it any) *words.Text {
	typ, name := b.Names.Caller(it)
	return line.Link(typ, false, name)
}
