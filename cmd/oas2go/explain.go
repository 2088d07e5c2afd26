package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
)

const explainLong = `Explain shows what one place of a document is in Go: the type, the reason for
its name, and the fields that have it. For each keyword it shows what enforces
it: the type, a check, a rule, or nothing. For an operation it shows the
methods, their parameters and their results. It writes no files. Give it the
flags that you give generate, so that it explains the same code.

The place is a JSON pointer, behind the name of the file if it is in another
file than the document, or the name of a component, an operationId, a method and
a path, or a Go name. The name of an overlay shows what it changes, with :LINE or
#/actions/0 behind it what one action does. API is the name of an API of oas2go.yaml.`

const explainExample = `  oas2go explain api.yaml '#/components/schemas/Pet/properties/name'
  oas2go explain api.yaml Pet
  oas2go explain orders Pet
  oas2go explain api.yaml 'schemas/pet.yaml#/Pet/properties/name'
  oas2go explain api.yaml 'GET /pets/{id}'
  oas2go explain api.yaml Pet.Name
  oas2go explain api.yaml Client.GetPet
  oas2go explain api.yaml go.overlay.yaml:5 --overlay go.overlay.yaml`

func newExplain() *cobra.Command {
	var c generator.Config
	var p printing
	cmd := &cobra.Command{
		Use:     "explain {SPEC | API} PLACE [flags]",
		Short:   "Show what one place of a document is in Go, and why",
		Long:    explainLong,
		Example: explainExample,
		Args:    specAndPlace,
		RunE: func(cmd *cobra.Command, args []string) error {
			api, err := oneAPI(cmd, args[:1], c.File)
			if err != nil {
				return err
			}
			c = readingOf(api, c)
			reads(cmd, &c, api.Document, p.verbose)
			x, result, err := generator.Explain(cmd.Context(), c, args[1])
			if x != nil {
				return writeExplanation(cmd.OutOrStdout(), x, p.text(cmd.OutOrStdout()))
			}
			if result == nil || !errors.Is(err, generator.ErrUnusable) {
				return err
			}
			p.format = "text"
			return p.show(cmd, cmd.ErrOrStderr(), c.Spec, result, func(f diag.Finding) bool { return f.Severity >= diag.Warning }, err)
		},
	}
	set := cmd.Flags()
	set.SortFlags = false
	readingFlags(set, &c)
	return cmd
}

// specAndPlace is the rule for the arguments of explain.
func specAndPlace(cmd *cobra.Command, args []string) error {
	switch len(args) {
	case 0:
		return oneSpec(cmd, args)
	case 2:
		return nil
	case 1:
		return fmt.Errorf("which place of %s? %s", args[0], cmd.UseLine())
	}
	return fmt.Errorf("one place at a time, not %d; a place with spaces is in quotes", len(args)-1)
}

// writeExplanation prints an explanation in columns.
func writeExplanation(w io.Writer, x *generator.Explanation, text diag.Text) error {
	var b strings.Builder
	b.WriteString(diag.OneLine(fmt.Sprintf("%s: %s %s", x.Pos, x.What, x.Place)) + "\n")
	for _, part := range x.Parts {
		if b.WriteString("\n"); part.Title != "" {
			b.WriteString(part.Title + "\n")
		}
		width := 0
		for _, row := range part.Rows {
			width = max(width, min(len(row.Label), 24))
		}
		for _, row := range part.Rows {
			fmt.Fprintf(&b, "  %-*s  %s\n", width, diag.OneLine(row.Label), diag.OneLine(row.Text))
		}
	}
	if len(x.Findings) > 0 {
		b.WriteString("\nfindings\n")
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return err
	}
	if err := text.Write(w, x.Findings); err != nil {
		return err
	}
	if x.Inside == 0 {
		return nil
	}
	_, err := fmt.Fprintf(w, "\n%s about schemas inside, see oas2go lint\n", count(x.Inside, "finding"))
	return err
}
