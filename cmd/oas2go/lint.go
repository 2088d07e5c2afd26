package main

import (
	"github.com/spf13/cobra"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
)

const lintLong = `Lint reports everything that generate would notice in a document: errors, what
generated code would not enforce, and Go names that differ from the document's.
It writes no files and exits 1 if there are errors.`

const lintExample = `  oas2go lint api.yaml`

func newLint() *cobra.Command {
	c := generator.Config{Package: "api"}
	cmd := &cobra.Command{
		Use:     "lint SPEC [flags]",
		Short:   "Report what is wrong or noteworthy in a document",
		Long:    lintLong,
		Example: lintExample,
		Args:    oneSpec,
		RunE: func(cmd *cobra.Command, args []string) error {
			c.Spec = args[0]
			result, err := generator.Lint(cmd.Context(), c)
			if result == nil {
				return err
			}
			all := func(diag.Finding) bool { return true }
			if report(cmd.OutOrStdout(), args[0], result, all, err) != nil {
				return errThreshold
			}
			return nil
		},
	}
	allowRefs(cmd.Flags(), &c)
	return cmd
}
