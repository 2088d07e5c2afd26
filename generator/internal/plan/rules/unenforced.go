package rules

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
	"github.com/oas2go/oas2go/generator/internal/plan/shapes"
)

// ReportUnenforced gives a finding for each keyword of a schema that was looked at and became nothing. A schema that nothing
// looked at stands below a keyword that is reported, or in a part of the document that is reported as not generated.
func ReportUnenforced(schemas []*api.Schema, a *analysis.Analysis, shape *shapes.Planner, table *Table, findings *diag.List) {
	for _, s := range schemas {
		if _, seen := shape.Used(s); !seen && !table.Ruled(s) {
			continue
		}
		shape.ReportRuledTags(s)
		if a.Kinds(s)&^analysis.KindNull == analysis.KindInteger {
			shape.ReportBeyond(s)
		}
		for _, k := range analysis.Asserted(s).Minus(shape.Enforced(s)).Minus(table.Enforced(s)).List() {
			findings.Warn(s.At(k), diag.RuleNotEnforced, "%s is not enforced", k)
		}
	}
}
