package generator

import (
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/rules"
)

// A ChangeRule explains a kind of change between two documents.
type ChangeRule = rules.Rule

// A RuleSet is everything that has an id in brackets: what a document can have, and what can change between two.
type RuleSet struct {
	Findings []diag.RuleText
	Changes  []ChangeRule
}

// changeTexts returns the texts of the rules of changes as reports of other tools have them. How severe a change is says its class.
func changeTexts() (list []diag.RuleText) {
	for _, r := range rules.All() {
		list = append(list, diag.RuleText{Rule: diag.Rule(r.ID), Severity: diag.Warning, Summary: r.Summary, Why: r.Why, Fix: r.Fix})
	}
	return list
}

// Rules returns all rules, in the order of reports.
func Rules() RuleSet { return RuleSet{diag.Rules(), rules.All()} }

// IDs returns the ids of all rules. No two rules have the same.
func (s RuleSet) IDs() (ids []string) {
	for _, r := range s.Findings {
		ids = append(ids, string(r.Rule))
	}
	for _, r := range s.Changes {
		ids = append(ids, r.ID)
	}
	return ids
}
