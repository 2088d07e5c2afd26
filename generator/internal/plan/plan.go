package plan

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
)

// Options are the decisions that no document takes.
type Options struct {
	Package     string   // name of the Go package
	Initialisms []string // beside the usual ones and x-go-initialisms
	Reserved    []string // exported identifiers of support code
	// AnnotateFormats: formats without Go type say nothing about what is valid.
	AnnotateFormats bool
	Prune           bool // components that no operation leads to have no type
	// Explainer is made able to say what became of each place of the document; nil: nobody asks.
	Explainer *Explainer
}

// Package plans the Go package of a document, and surveys what needs a rule. It reports what the package does not enforce or contain.
func Package(d *api.Document, o Options, findings *diag.List) (*gomodel.Package, *Survey) {
	p := &planner{
		doc:          d,
		reserved:     o.Reserved,
		packageName:  o.Package,
		findings:     findings,
		style:        ident.NewStyle(append(o.Initialisms, stringList(documentExtension(d, "x-go-initialisms"))...)),
		types:        map[*api.Schema]*typ{},
		uses:         map[*api.Schema]use{},
		path:         "package/" + o.Package,
		patterns:     map[*api.Schema]*pattern{},
		readers:      map[string]gomodel.Decl{},
		patternNames: map[*pattern]string{},
		forms:        map[*api.MediaType]*form{},
		streams:      map[*api.Schema]bool{},

		classes:   map[*api.Schema]class{},
		leafTypes: map[*api.Schema]*typ{},
	}
	if !o.AnnotateFormats {
		p.asserts = func(f Format) bool { return gomodel.FormatFunc(gomodel.Format(f)) != "" }
	}
	p.memo, p.budget = newMemo(), newBudget(len(d.Schemas))
	p.directions = planDirections(d, o.Prune, findings)
	p.schemas = p.directions.schemas
	p.catalog = catalog{list: p.directions.components, local: p.directions.local, outside: map[string]*typ{}}
	p.resources = findResources(p.doc, p.schemas[len(p.doc.Schemas):], p.directions.originOf)
	p.enforced = make(ledger, len(p.schemas))
	p.prepareRules()
	p.planComponents()
	p.operations = &Operations{xml: map[*typ]bool{}}
	p.planOperations()
	p.planRules()
	p.nameAll()
	p.breakCycles()
	p.findChecks()
	support, supportDoc := p.userSupport()
	model := &gomodel.Package{Name: o.Package, Path: p.path, Doc: append(p.packageDoc(), supportDoc...), Files: p.files(), Support: support}
	p.reportUnenforced()
	if o.Explainer != nil {
		o.Explainer.know(p, model)
	}
	return model, p.survey()
}

// A planner plans one document. Its steps run in the order of the fields that they fill.
type planner struct {
	doc         *api.Document
	reserved    []string
	packageName string
	asserts     func(Format) bool // which formats are constraints; nil: none
	findings    *diag.List
	style       ident.Style
	path        string // of the package, in gomodel.Ident

	schemas    []*api.Schema // by ID: those of the document, then their forms by direction
	directions *directions
	catalog    catalog

	types    map[*api.Schema]*typ // by the schema that defines them
	uses     map[*api.Schema]use  // of every schema that was looked at
	roots    []root               // components, then the types of operations; inline types hang below
	enforced ledger               // what became types, checks or comments

	operations *Operations
	forms      map[*api.MediaType]*form // of multipart bodies
	streams    map[*api.Schema]bool     // of bodies and files that are streams of bytes

	space        *Space // the names of the package
	claims       map[thing]*Claim
	claimList    []*Claim
	named        *NameTable
	patternNames map[*pattern]string // of variables
	helpers      ident.Scope         // names that nobody outside of the package sees
	patterns     map[*api.Schema]*pattern
	readers      map[string]gomodel.Decl // readers of lists and maps, by what they read
	bits         map[*typ]bool           // whether a type has something to check

	// What was found out about a schema; nil where there is no such thing.
	targets   map[*api.Schema]bool // of references
	classes   map[*api.Schema]class
	declared  map[*api.Schema]bool // the schemas that components stand for
	leafTypes map[*api.Schema]*typ // of inline variants that are no structs
	budget    budget
	memo      memo
	sums      api.Summer

	ruler          *ruler
	table          *RuleTable
	resources      resources
	hasUnevaluated bool // a schema asks which members and items others evaluated
}

func documentExtension(d *api.Document, name string) api.Value {
	for _, e := range d.Extensions {
		if e.Name == name {
			return e.Value
		}
	}
	return nil
}

func stringList(v api.Value) (list []string) {
	values, _ := v.(api.Array)
	for _, e := range values {
		if s, ok := e.(api.String); ok {
			list = append(list, string(s))
		}
	}
	return list
}
