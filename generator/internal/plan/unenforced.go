package plan

import "github.com/oas2go/oas2go/generator/diag"

// reportUnenforced gives a finding for each keyword of a schema that was looked at and became nothing. A schema that nothing
// looked at stands below a keyword that is reported, or in a part of the document that is reported as not generated.
func (p *planner) reportUnenforced() {
	for _, s := range p.schemas {
		if _, seen := p.used(s); !seen && !p.table.Ruled(s) {
			continue
		}
		if p.kinds(s)&^kindNull == kindInteger {
			p.reportUint64(s)
		}
		for _, k := range asserted(s).minus(p.enforcedOf(s)).minus(p.table.enforcedOf(s)).list() {
			p.findings.Warn(s.At(k), diag.RuleNotEnforced, "%s is not enforced", k)
		}
	}
}
