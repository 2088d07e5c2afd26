package main

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
)

const lintLong = `Lint reports everything that generate would notice in a document: errors, what
generated code would not enforce, and Go names that differ from the document's.
It writes no files and exits 1 if there are errors, with --strict also if there
are warnings. Give it the flags that you give generate, so that it finds the same.

With --format json and sarif standard output is always one whole document, also
if nothing was found or the document cannot be read; then it says so.`

const lintExample = `  oas2go lint api.yaml
  oas2go lint api.yaml --strict --config oas2go.yaml
  oas2go lint api.yaml --format json | jq .counts
  oas2go lint api.yaml --format sarif > oas2go.sarif`

func newLint() *cobra.Command {
	var p printing
	var strict bool
	c := generator.Config{Package: "api"}
	cmd := &cobra.Command{
		Use:     "lint SPEC [flags]",
		Short:   "Report what is wrong or noteworthy in a document",
		Long:    lintLong,
		Example: lintExample,
		Args:    oneSpec,
		RunE: func(cmd *cobra.Command, args []string) error {
			reads(cmd, &c, args[0], p.verbose)
			result, err := generator.Lint(cmd.Context(), c)
			if result == nil {
				return p.failed(cmd.OutOrStdout(), err)
			}
			if strict && err == nil && slices.ContainsFunc(result.Findings, isWarning) {
				err = errWarnings
			}
			all := func(diag.Finding) bool { return true }
			err = p.report(cmd, cmd.OutOrStdout(), c.Spec, result, all, err)
			if errors.Is(err, errDocument) {
				return errThreshold
			}
			return err
		},
	}
	set := cmd.Flags()
	set.SortFlags = false
	readingFlags(set, &c)
	set.BoolVar(&strict, "strict", false, "exit 1 if there is any warning, not only for errors")
	p.add(set, "on a terminal, show all findings, however many a rule has")
	return cmd
}

func isWarning(f diag.Finding) bool { return f.Severity == diag.Warning }
