package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/output"
)

const bundleLong = `Bundle writes one document: overlays are applied, and what references lead to in
other files becomes components. Generated code is the same, but for names of
components that x-go-name renames and of aliases that only another file has. The
order of the document, its comments and its numbers stay.

SPEC is the path of a document, - for standard input, or REF:PATH for what git
has. API is the name of an API of oas2go.yaml.`

const bundleExample = `  oas2go bundle api.yaml -o bundled.yaml
  oas2go bundle api.yaml --overlay go.overlay.yaml
  oas2go bundle api.yaml --format json | jq .info
  oas2go bundle orders`

func newBundle() *cobra.Command {
	var c generator.BundleConfig
	var p printing
	var out string
	format := choice{"", generator.BundleFormats(), "format"}
	cmd := &cobra.Command{
		Use:     "bundle {SPEC | API} [flags]",
		Short:   "Write one document with its overlays and all of its files",
		Long:    bundleLong,
		Example: bundleExample,
		Args:    oneSpec,
		RunE: func(cmd *cobra.Command, args []string) error {
			api, err := oneAPI(cmd, args, c.Reading.File)
			if err != nil {
				return err
			}
			c.Reading, c.Format = readingOf(api, c.Reading), format.value
			reads(cmd, &c.Reading, api.Document, p.verbose)
			result, err := generator.Bundle(cmd.Context(), c)
			if result == nil {
				return err
			}
			p.format = "text"
			shown := func(f diag.Finding) bool { return f.Severity >= diag.Warning }
			if err := p.show(cmd, cmd.ErrOrStderr(), c.Reading.Spec, &generator.Result{Findings: result.Findings}, shown, err); err != nil {
				return err
			}
			if out == "" {
				_, err = cmd.OutOrStdout().Write(result.Text)
				return err
			}
			files := []output.File{{Name: out, Data: result.Text}}
			return whole(cmd.Context(), func() error { return output.Replace(cmd.Context(), files) })
		},
	}
	set := cmd.Flags()
	set.SortFlags = false
	set.StringVarP(&out, "output", "o", "", "`file` to write (default: standard output)")
	set.Var(&format, "format", strings.Join(generator.BundleFormats(), " or ")+" (default: that of the document)")
	readingFlags(set, &c.Reading)
	return cmd
}
