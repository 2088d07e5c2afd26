package plan

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/hierarchy"
	"github.com/oas2go/oas2go/generator/internal/ident"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/client"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/naming"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/rules"
	"github.com/oas2go/oas2go/generator/internal/plan/server"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/values"
	"github.com/oas2go/oas2go/generator/internal/plan/xmltags"
)

// Options are the decisions that no document takes.
type Options struct {
	Package     string   // name of the Go package
	Initialisms []string // beside the usual ones and x-go-initialisms
	Reserved    []string // exported identifiers of support code
	StepAside   []string // those that have another name where the document has this one
	Annotate    Annotations
	Prune       bool // components that no operation leads to have no type
	Types       Types
	Tolerate    []gomodel.Tolerance // wrong types in responses that clients read all the same
	// IdempotencyKey is the name of the header with the idempotency key, "" for the usual one.
	IdempotencyKey string
	Calls
	Examples *Examples // of calls; nil: the package has none
	Printing
}

// Printing is about the declarations themselves.
type Printing struct {
	Afford      func(gomodel.Decl) bool // whether the package may have one more; there is a finding where not. Nil: all
	Uncommented bool                    // nobody prints the package: types and fields need no comments
}

// Calls say what there is of operations, beside a method each.
type Calls struct {
	Paging     api.Paging
	Clientless bool // without methods that send requests
	Service    bool // an interface of all of them
	Server     bool // handlers that serve it
	Group      bool // a type for each tag
	Senders    bool // methods that send webhooks and callbacks
}

// Types say what types are like.
type Types struct {
	KeepExtra bool // structs keep the members that no schema describes
	Structs   bool // bases with heirs are structs, also where they are the type of a value
	EnumLists bool // enums have a method that gives all values
}

// Annotations say which keywords say nothing about what is valid: formats without Go type, and discriminators.
type Annotations struct{ Formats, Discriminators bool }

// Examples are what the tests and the example service of a package need.
type Examples struct {
	ImportPath string // of the package, "" if it has no tests
	Fakes      bool   // there is an example service
	Samples    Sampler
}

// A Sampler makes sample values.
type Sampler interface {
	client.Sampler
	server.Sampler
}

// path is what stands for the import path of the package: nobody imports it but its tests.
func (o Options) path() string {
	if o.hasTests() {
		return o.Examples.ImportPath
	}
	return "package/" + o.Package
}

func (o Options) hasTests() bool { return o.Examples != nil && o.Examples.ImportPath != "" }

func (o Options) hasFakes() bool { return o.Examples != nil && o.Examples.Fakes }

// Planned is a Go package, and what the steps on the way to it have decided.
type Planned struct {
	declarations.Input
	Doc          *api.Document
	Declarations *declarations.Builder
	Model        *gomodel.Package // what is to be printed
}

// Package plans the Go package of a document. What the package does not enforce or contain is added to findings.
func Package(doc *api.Document, o Options, findings *diag.List) *Planned {
	style := ident.NewStyle(append(o.Initialisms, analysis.StringList(documentExtension(doc, "x-go-initialisms"))...))

	// What schemas mean.
	ways := directions.Plan(doc, directions.Options{Prune: o.Prune, Bases: o.bases(), Senders: o.Senders}, findings)
	meaning := analysis.New(doc, ways.Schemas, ways.OriginOf, o.asserts())
	if o.Annotate.Discriminators {
		meaning.Annotate()
	}

	// What they are in Go, and what operations are.
	class := classes.New(meaning, ways, findings)
	shape := shapes.New(meaning, ways, class, style, findings)
	shape.Components()
	tags := xmltags.New(doc, meaning, ways)
	ops := operations.Plan(operations.Input{
		Doc: doc, Analysis: meaning, Directions: ways, Classes: class, Shapes: shape, XMLTags: tags, Style: style,
		IdempotencyKey: o.IdempotencyKey, Senders: o.Senders, Served: o.Server,
	}, findings)
	shape.SettleTags()
	shape.BreakCycles()
	operations.PlanPages(ops, meaning, o.Paging, findings)
	var groups []*operations.Group
	if o.Group && !o.Clientless {
		groups = ops.Groups(doc, style)
	} else {
		ops.RecommendGroups(doc, style, findings)
	}

	// What no type shows, and what everything is called.
	table := rules.Plan(ways.Schemas, meaning, shape, ops, style, findings)
	if o.Types.KeepExtra {
		table.KeepAll(shape, ops)
	}
	value := values.New(meaning, ways.OnlyReceived, table.Extra)
	names := naming.Plan(naming.Input{
		Path: o.path(), Reserved: o.Reserved, Style: style, Analysis: meaning, Shapes: shape, Values: value, Operations: ops, Rules: table,
		Groups: groups, StepAside: o.stepAside(),
		Parts: naming.Parts{Service: o.Service || o.Server, Clientless: o.Clientless, Fakes: o.hasFakes()},
	}, findings)

	// What is printed.
	decided := declarations.Input{
		Analysis: meaning, Directions: ways, Classes: class, Shapes: shape, Values: value, Operations: ops, Rules: table, Names: names, XMLTags: tags,
	}
	types := declarations.New(decided, declarations.Options{Comments: !o.Uncommented, EnumLists: o.Types.EnumLists, Afford: o.Afford}, findings)
	calls := client.New(client.Input{
		Package: o.Package, Doc: doc, Style: style, Analysis: meaning, Operations: ops, Names: names, Declarations: types,
		Tolerate: o.Tolerate, Tags: groups, Served: o.Server, Clientless: o.Clientless, Findings: findings,
	})
	var serving *server.Builder
	if o.Server && len(ops.List) > 0 {
		serving = server.New(server.Input{Doc: doc, Analysis: meaning, Operations: ops, Names: names, Findings: findings})
		if o.hasFakes() {
			serving.Samples = o.Examples.Samples
		}
	}
	support, supportDoc := userSupport(meaning, shape, names)
	if typ, _ := names.Service(ops); typ != "" && !o.Clientless {
		support = append(support, withHandler)
	}
	printed, whole := files(types, calls, serving)
	if whole && o.hasTests() {
		printed = append(printed, exampleFile(calls, printed, o.Examples.Samples)...)
	}
	model := &gomodel.Package{
		Name: o.Package, Path: names.Path(), Files: printed, Support: support,
		Doc: append(calls.PackageDoc(check(printed)), supportDoc...),
	}
	if serving != nil {
		model.Doc = append(model.Doc, serving.PackageDoc()...)
	}
	for _, name := range o.stepAside() {
		if own := names.Support(name).Name; own != name {
			model.Rename(name, own)
		}
	}

	// What came of it.
	rules.ReportUnenforced(ways.Schemas, meaning, shape, table, findings)
	for _, f := range meaning.Findings() {
		findings.Add(f)
	}
	return &Planned{Input: decided, Doc: doc, Declarations: types, Model: model}
}

// stepAside returns the names of support code for servers, nil if there is none.
func (o Options) stepAside() []string {
	if !o.Server {
		return nil
	}
	return append([]string{}, o.StepAside...)
}

// asserts says which formats are constraints: those that support code can check.
func (o Options) asserts() func(analysis.Format) bool {
	if o.Annotate.Formats {
		return nil
	}
	return func(f analysis.Format) bool { return gomodel.FormatFunc(gomodel.Format(f)) != "" }
}

// check reports whether anything in files checks values.
func check(files []gomodel.File) bool {
	return slices.ContainsFunc(files, func(f gomodel.File) bool { return slices.ContainsFunc(f.Decls, isChecked) })
}

func isChecked(d gomodel.Decl) bool {
	_, alias := d.(*gomodel.Alias)
	return !alias
}

// bases says what a base with heirs is where it is the type of a value.
func (o Options) bases() hierarchy.Mode {
	if o.Types.Structs {
		return hierarchy.Structs
	}
	return hierarchy.Unions
}

func documentExtension(d *api.Document, name string) api.Value {
	for _, e := range d.Extensions {
		if e.Name == name {
			return e.Value
		}
	}
	return nil
}
