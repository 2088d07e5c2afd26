package hierarchy

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/analysis"
	"github.com/oas2go/oas2go/generator/internal/api"
)

// findClosed finds the parts of hierarchies that forbid all members but their own. To the letter no heir could be valid; what is
// meant closes each heir as a whole.
func (h *Hierarchy) findClosed(findings *diag.List) {
	for _, s := range h.in.Schemas {
		if h.heirs[s] == nil && h.bases[s] == nil || h.children[s] == nil && len(h.extends(s)) == 0 {
			continue
		}
		for _, p := range inline(s) {
			if isBare(p) || h.opened[p] || !analysis.NamesAll(p.Object) {
				continue
			}
			h.opened[p] = true
			findings.Info(p.At(api.KwAdditionalProperties), diag.RuleContradicts,
				"it would forbid the members of the other parts, so that no heir could be valid; it is taken to close each heir as a whole")
		}
	}
}

// findHeirs decides what heirs are as a whole.
func (h *Hierarchy) findHeirs() {
	for _, s := range h.in.Schemas {
		if !h.values[s] {
			continue
		}
		for _, child := range h.bases[s].heirs {
			if about := h.heirs[child]; about.tag == "" {
				about.tag = h.bases[s].discriminator.PropertyName
			}
		}
	}
	for s, about := range h.heirs {
		about.closed = slices.ContainsFunc(append([]*api.Schema{s}, h.ancestors(s)...), func(m *api.Schema) bool {
			return slices.ContainsFunc(inline(m), func(p *api.Schema) bool { return h.opened[p] })
		})
		about.adjusted = about.closed || about.tag != "" && (!isObject(s, 0) || withoutWrappers(s) != s || !h.describes(s, about.tag))
	}
}
