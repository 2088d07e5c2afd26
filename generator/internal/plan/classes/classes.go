package classes

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/directions"
)

// Classes answers which class schemas have.
type Classes struct {
	analysis   *analysis.Analysis
	directions *directions.Directions
	findings   *diag.List
	classes    map[*api.Schema]Class
	patterns   map[*api.Schema]*Pattern // nil for what has no translation
	declared   map[*api.Schema]bool     // the schemas that components stand for
}

// New returns the classes of the schemas that an analysis knows. Patterns without translation are added to findings.
func New(a *analysis.Analysis, d *directions.Directions, findings *diag.List) *Classes {
	return &Classes{analysis: a, directions: d, findings: findings, classes: map[*api.Schema]Class{}, patterns: map[*api.Schema]*Pattern{}}
}
