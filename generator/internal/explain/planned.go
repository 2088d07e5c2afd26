package explain

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
	"github.com/oas2go/oas2go/generator/internal/plan/classes"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
	"github.com/oas2go/oas2go/generator/internal/plan/naming"
	"github.com/oas2go/oas2go/generator/internal/plan/operations"
	"github.com/oas2go/oas2go/generator/internal/plan/rules"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
	"github.com/oas2go/oas2go/generator/internal/plan/values"
)

// Planned is what the stages of plan have decided.
type Planned struct {
	Doc          *api.Document
	Directions   *directions.Directions
	Analysis     *analysis.Analysis
	Classes      *classes.Classes
	Shapes       *shapes.Planner
	Values       *values.Values
	Operations   *operations.Operations
	Rules        *rules.Table
	Names        *naming.Table
	Declarations *declarations.Builder
	Findings     *diag.List
}
