package shapes

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/ident"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
)

// A Planner decides shapes. [Planner.Components] comes first, then operations ask with [Planner.Use]; after [Planner.BreakCycles] no type changes
// any more.
type Planner struct {
	analysis   *analysis.Analysis
	directions *directions.Directions
	classes    *classes.Classes
	style      ident.Style
	findings   *diag.List

	catalog   catalog
	types     map[*api.Schema]*Type // by the schema that defines them
	uses      map[*api.Schema]Use   // of every schema that was looked at
	leafTypes map[*api.Schema]*Type // of inline variants that are no structs
	roots     []Root                // components, then the types of operations; inline types hang below
	enforced  analysis.Ledger       // what became types, checks or comments
	streams   map[*api.Schema]bool  // of bodies and files that are streams of bytes
}

// New returns a planner without types. What has no effect, or no Go type, is added to findings.
func New(a *analysis.Analysis, d *directions.Directions, c *classes.Classes, style ident.Style, findings *diag.List) *Planner {
	return &Planner{
		analysis: a, directions: d, classes: c, style: style, findings: findings,
		catalog: catalog{list: d.Components, local: d.Local, outside: map[string]*Type{}, told: map[string]diag.Pos{}},
		types:   map[*api.Schema]*Type{}, uses: make(map[*api.Schema]Use, len(d.Schemas)), leafTypes: map[*api.Schema]*Type{},
		enforced: make(analysis.Ledger, len(d.Schemas)), streams: map[*api.Schema]bool{},
	}
}
