package client

import (
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// ServiceDecl builds the interface of all operations that calls have, nil if none is wanted.
func (b *Builder) ServiceDecl(calls []declarations.Group) gomodel.Decl {
	name, method := b.Names.Service(b.Operations)
	if name == "" {
		return nil
	}
	if b.Clientless {
		method = ""
	}
	w := serviceWords{b}
	d := &gomodel.Service{Adapter: method, Served: b.Served}
	d.Name, d.From = name, b.Operations.List[0].Op.Pos
	d.Doc = w.service(name, method)
	for i, g := range calls {
		o := b.Operations.List[i]
		for _, decl := range g.Decls {
			if call, ok := decl.(*gomodel.Operation); ok {
				m := gomodel.ServiceMethod{Doc: renamed(firstSentence(call.Doc), call), Call: call}
				if b.Served {
					m.Headers = headerNames(o, call)
					m.Doc = w.method(m.Doc, o, call)
				}
				d.Methods = append(d.Methods, m)
			}
		}
	}
	return d
}

// serviceWords are the comments of a service.
type serviceWords struct{ *Builder }

func (b serviceWords) service(name, method string) gomodel.Doc {
	line := (&words.Text{}).Add(name + " is what the API does: a method for each operation. A fake for a test is a struct that embeds " +
		"a " + name + " and has the methods that the test needs.")
	if b.Served {
		line = (&words.Text{}).Add(name+" is what a server of the API does: a method for each operation. Parameters are valid when a method is called. "+
			"A method fails with an error of ").Link(b.Names.Support("Fail"), false, "").
			Add(" to send a response that the document has; any other error is a response of status 500 without details.")
	}
	if method != "" {
		line.Add(" A ").Link(b.Names.Own("Client"), false, "").Add(" is one too, see ").Link(b.Names.Own("Client"), false, method).Add(".")
	}
	line.Add(" More methods come with more operations.")
	return gomodel.Doc{line.Spans}
}

// headerNames returns the headers that the document has for successes. Of bytes of a range of media types the header says which one it is.
func headerNames(o *operations.Operation, call *gomodel.Operation) (names []string) {
	for _, x := range o.Headers.List {
		names = append(names, x.Wire)
	}
	switch call.Result.(type) {
	case gomodel.ReaderResult, gomodel.OneOfResult:
		if strings.Contains(call.Accept, "*") {
			names = append(names, "Content-Type")
		}
	}
	return names
}

// method adds what a method of a server has to do.
func (b serviceWords) method(doc gomodel.Doc, o *operations.Operation, call *gomodel.Operation) gomodel.Doc {
	text, _ := words.FirstText(doc)
	text = strings.Replace(text, call.Name+" calls ", call.Name+" serves ", 1)
	line := (&words.Text{}).Add(words.Sentence(text))
	if slices.ContainsFunc(o.Headers.List, o.Headers.IsRequired) {
		line.Space().Add("It must call ").Link(b.Names.Own(b.Names.SetHeader(o)), false, "").Add(".")
	}
	b.addFails(line, o, call)
	switch call.Result.(type) {
	case gomodel.SequenceResult:
		line.Space().Add("It must end when ctx does.")
	case gomodel.ReaderResult:
		line.Space().Add("The result is closed. One that is an io.Seeker is served in ranges, too.")
	}
	return gomodel.Doc{line.Spans}
}

// addFails says with which bodies a method may fail.
func (b serviceWords) addFails(line *words.Text, o *operations.Operation, call *gomodel.Operation) {
	for i, e := range call.Errors {
		if i == 0 {
			line.Space().Add("It may ").Link(b.Names.Support("Fail"), false, "").Add(" with ")
		} else {
			line.Add(", ")
		}
		b.addBodyType(line, o.Failures.Bodies[i].Use)
		if e.Status != "default" {
			line.Add(" for " + e.Status)
		}
	}
	if len(call.Errors) > 0 {
		line.Add(".")
	}
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
