package values

import (
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// Values answers which value of the document is which value in Go.
type Values struct {
	analysis    *analysis.Analysis
	received    func(*api.Schema) bool
	extra       func(*shapes.StructDef) *shapes.Use
	hasDefaults map[*shapes.Type]bool
}

// New returns the values that fit what an analysis knows. received reports whether nobody sends a schema. Extra says of what type the
// members of a struct are that have no field, nil for none.
func New(a *analysis.Analysis, received func(*api.Schema) bool, extra func(*shapes.StructDef) *shapes.Use) *Values {
	return &Values{analysis: a, received: received, extra: extra, hasDefaults: map[*shapes.Type]bool{}}
}
