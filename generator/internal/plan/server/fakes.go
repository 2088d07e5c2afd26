package server

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// A Sampler makes sample values.
type Sampler interface {
	// Given returns the value that the document gives for a schema: one of list, or one of its own; nil for none.
	Given(s *api.Schema, sent bool, list []api.Value) api.Value
	// Value returns what Given does, or else some value of the schema, nil for none.
	Value(s *api.Schema, sent bool, list []api.Value) api.Value
	// Several returns up to most values of the body of a response: those of list, or of the schema, or others. What is made up for a problem
	// names the status.
	Several(s *api.Schema, status int, mediaType string, list []api.Named[api.Value], most int) []api.Named[api.Value]
	// Image returns a small image of a media type, "" for types that it cannot make.
	Image(mediaType string) string
}

// maxExamples is how many examples a response has.
const maxExamples = 3

// Fakes builds the service that gives examples, and its sets of them; nil if there is none.
func (b *Builder) Fakes(served []declarations.Group) (general []gomodel.Decl, sets []declarations.Group) {
	name, made := b.Names.ExampleService(b.Operations)
	if name == "" {
		return nil, nil
	}
	typ, _ := b.Names.Service(b.Operations)
	service := b.Names.Own(typ)
	d := &gomodel.ExampleService{New: made, Service: service}
	d.Name, d.From = name, b.Operations.List[0].Op.Pos
	d.Doc = gomodel.Doc{
		(&words.Text{}).Add(name+" is a ").Link(service, false, "").Add(" that gives the examples of the document, or values that were made from its schemas. "+
			"A struct that embeds a ").Link(b.Names.Own(name), true, "").Add(" can have methods of its own in place of some.").Spans,
		gomodel.Text{{Text: "Behind a handler, the header Prefer of a request (RFC 7240) chooses: code=404 a status of the document, example=name an example by its name."}},
	}
	d.NewDoc = gomodel.Doc{(&words.Text{}).Add(made+" makes an ").Link(b.Names.Own(name), false, "").
		Add(". Where there are several examples, seed chooses: 0 the first of each, 1 the second, and so on in a circle.").Spans}
	for i, o := range b.Operations.List {
		for _, decl := range served[i].Decls {
			if s, ok := decl.(*gomodel.Served); ok {
				set := b.exampleSet(o, s)
				set.Owner, set.Service = name, service
				sets = append(sets, declarations.Group{Name: b.Names.Method(o), Decls: []gomodel.Decl{set}})
			}
		}
	}
	return []gomodel.Decl{d}, sets
}

func (b *Builder) exampleSet(o *operations.Operation, s *gomodel.Served) *gomodel.ExampleSet {
	set := &gomodel.ExampleSet{Calls: s.Calls, Bodies: s.Calls[0].Errors}
	set.Name, set.From = "examplesOf"+b.Names.Method(o), o.Op.Pos
	x := exampleBuilder{b, o}
	for i, r := range o.Results {
		list := x.successes(r, s.Calls[i])
		switch {
		case len(x.entries()) == 0:
			b.Findings.Info(o.Op.Pos, diag.RuleNotGenerated, "%s of the example service fails with status 501: the document has no success for it", s.Calls[i].Name)
		case len(list) == 0:
			b.Findings.Warn(o.Op.Pos, diag.RuleNotGenerated, "%s of the example service fails with status 501: there is no value for its result", s.Calls[i].Name).
				Hint = "give the response an example"
		}
		set.Success = append(set.Success, list...)
	}
	set.Failures = x.failures()
	if !slices.ContainsFunc(set.Failures, func(e gomodel.SetExample) bool { return e.Body != "" && !e.Text }) {
		set.Bodies = nil
	}
	return set
}

// An exampleBuilder finds the examples of one operation.
type exampleBuilder struct {
	*Builder
	o *operations.Operation
}

// successes returns the examples of a method, those with a body first.
func (x exampleBuilder) successes(r *operations.Result, call *gomodel.Operation) (list []gomodel.SetExample) {
	var empty []gomodel.SetExample
	for _, e := range x.entries() {
		header, ok := x.header(e)
		if !ok {
			x.Findings.Warn(e.Pos, diag.RuleNotGenerated, "the example service has no response of status %s: there is no value for one of its headers", operations.StatusText(e.Status))
			continue
		}
		add := func(to *[]gomodel.SetExample, v gomodel.SetExample) {
			v.Call, v.Status, v.Header = call, operations.StatusText(e.Status), slices.Concat(header, v.Header)
			*to = append(*to, v)
		}
		if !x.o.HasBody(e) {
			if len(r.Cases) == 0 || r.Suffix == "" && mayBeEmpty(call.Result) {
				add(&empty, gomodel.SetExample{})
			}
			continue
		}
		for _, v := range x.bodies(r, e, call) {
			add(&list, v)
		}
	}
	return append(list, empty...)
}

// entries returns the responses that are successes, in the order in which a handler likes them.
func (x exampleBuilder) entries() (list []api.ResponseEntry) {
	statuses, _ := successes(x.o)
	for _, status := range statuses {
		for _, e := range x.o.Op.Responses {
			if operations.StatusText(e.Status) == status && e.Use.Value != nil {
				list = append(list, e)
			}
		}
	}
	return list
}

// mayBeEmpty reports whether a result can say that there is no body.
func mayBeEmpty(r gomodel.Result) bool {
	if len(gomodel.EmptyCodes(r)) == 0 {
		return false
	}
	v, isValue := r.(gomodel.ValueResult)
	if !isValue {
		return true
	}
	_, pointer := v.Type.(gomodel.Pointer)
	return pointer && v.Form != gomodel.FormText
}

// failures returns the examples of responses that are no success.
func (x exampleBuilder) failures() (list []gomodel.SetExample) {
	statuses, _ := successes(x.o)
	for _, e := range x.o.Op.Responses {
		isSuccess := slices.Contains(statuses, operations.StatusText(e.Status)) // of a default, which may be a failure too
		if e.Use.Value == nil || x.o.IsSuccess(e.Status) || isSuccess && x.failureBody(e) == nil {
			continue
		}
		found, ok := x.failure(e)
		if !ok {
			x.Findings.Info(e.Pos, diag.RuleNotGenerated, "the example service has no response of status %s: there is no value for its body", operations.StatusText(e.Status))
		}
		for _, v := range found {
			if v.Status = operations.StatusText(e.Status); v.Status[0] == '3' {
				v.Header = []gomodel.SentHeader{{Name: "Location", Text: elsewhere}}
			}
			list = append(list, v)
		}
	}
	return list
}
