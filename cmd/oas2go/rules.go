package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/oas2go/oas2go/generator/diag"
)

func newRules() *cobra.Command {
	return &cobra.Command{
		Use:     "rules [RULE]",
		Short:   "List the rules of findings, or explain one",
		Example: "  oas2go rules\n  oas2go rules not-enforced",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				return explain(cmd.OutOrStdout(), args[0])
			}
			for _, r := range diag.Rules() {
				if _, err := fmt.Fprintf(cmd.OutOrStdout(), "%-15s %-8s %s\n", r.Rule, r.Severity, r.Summary); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// explain prints the text of a rule.
func explain(w io.Writer, id string) error {
	r, ok := diag.Rule(id).Text()
	if !ok {
		var ids []string
		for _, r := range diag.Rules() {
			ids = append(ids, string(r.Rule))
		}
		if like := diag.Closest(id, ids); like != "" {
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
