package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/oas2go/oas2go/generator/diag"
)

const rootLong = `oas2go reads an OpenAPI document (3.0, 3.1, 3.2 or Swagger 2.0; YAML or JSON)
and writes a Go package: types, validation, a client, and a server if you ask
for one.

Exit codes:
  0  success
  1  check: files are stale;
     lint: the document has errors, with --strict errors or warnings;
     generate and check with --strict: a part of the document would not be
     enforced or generated;
     diff: there are changes that --fail-on names;
     fetch --check: a source differs from its copy;
     all commands: the configuration makes an error of a finding
  2  wrong usage: a missing file, a bad flag, a folder that cannot be written,
     no git, no such revision
  3  the document cannot be used
  4  a defect of oas2go`

const rootExample = `  oas2go init
  oas2go generate
  oas2go check
  oas2go generate api.yaml --out api
  oas2go check api.yaml --out api
  oas2go lint api.yaml
  oas2go explain api.yaml Pet
  oas2go bundle api.yaml -o bundled.yaml
  oas2go diff main:api.yaml api.yaml
  oas2go mock api.yaml

  In a Go file, so that go generate runs it:
  //go:generate go tool oas2go generate api.yaml --package api`

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:               "oas2go",
		Short:             "Generate Go from OpenAPI documents",
		Long:              rootLong,
		Example:           rootExample,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.SetFlagErrorFunc(suggestFlag)
	root.AddCommand(newGenerate(), newCheck(), newWatch(), newLint(), newExplain(), newBundle(), newDiff(), newFetch(), newMock(), newInit(), newRules(), newVersion())
	return root
}

// suggestFlag adds what a mistyped flag most likely means.
func suggestFlag(cmd *cobra.Command, err error) error {
	word, ok := strings.CutPrefix(err.Error(), "unknown flag: --")
	if !ok {
		return err
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if like := diag.Closest(word, names); like != "" {
		return fmt.Errorf("%w; did you mean --%s?", err, like)
	}
	return fmt.Errorf("%w; see %s --help", err, cmd.CommandPath())
}

// oneSpec is the rule for arguments of commands that take one document.
func oneSpec(cmd *cobra.Command, args []string) error {
	switch len(args) {
	case 0:
		return fmt.Errorf("which document? %s", cmd.UseLine())
	case 1:
		return nil
	}
	return fmt.Errorf("one document at a time, not %d (%s)", len(args), strings.Join(args, ", "))
}
