package server

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/naming"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/words"
)

// A Builder builds the declarations of a handler.
type Builder struct{ Input }

// An Input is what a handler is built from.
type Input struct {
	Doc        *api.Document
	Analysis   *analysis.Analysis
	Operations *operations.Operations
	Names      *naming.Table
	Samples    Sampler    // makes the values of the example service; nil: there is none
	Findings   *diag.List // gets what is served in another way than the document says
}

// New returns a builder of the operations that were planned.
func New(in Input) *Builder { return &Builder{in} }

// Groups builds the handler, and how each operation is served. The declarations of its messages and calls go with the operations.
func (b *Builder) Groups(messages, calls []declarations.Group) (general []gomodel.Decl, served []declarations.Group) {
	h := b.handler()
	choices := b.choices()
	told := false
	for i, o := range b.Operations.List {
		s := b.served(o, messages[i].Decls, calls[i].Decls)
		told = told || b.reportProblem(o, s)
		served = append(served, declarations.Group{Name: b.Names.Method(o), Decls: []gomodel.Decl{s}})
		b.route(o, s, choices[i])
		h.Served = append(h.Served, s)
	}
	return []gomodel.Decl{h}, served
}

// PackageDoc says how to serve the operations.
func (b *Builder) PackageDoc() gomodel.Doc {
	config, made, _ := b.Names.Handler(b.Operations)
	service, _ := b.Names.Service(b.Operations)
	return gomodel.Doc{(&words.Text{}).Link(b.Names.Own(made), false, "").Add(" makes an [http.Handler] of a ").Link(b.Names.Own(service), false, "").Add(" and a ").
		Link(b.Names.Own(config), false, "").Add(".").Spans}
}

// handler builds HandlerConfig with what is the same for all operations.
func (b *Builder) handler() *gomodel.Handler {
	config, made, none := b.Names.Handler(b.Operations)
	service, _ := b.Names.Service(b.Operations)
	d := &gomodel.Handler{New: made, Unimplemented: none, Service: b.Names.Own(service), Options: b.Names.Support("HandlerOptions"), Path: b.path()}
	d.Name, d.From = config, b.Operations.List[0].Op.Pos
	d.Schemes = b.schemes()
	line := (&words.Text{}).Add(config+" is what ").Link(b.Names.Own(made), false, "").Add(" needs to know")
	if len(d.Schemes) > 0 {
		line.Add(": a function for each security scheme, and options. The context that a function returns is that of the method, with nil the one that it "+
			"got. Its error is a response of status 401, or 403 if it is ").Link(b.Names.Support("ErrForbidden"), false, "").Add(".")
	} else {
		line.Add(".")
	}
	d.Doc = gomodel.Doc{line.Spans}
	title := words.PlainText(b.Doc.Info.Title)
	about := (&words.Text{}).Add(made + " makes a handler that serves " + title)
	if d.Path != "" {
		about.Add(" below " + d.Path)
	}
	about.Add(". It validates requests before it calls a method of service.")
	if len(d.Schemes) > 0 {
		about.Add(" It is an error if the function of a security scheme is missing.")
	}
	d.NewDoc = gomodel.Doc{about.Spans}
	return d
}
