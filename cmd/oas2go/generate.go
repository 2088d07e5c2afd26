package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
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
YAML or JSON. --allow-refs adds a folder; nothing is read from a network.
` + apisLong

const generateExample = `  oas2go generate                                all APIs of oas2go.yaml
  oas2go generate orders                         one of them
  oas2go generate api.yaml --out api
  oas2go generate openapi.json --out internal/shop --package shop
  oas2go generate api.yaml --out api --server
  oas2go generate api.yaml --out api --strict
  oas2go generate api.yaml --out api --config oas2go.yaml
  oas2go generate specs/api.yaml --out api --allow-refs shared`

const checkLong = `Check compares what generate would write with what is there. It prints a unified
diff and exits 1 if a file differs, is missing, or is left over from an earlier
run. It writes nothing. Give it the flags that you give generate. The diff is on
standard output, with --format json, github or sarif on standard error.
` + apisLong

const checkExample = `  oas2go check
  oas2go check api.yaml --out api
  oas2go check api.yaml --out api | patch -p0`

// flags are what generate and check have in common.
type flags struct {
	out      string
	server   bool
	config   generator.Config
	printing printing
	imports  []string // of the packages that were written, if there are several
}

// add adds the flags; out says what the command does with the folder.
func (f *flags) add(cmd *cobra.Command, out string) {
	cmd.Args = documentOrAPI
	set := cmd.Flags()
	set.SortFlags = false
	set.StringVarP(&f.out, "out", "o", ".", "`folder` of the package"+out)
	set.StringVarP(&f.config.Package, "package", "p", "", "`name` of the package (default: the name of the folder)")
	set.BoolVar(&f.server, "server", false, "add a server, as generate: [server] in a configuration does")
	readingFlags(set, &f.config)
	set.BoolVar(&f.config.Strict, "strict", false, "write nothing and exit 1 if the code would not enforce or contain a part of the document")
	f.printing.add(set, "report which schemas no Go type can express, so that Validate interprets a rule, and why;\non a terminal, show all findings of a rule")
}

// readingFlags adds the flags that say how a document is read. All commands that read one have them, so that lint and explain talk about
// the code that generate writes.
func readingFlags(set *pflag.FlagSet, c *generator.Config) {
	set.StringVar(&c.File, "config", "", "configuration `file` (YAML); oas2go init writes a first one")
	set.BoolVar(&c.Prune, "prune", false, "leave out schemas that no operation uses")
	set.BoolVar(&c.Lenient, "lenient", false, "turn errors of the document into warnings where the rest still has a meaning")
	set.IntVar(&c.Limits, "limits", 1, "accept documents `N` times as large as by default, which may need N times the memory and time")
	set.StringArrayVar(&c.Overlays, "overlay", nil, "`file` with an OpenAPI Overlay to apply to the document; can be repeated")
	set.StringArrayVar(&c.AllowRefs, "allow-refs", nil, "`folder` whose files the document may refer to, beside its own folder; can be repeated")
}

// reads makes a configuration read a document, which may be on standard input.
func reads(cmd *cobra.Command, c *generator.Config, spec string, verbose bool) {
	c.Spec, c.Stdin = spec, cmd.InOrStdin()
	if verbose {
		c.Fetching = func(what string) { fmt.Fprintln(cmd.ErrOrStderr(), what) }
	}
}

// A packageRun is a run of the generator for one API.
type packageRun struct {
	*flags
	cmd    *cobra.Command
	api    generator.API
	out    string
	result *generator.Result
	err    error
}

// A rest is what generate and check do with a package. It returns what a summary says; without one it prints that itself.
type rest func(p *packageRun, alone bool) (said string, err error)

// each runs the generator for each API that the arguments mean, reports what it finds, as text on standard error, and then does the rest.
func (f *flags) each(cmd *cobra.Command, args []string, rest rest) error {
	apis, err := selected(cmd, args, f.config.File)
	if err == nil {
		err = forOne(cmd, apis, "out", "package")
	}
	if err != nil {
		return f.printing.end(cmd.OutOrStdout(), f.printing.failed(err))
	}
	progress, end := progressOf(cmd.ErrOrStderr())
	var jobs []job
	for _, api := range apis {
		p := f.packageRun(cmd, api)
		jobs = append(jobs, job{api.Name, p.out, func() { p.run(progress) }, func(alone bool) (string, error) {
			end()
			return p.finish(rest, alone)
		}})
	}
	err = runJobs(cmd, &f.printing, jobs)
	if slices.Sort(f.imports); len(f.imports) > 0 {
		cmd.PrintErrf("imports %s; go mod tidy adds what is missing\n", strings.Join(slices.Compact(f.imports), ", "))
	}
	return f.printing.end(cmd.OutOrStdout(), err)
}

// packageRun returns a run for an API, into its folder unless the flags name another one.
func (f *flags) packageRun(cmd *cobra.Command, api generator.API) *packageRun {
	p := &packageRun{flags: f, cmd: cmd, api: api, out: f.out}
	if api.Out != "" && !cmd.Flags().Changed("out") {
		p.out = api.Out
	}
	return p
}

// run runs the generator, for the package of the folder if none is named.
func (p *packageRun) run(progress func(string)) {
	c := p.config
	if p.server {
		c.Parts = append(c.Parts, generator.PartServer)
	}
	c = p.api.Apply(c)
	reads(p.cmd, &c, p.api.Document, p.printing.verbose)
	named := p.cmd.Flags().Changed("package") || p.api.Package != ""
	if !named {
		if c.Package, p.err = folderName(p.out); p.err != nil {
			return
		}
	}
	if c.ImportPath, p.err = generator.ImportPath(p.out); p.err != nil {
		return
	}
	c.Progress = progress
	p.result, p.err = generator.Generate(p.cmd.Context(), c)
	if p.result != nil {
		p.result.Package = nil // large, and several runs wait for each other
	}
	if e, ok := errors.AsType[*generator.PackageNameError](p.err); ok && !named {
		p.err = fmt.Errorf("%w; that is the name of the folder: choose another with --package", e)
	}
}

// finish reports what was found and does the rest.
func (p *packageRun) finish(rest rest, alone bool) (string, error) {
	if p.result == nil {
		return "", p.printing.failed(p.err)
	}
	shown := func(x diag.Finding) bool { return x.Severity >= diag.Warning }
	if err := p.printing.show(p.cmd, p.cmd.ErrOrStderr(), p.api.Document, p.result, shown, p.err); err != nil {
		return "", err
	}
	if p.printing.verbose {
		if err := survey(p.cmd.ErrOrStderr(), p.api.Document, p.result); err != nil {
			return "", err
		}
	}
	return rest(p, alone)
}

func folderName(out string) (string, error) {
	path, err := filepath.Abs(out)
	return filepath.Base(path), err
}

func newGenerate() *cobra.Command {
	var f flags
	var p profiles
	cmd := &cobra.Command{
		Use:     "generate [SPEC | API] [flags]",
		Short:   "Write the Go package for a document",
		Long:    generateLong,
		Example: generateExample,
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.around(func() error { return f.each(cmd, args, (*packageRun).write) })
		},
	}
	f.add(cmd, "; it is made if it does not exist")
	p.add(cmd.Flags())
	return cmd
}

// write writes the package.
func (p *packageRun) write(alone bool) (string, error) {
	var s *output.Summary
	err := whole(p.cmd.Context(), func() (err error) {
		s, err = output.Write(p.cmd.Context(), p.out, p.result.Document, p.result.Files)
		return err
	})
	if err != nil {
		return "", err
	}
	said := fmt.Sprintf("%s, %d written", count(s.Files, "file"), len(s.Changed))
	if len(s.Changed) == 0 {
		said = count(s.Files, "file") + ", up to date"
	}
	if len(s.Removed) > 0 {
		said += ", removed " + strings.Join(s.Removed, " ")
	}
	imports := p.result.Imports()
	if len(s.Changed) == 0 {
		imports = nil // they were told when the package came
	}
	if !alone {
		p.imports = append(p.imports, imports...)
		return said, nil
	}
	text := p.out + ": " + said + "\n"
	if len(imports) > 0 {
		text += fmt.Sprintf("%s: imports %s; go mod tidy adds what is missing\n", p.out, strings.Join(imports, ", "))
	}
	_, err = io.WriteString(p.cmd.ErrOrStderr(), text)
	return said, err
}

func newCheck() *cobra.Command {
	var f flags
	cmd := &cobra.Command{
		Use:     "check [SPEC | API] [flags]",
		Short:   "Report whether the Go package is up to date",
		Long:    checkLong,
		Example: checkExample,
		RunE:    func(cmd *cobra.Command, args []string) error { return f.each(cmd, args, (*packageRun).compare) },
	}
	f.add(cmd, "; nothing is written there")
	return cmd
}

// compare prints how the folder differs: the diff to standard output, unless findings for a program are there.
func (p *packageRun) compare(alone bool) (string, error) {
	differences, err := output.Compare(p.out, p.result.Document, p.result.Files)
	if err != nil {
		return "", err
	}
	if len(differences) == 0 {
		return "up to date", nil
	}
	w := p.cmd.OutOrStdout()
	if p.printing.format != "text" {
		w = p.cmd.ErrOrStderr()
	}
	kinds := map[output.Kind]int{}
	for _, d := range differences {
		kinds[d.Kind]++
		if _, err := fmt.Fprint(w, d.Diff); err != nil {
			return "", err
		}
	}
	said := fmt.Sprintf("stale: %d changed, %d missing, %d left over; run oas2go generate", kinds[output.Changed], kinds[output.Missing], kinds[output.Extra])
	if alone {
		fmt.Fprintf(p.cmd.ErrOrStderr(), "%s is %s\n", p.out, said)
	}
	return said, errThreshold
}
