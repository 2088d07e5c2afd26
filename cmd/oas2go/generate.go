package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/output"
)

const generateLong = `Generate writes a Go package for an OpenAPI document.

All files that it writes end in _gen.go, _gen_test.go or _gen.md, and say in their
first line which document they come from. Other files in the folder are never touched, so
hand-written Go can stand beside generated Go. Files that would stay the same
are not written again; files of an earlier run that are not needed any more are
removed. Either all files are written or none. If they import packages beyond the
standard library, the last line names them.

References may lead to other files in the folder of the document and below it,
YAML or JSON. --allow-refs adds a folder; nothing is read from a network.`

const generateExample = `  oas2go generate api.yaml --out api
  oas2go generate openapi.json --out internal/shop --package shop
  oas2go generate api.yaml --out api --server
  oas2go generate api.yaml --out api --strict
  oas2go generate api.yaml --out api --config oas2go.yaml
  oas2go generate specs/api.yaml --out api --allow-refs shared`

const checkLong = `Check compares what generate would write with what is there. It prints a unified
diff and exits 1 if a file differs, is missing, or is left over from an earlier
run. It writes nothing. Give it the flags that you give generate. The diff is on
standard output, with --format json, github or sarif on standard error.`

const checkExample = `  oas2go check api.yaml --out api
  oas2go check api.yaml --out api | patch -p0`

// flags are what generate and check have in common.
type flags struct {
	out      string
	server   bool
	config   generator.Config
	printing printing
}

// add adds the flags; out says what the command does with the folder.
func (f *flags) add(cmd *cobra.Command, out string) {
	cmd.Args = oneSpec
	set := cmd.Flags()
	set.SortFlags = false
	set.StringVarP(&f.out, "out", "o", ".", "`folder` of the package"+out)
	set.StringVarP(&f.config.Package, "package", "p", "", "`name` of the package (default: the name of the folder)")
	set.BoolVar(&f.server, "server", false, "add a server, as generate: [server] of a configuration does")
	readingFlags(set, &f.config)
	set.BoolVar(&f.config.Strict, "strict", false, "write nothing and exit 1 if the code would not enforce or contain all of the document")
	f.printing.add(set, "say which schemas no Go type shows, so that a rule judges their values, and why;\non a terminal, show all findings of a rule")
}

// readingFlags adds the flags that say how a document is read. All commands that read one have them, so that lint and explain talk about
// the code that generate writes.
func readingFlags(set *pflag.FlagSet, c *generator.Config) {
	set.StringVar(&c.File, "config", "", "configuration `file` (YAML): which operations, names, formats; oas2go init writes a first one")
	set.BoolVar(&c.Prune, "prune", false, "leave out the schemas that no operation leads to")
	set.BoolVar(&c.Lenient, "lenient", false, "make the best of a document with errors, as far as it can be read")
	set.IntVar(&c.Limits, "limits", 1, "take documents that are `N` times as large as those that are taken else, and need as much more memory and time")
	set.StringArrayVar(&c.AllowRefs, "allow-refs", nil, "`folder` from which the document may refer to files, beside its own; can be given several times")
}

// reads makes a configuration read a document, which may be on standard input.
func reads(cmd *cobra.Command, c *generator.Config, spec string, verbose bool) {
	c.Spec, c.Stdin = spec, cmd.InOrStdin()
	if verbose {
		c.Fetching = func(what string) { fmt.Fprintln(cmd.ErrOrStderr(), what) }
	}
}

// generate runs the generator and reports what it finds, as text on standard error.
func (f *flags) generate(cmd *cobra.Command, args []string) (*generator.Result, error) {
	c := f.config
	if f.server {
		c.Parts = append(c.Parts, generator.PartServer)
	}
	reads(cmd, &c, args[0], f.printing.verbose)
	result, err := f.run(cmd, c)
	if result == nil {
		return nil, f.printing.failed(cmd.OutOrStdout(), err)
	}
	shown := func(x diag.Finding) bool { return x.Severity >= diag.Warning }
	if err := f.printing.report(cmd, cmd.ErrOrStderr(), c.Spec, result, shown, err); err != nil || !f.printing.verbose {
		return result, err
	}
	return result, survey(cmd.ErrOrStderr(), c.Spec, result)
}

// run runs the generator, for the package of the folder if none is named.
func (f *flags) run(cmd *cobra.Command, c generator.Config) (*generator.Result, error) {
	named := cmd.Flags().Changed("package")
	if !named {
		name, err := folderName(f.out)
		if err != nil {
			return nil, err
		}
		c.Package = name
	}
	importPath, err := generator.ImportPath(f.out)
	if err != nil {
		return nil, err
	}
	c.ImportPath = importPath
	if w := cmd.ErrOrStderr(); isTerminal(w) {
		p := startProgress(w, progressAfter)
		defer p.end()
		c.Progress = p.set
	}
	result, err := generator.Generate(cmd.Context(), c)
	if e, ok := errors.AsType[*generator.PackageNameError](err); ok && !named {
		return nil, fmt.Errorf("%w; that is the name of the folder: choose another with --package", e)
	}
	return result, err
}

func folderName(out string) (string, error) {
	path, err := filepath.Abs(out)
	return filepath.Base(path), err
}

func newGenerate() *cobra.Command {
	var f flags
	var p profiles
	cmd := &cobra.Command{
		Use:     "generate SPEC [flags]",
		Short:   "Write the Go package for a document",
		Long:    generateLong,
		Example: generateExample,
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.around(func() error {
				result, err := f.generate(cmd, args)
				if err != nil {
					return err
				}
				return write(cmd.Context(), cmd, f.out, result)
			})
		},
	}
	f.add(cmd, "; it is made if it does not exist")
	p.add(cmd.Flags())
	return cmd
}

func write(ctx context.Context, cmd *cobra.Command, dir string, result *generator.Result) error {
	var s *output.Summary
	err := whole(ctx, func() (err error) {
		s, err = output.Write(ctx, dir, result.Document, result.Files)
		return err
	})
	if err != nil {
		return err
	}
	line := fmt.Sprintf("%s: %s, %d written", dir, count(s.Files, "file"), len(s.Changed))
	if len(s.Changed) == 0 {
		line = fmt.Sprintf("%s: %s, up to date", dir, count(s.Files, "file"))
	}
	if len(s.Removed) > 0 {
		line += ", removed " + strings.Join(s.Removed, " ")
	}
	if imports := result.Imports(); len(imports) > 0 && len(s.Changed) > 0 {
		line += fmt.Sprintf("\n%s: imports %s; go mod tidy adds what is missing", dir, strings.Join(imports, ", "))
	}
	_, err = fmt.Fprintln(cmd.ErrOrStderr(), line)
	return err
}

func newCheck() *cobra.Command {
	var f flags
	cmd := &cobra.Command{
		Use:     "check SPEC [flags]",
		Short:   "Tell whether the Go package is what generate would write",
		Long:    checkLong,
		Example: checkExample,
		RunE: func(cmd *cobra.Command, args []string) error {
			result, err := f.generate(cmd, args)
			if err != nil {
				return err
			}
			return f.compare(cmd, result)
		},
	}
	f.add(cmd, "; nothing is written there")
	return cmd
}

// compare prints how the folder differs: the diff to standard output, unless findings for a program are there.
func (f *flags) compare(cmd *cobra.Command, result *generator.Result) error {
	differences, err := output.Compare(f.out, result.Document, result.Files)
	if err != nil || len(differences) == 0 {
		return err
	}
	w := cmd.OutOrStdout()
	if f.printing.format != "text" {
		w = cmd.ErrOrStderr()
	}
	kinds := map[output.Kind]int{}
	for _, d := range differences {
		kinds[d.Kind]++
		if _, err := fmt.Fprint(w, d.Diff); err != nil {
			return err
		}
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%s is stale: %d changed, %d missing, %d left over; run oas2go generate\n",
		f.out, kinds[output.Changed], kinds[output.Missing], kinds[output.Extra])
	return errThreshold
}
