package policy

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/rules"
)

// Known returns the ids that a configuration can give a level, sorted: the rules of findings and those of changes.
func Known() (ids []string) {
	for _, r := range diag.Rules() {
		ids = append(ids, string(r.Rule))
	}
	for _, r := range rules.All() {
		ids = append(ids, r.ID)
	}
	slices.Sort(ids)
	return ids
}
