package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
)

func newRules() *cobra.Command {
	return &cobra.Command{
		Use:     "rules [RULE]",
		Short:   "List the rules of findings and changes, or explain one",
		Example: "  oas2go rules\n  oas2go rules not-enforced\n  oas2go rules maximum-lowered",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				return explainRule(cmd.OutOrStdout(), args[0])
			}
			return listRules(cmd.OutOrStdout())
		},
	}
}

// listRules prints the rules of findings, and behind them those of changes.
func listRules(w io.Writer) error {
	var b strings.Builder
	rules := generator.Rules()
	for _, r := range rules.Findings {
		fmt.Fprintf(&b, "%-15s %-8s %s\n", r.Rule, r.Severity, r.Summary)
	}
	b.WriteString("\nchanges that oas2go diff finds:\n\n")
	for _, r := range rules.Changes {
		fmt.Fprintf(&b, "%-26s %s\n", r.ID, r.Summary)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// explainRule prints the text of a rule.
func explainRule(w io.Writer, id string) error {
	rules := generator.Rules()
	if i := slices.IndexFunc(rules.Changes, func(r generator.ChangeRule) bool { return r.ID == id }); i >= 0 {
		_, err := io.WriteString(w, rules.Changes[i].Text())
		return err
	}
	r, ok := diag.Rule(id).Text()
	if !ok {
		if like := diag.Closest(id, rules.IDs()); like != "" {
			return fmt.Errorf("there is no rule %q; did you mean %s?", id, strconv.Quote(like))
		}
		return fmt.Errorf("there is no rule %q; oas2go rules lists them", id)
	}
	text := fmt.Sprintf("%s (%s): %s\n\n%s\n\nWhat to do: %s\n", r.Rule, r.Severity, r.Summary, r.Why, r.Fix)
	if r.Example != "" {
		text += "\n"
	}
	for line := range strings.Lines(r.Example) {
		text += "  " + line
	}
	_, err := io.WriteString(w, text)
	return err
}
