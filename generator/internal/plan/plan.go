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
		prune:        o.Prune,
		reserved:     o.Reserved,
		packageName:  o.Package,
		findings:     findings,
		style:        ident.NewStyle(append(o.Initialisms, stringList(documentExtension(d, "x-go-initialisms"))...)),
		types:        map[*api.Schema]*typ{},
		outside:      map[string]*typ{},
		uses:         map[*api.Schema]use{},
		path:         "package/" + o.Package,
		patterns:     map[*api.Schema]*pattern{},
		readers:      map[string]gomodel.Decl{},
		patternNames: map[*pattern]string{},
		merges:       map[*api.Schema]*merger{},
		forms:        map[*api.MediaType]*form{},
		streams:      map[*api.Schema]bool{},
		xmlTypes:     map[*typ]bool{},
		enums:        map[*api.Schema][]int{},

		wrapped:      map[*api.Schema]wrapping{},
		classes:      map[*api.Schema]class{},
		kindsOf:      map[*api.Schema]kindSet{},
		nulls:        map[*api.Schema]bool{},
		views:        map[*api.Schema]*view{},
		choices:      map[*api.Schema]*choicePlan{},
		enumerations: map[*api.Schema]*enumeration{},
		leafTypes:    map[*api.Schema]*typ{},
		matchers:     map[string]func(string) bool{},
	}
	if !o.AnnotateFormats {
		p.asserts = func(f Format) bool { return gomodel.FormatFunc(gomodel.Format(f)) != "" }
	}
	p.planDirections()
	p.enforced = make(ledger, len(p.schemas))
	p.prepareRules()
	p.planComponents()
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
	prune       bool
	reserved    []string
	packageName string
	asserts     func(Format) bool // which formats are constraints; nil: none
	findings    *diag.List
	style       ident.Style
	path        string // of the package, in gomodel.Ident

	schemas    []*api.Schema               // by ID: those of the document, then their forms by direction
	components []component                 // those of the document, then external ones
	local      int                         // how many are those of the document
	otherNames []component                 // external schemas that have no type of their own
	outside    map[string]*typ             // the types of external schemas, by their place
	namedBy    map[*api.Schema]*api.Schema // what gives its name to an external schema
	directions *directions

	types    map[*api.Schema]*typ // by the schema that defines them
	uses     map[*api.Schema]use  // of every schema that was looked at
	roots    []root               // components, then the types of operations; inline types hang below
	enforced ledger               // what became types, checks or comments

	servers       []*server
	schemes       []*scheme
	clientOptions []*valueOption
	operations    []*operation
	hooks         []*hook
	forms         map[*api.MediaType]*form // of multipart bodies
	streams       map[*api.Schema]bool     // of bodies and files that are streams of bytes
	xmlTypes      map[*typ]bool            // structs that encoding/xml reads and writes

	space        *Space // the names of the package
	claims       map[thing]*Claim
	claimList    []*Claim
	named        *NameTable
	patternNames map[*pattern]string // of variables
	helpers      ident.Scope         // names that nobody outside of the package sees
	patterns     map[*api.Schema]*pattern
	readers      map[string]gomodel.Decl // readers of lists and maps, by what they read
	readOnly     bool                    // the codecs that are being made are for answers, which are never written
	pending      []gomodel.Decl          // helpers that go behind the declaration being built
	bits         map[*typ]bool           // whether a type has something to check

	// What was found out about a schema; nil where there is no such thing.
	wrapped      map[*api.Schema]wrapping
	targets      map[*api.Schema]bool // of references
	classes      map[*api.Schema]class
	declared     map[*api.Schema]bool // the schemas that components stand for
	kindsOf      map[*api.Schema]kindSet
	nulls        map[*api.Schema]bool // whether null is valid
	views        map[*api.Schema]*view
	choices      map[*api.Schema]*choicePlan
	enumerations map[*api.Schema]*enumeration
	leafTypes    map[*api.Schema]*typ    // of inline variants that are no structs
	enums        map[*api.Schema][]int   // the values of an enum that a value can have
	merges       map[*api.Schema]*merger // of allOf
	copies       int                     // see gather
	sums         api.Summer
	matchers     map[string]func(string) bool // by pattern

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
