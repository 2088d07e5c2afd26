package explain

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/declarations"
)

// Planned is what the stages of plan have decided.
type Planned struct {
	declarations.Input
	Doc          *api.Document
	Declarations *declarations.Builder
	Findings     *diag.List
}
