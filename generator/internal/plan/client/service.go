package client

import (
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// ServiceDecl builds the interface of all operations that calls have, nil if none is wanted.
func (b *Builder) ServiceDecl(calls []declarations.Group) gomodel.Decl {
	name, method := b.Names.Service(b.Operations)
	if name == "" {
		return nil
	}
	d := &gomodel.Service{Adapter: method}
	d.Name, d.From = name, b.Operations.List[0].Op.Pos
	line := (&words.Text{}).Add(name+" is what the API does: a method for each of the client, without options. A fake for a test is a struct that embeds "+
		"a "+name+" and has the methods that the test needs; a ").Link(b.Names.Own("Client"), false, "").Add(" is one too, see ").
		Link(b.Names.Own("Client"), false, method).Add(". More methods come with more operations.")
	d.Doc = gomodel.Doc{line.Spans}
	for _, g := range calls {
		for _, decl := range g.Decls {
			if o, ok := decl.(*gomodel.Operation); ok {
				d.Methods = append(d.Methods, gomodel.ServiceMethod{Doc: renamed(firstSentence(o.Doc), o), Call: o})
			}
		}
	}
	return d
}

// renamed lets a comment begin with the name that a method has in the service.
func renamed(doc gomodel.Doc, o *gomodel.Operation) gomodel.Doc {
	text, ok := words.FirstText(doc)
	rest, found := strings.CutPrefix(text, o.Grouped.Name)
	if !ok || !found || o.Grouped.Name == "" {
		return doc
	}
	return gomodel.Words(o.Name + rest)
}

// firstSentence returns the beginning of a comment.
func firstSentence(doc gomodel.Doc) gomodel.Doc {
	text, ok := words.FirstText(doc)
	if !ok {
		return nil
	}
	for i := range text {
		rest := text[i:]
		if strings.HasPrefix(rest, ". ") && len(rest) > 2 && strings.ToUpper(rest[2:3]) == rest[2:3] {
			text = text[:i+1]
			break
		}
	}
	return gomodel.Words(text)
}
