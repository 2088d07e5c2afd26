package naming

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/ident"
	"github.com/oas2go/oas2go/generator/internal/plan/names"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/rules"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/values"
)

// A Planner claims the names of one package.
type Planner struct {
	Input
	findings *diag.List
	space    *names.Space   // of the package
	list     []*names.Claim // in the order in which they were made
	names    *Table         // in the making
	alike    map[string]int // how many operations have a name and an HTTP method
}

// An Input is what names are given to.
type Input struct {
	Path       string   // of the package, in gomodel.Ident
	Reserved   []string // exported identifiers of support code
	Style      ident.Style
	Analysis   *analysis.Analysis
	Shapes     *shapes.Planner
	Values     *values.Values
	Operations *operations.Operations
	Rules      *rules.Table
	Groups     []*operations.Group // nil: Client has all methods
	Parts
	StepAside []string // identifiers of support code that have another name if the document has this one; nil: there is no server
}

// Parts are what a package has of operations, beside a client.
type Parts struct {
	Service    bool // there is an interface of all operations
	Clientless bool // and no client
	Fakes      bool // there is a service that gives examples
}

// Plan gives everything its name. Names that step aside, and x-go-name that Go cannot export, are added to findings.
func Plan(in Input, findings *diag.List) *Table {
	p := &Planner{
		Input: in, findings: findings, space: names.NewSpace(in.Reserved...), alike: map[string]int{},
		names: &Table{
			path: in.Path, reserved: in.Reserved,
			types: map[*shapes.Type]*names.Claim{}, members: map[*shapes.Member]*names.Claim{}, others: map[thing]*names.Claim{},
		},
	}
	p.claimTypes()
	p.claimOperations()
	names.Settle(p.list, findings)
	p.reportBases()
	p.reportMethods()
	return p.names
}
