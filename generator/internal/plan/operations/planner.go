package operations

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/ident"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/xmltags"
)

// A Planner plans the operations of one document.
type Planner struct {
	Input
	findings   *diag.List
	operations *Operations
	forms      map[*api.MediaType]*Form  // of multipart bodies
	functions  map[*api.Operation]string // names in operationIds that a framework has made
}

// An Input is what operations are planned from.
type Input struct {
	Doc        *api.Document
	Analysis   *analysis.Analysis
	Directions *directions.Directions
	Classes    *classes.Classes
	Shapes     *shapes.Planner
	XMLTags    *xmltags.Tags
	Style      ident.Style
	// IdempotencyKey is the name of the header with the idempotency key, "" for the usual one.
	IdempotencyKey string
	Senders        bool // of webhooks and callbacks
	Served         bool // handlers serve the operations
}

// Plan returns the operations of a document. What has no Go code is added to findings.
func Plan(in Input, findings *diag.List) *Operations {
	p := &Planner{Input: in, findings: findings, operations: &Operations{XML: map[*shapes.Type]bool{}}, forms: map[*api.MediaType]*Form{}}
	p.planOperations()
	return p.operations
}
