package rules

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// A Planner compiles the rules of one document.
type Planner struct {
	schemas        []*api.Schema
	analysis       *analysis.Analysis
	shapes         *shapes.Planner
	operations     *operations.Operations
	style          ident.Style
	findings       *diag.List
	table          *Table
	ruler          *ruler
	hasUnevaluated bool // a schema asks which members and items others evaluated
}

// Plan returns the rules of the types and operations of a document, whose schemas and forms are given by ID. Patterns without translation are
// added to findings.
func Plan(schemas []*api.Schema, a *analysis.Analysis, s *shapes.Planner, o *operations.Operations, style ident.Style, findings *diag.List) *Table {
	p := &Planner{schemas: schemas, analysis: a, shapes: s, operations: o, style: style, findings: findings}
	p.prepareRules()
	p.planRules()
	return p.table
}
