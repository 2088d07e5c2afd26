package client

import (
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/ident"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/naming"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/rules"
)

// A Builder builds the declarations of a client.
type Builder struct {
	packageName  string
	doc          *api.Document
	style        ident.Style
	analysis     *analysis.Analysis
	operations   *operations.Operations
	rules        *rules.Table
	names        *naming.Table
	declarations *declarations.Builder
}

// An Input is what a client is built from.
type Input struct {
	Package      string // its name
	Doc          *api.Document
	Style        ident.Style
	Analysis     *analysis.Analysis
	Operations   *operations.Operations
	Rules        *rules.Table
	Names        *naming.Table
	Declarations *declarations.Builder
}

// New returns a builder of the operations that were planned.
func New(in Input) *Builder {
	return &Builder{
		packageName: in.Package, doc: in.Doc, style: in.Style, analysis: in.Analysis, operations: in.Operations, rules: in.Rules, names: in.Names,
		declarations: in.Declarations,
	}
}
