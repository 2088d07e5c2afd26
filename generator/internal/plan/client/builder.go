package client

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/gomodel"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/naming"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
)

// A Builder builds the declarations of a client.
type Builder struct{ Input }

// An Input is what a client is built from.
type Input struct {
	Package      string // its name
	Doc          *api.Document
	Style        ident.Style
	Analysis     *analysis.Analysis
	Operations   *operations.Operations
	Names        *naming.Table
	Declarations *declarations.Builder
	Tolerate     []gomodel.Tolerance // in responses
	Tags         []*operations.Group // nil: Client has all methods
	Served       bool                // parameters are read and results are written too
	Clientless   bool                // there is a service, and nothing that calls it
	Findings     *diag.List          // gets defaults that have no Go code
}

// New returns a builder of the operations that were planned.
func New(in Input) *Builder { return &Builder{in} }
