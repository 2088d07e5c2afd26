package declarations

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/ident"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/naming"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/rules"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/values"
	"github.com/oas2go/oas2go/generator/internal/plan/xmltags"
)

// A Builder builds the declarations of types.
type Builder struct {
	Input
	Options
	findings *diag.List
	checked  map[*shapes.Type]bool         // whether a type has something to check
	inputs   map[*shapes.Type]*shapes.Type // what is sent, by what is received, where ToInput makes one of the other
	helpers
}

// Helpers are what declarations share; nobody outside of the package sees their names.
type helpers struct {
	scope        ident.Scope
	readers      map[string]gomodel.Decl     // of lists and maps, by what they read
	patternNames map[*classes.Pattern]string // of variables
}

// An Input is what declarations are built from.
type Input struct {
	Analysis   *analysis.Analysis
	Directions *directions.Directions
	Classes    *classes.Classes
	Shapes     *shapes.Planner
	Values     *values.Values
	Operations *operations.Operations
	Rules      *rules.Table
	Names      *naming.Table
	XMLTags    *xmltags.Tags
}

// Options say what declarations have that no document decides.
type Options struct {
	Comments  bool // of types and fields
	EnumLists bool // a method of enums gives all values
	// Afford is asked about each declaration. After false no more are built: there is a finding. Nil affords all.
	Afford func(gomodel.Decl) bool
}

// New returns a builder of the types that were planned. Defaults that have no Go code are added to findings.
func New(in Input, o Options, findings *diag.List) *Builder {
	b := &Builder{Input: in, Options: o, findings: findings, helpers: helpers{readers: map[string]gomodel.Decl{}, patternNames: map[*classes.Pattern]string{}}}
	if b.Afford == nil {
		b.Afford = func(gomodel.Decl) bool { return true }
	}
	b.findChecks()
	findInputs(b)
	return b
}
