package main

import (
	"cmp"
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
)

const lintLong = `Lint reports every finding about a document: errors, parts that generated code
would not enforce, and Go names that differ from the document's.
It writes no files and exits 1 if there are errors, with --strict also if there
are warnings. Give it the flags that you give generate, so that it finds the same.

With --format json and sarif standard output is always one whole document, also
if nothing was found or the document cannot be read; then it says so.
` + apisLong

const lintExample = `  oas2go lint
  oas2go lint orders
  oas2go lint api.yaml
  oas2go lint api.yaml --strict --config oas2go.yaml
  oas2go lint api.yaml --format json | jq .counts
  oas2go lint api.yaml --format sarif > oas2go.sarif`

func newLint() *cobra.Command {
	var p printing
	var strict bool
	var c generator.Config
	cmd := &cobra.Command{
		Use:     "lint [SPEC | API] [flags]",
		Short:   "Report what is wrong or noteworthy in a document",
		Long:    lintLong,
		Example: lintExample,
		Args:    documentOrAPI,
		RunE: func(cmd *cobra.Command, args []string) error {
			apis, err := selected(cmd, args, c.File)
			if err != nil {
				return p.end(cmd.OutOrStdout(), p.failed(err))
			}
			var jobs []job
			for _, api := range apis {
				l := &lintRun{api: api, strict: strict, printing: &p}
				jobs = append(jobs, job{api.Name, api.Document, func() { l.run(cmd, c) }, func(bool) (string, error) { return l.finish(cmd) }})
			}
			return p.end(cmd.OutOrStdout(), runJobs(cmd, &p, jobs))
		},
	}
	set := cmd.Flags()
	set.SortFlags = false
	readingFlags(set, &c)
	set.BoolVar(&strict, "strict", false, "exit 1 if there is any warning, not only for errors")
	p.add(set, "on a terminal, show all findings, however many a rule has")
	return cmd
}

// A lintRun is a run of lint for one API.
type lintRun struct {
	api      generator.API
	strict   bool
	printing *printing
	result   *generator.Result
	err      error
}

func (l *lintRun) run(cmd *cobra.Command, c generator.Config) {
	c = readingOf(l.api, c)
	reads(cmd, &c, l.api.Document, l.printing.verbose)
	l.result, l.err = generator.Lint(cmd.Context(), c)
	if l.result != nil && l.strict && l.err == nil && slices.ContainsFunc(l.result.Findings, isWarning) {
		l.err = errWarnings
	}
}

// finish prints what was found.
func (l *lintRun) finish(cmd *cobra.Command) (string, error) {
	if l.result == nil {
		return "", l.printing.failed(l.err)
	}
	all := func(diag.Finding) bool { return true }
	err := l.printing.show(cmd, cmd.OutOrStdout(), l.api.Document, l.result, all, l.err)
	if errors.Is(err, errDocument) {
		err = errThreshold
	}
	return cmp.Or(summary(l.result.Findings), "no findings"), err
}

func isWarning(f diag.Finding) bool { return f.Severity == diag.Warning }
