package policy

import (
	"slices"

	"github.com/oas2go/oas2go/generator/diag"
)

// Known returns the ids that a configuration can give a level, sorted: the rules of findings and those of changes.
func Known() (ids []string) {
	for _, r := range diag.Rules() {
		ids = append(ids, string(r.Rule))
	}
	ids = append(ids, changeRules()...)
	slices.Sort(ids)
	return slices.Compact(ids)
}

// changeRules are the ids of the rules of changes.
func changeRules() []string {
	return []string{
		"description", "enum-narrowed", "enum-widened", "example", "extension", "external-docs", "maximum-lowered", "maximum-removed",
		"member-optional", "member-removed", "member-replaced", "member-required", "null-forbidden", "operation-added",
		"operation-renamed", "parameter-added", "schema-renamed", "summary", "title",
	}
}
