package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/oas2go/oas2go/generator"
	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/output"
)

const diffLong = `Diff compares two versions of a document. It reports what the changes mean for
callers: what fails when running, what stops compiling, and the proof.

A document is a path, - for standard input, or what git has:
  REF:PATH     of a commit, a branch or a tag
  REF...:PATH  where the work since REF began (the merge base of REF and HEAD)
  :PATH        of the index, which would be committed now
PATH begins at the root of the repository, ./PATH in the current folder. Files
that the document refers to are those of the same commit. With one document,
the committed version of that file is the old one.

Without documents diff compares those of the APIs of oas2go.yaml, the
configuration in this folder or above it, up to the root of the repository: the
document that the commit REV has (HEAD if it is left out) with the file. REV may
also be REF... as above. With the name of an API it compares that one.

Documents are read as with --lenient. What cannot be read is not compared, and a
finding on standard error reports it. The report is on standard output.`

const diffExample = `  oas2go diff                                    all APIs of oas2go.yaml
  oas2go diff origin/main...
  oas2go diff main orders
  oas2go diff origin/main... --output 'html={api}.html'
  oas2go diff old.yaml new.yaml
  oas2go diff api.yaml
  oas2go diff main:api.yaml api.yaml
  oas2go diff origin/main...:api.yaml api.yaml --fail-on unknown
  oas2go diff v1.0.0:api.yaml v1.1.0:api.yaml --changelog
  oas2go diff api.yaml --output html=report.html --output json=report.json`

// diffFlags are the flags of diff.
type diffFlags struct {
	config    generator.DiffConfig
	format    choice
	outputs   []string
	changelog bool
	failOn    choice
	objects   choice
	look      generator.Look
	gitDriver bool
	verbose   bool
}

func newDiff() *cobra.Command {
	f := diffFlags{
		format:  choice{"text", diffFormats(), "format"},
		failOn:  choice{generator.FailOnValues()[0], generator.FailOnValues(), "what"},
		objects: choice{"open", []string{"open", "strict"}, "kind"},
	}
	var p profiles
	cmd := &cobra.Command{
		Use:     "diff [[OLD] NEW | [REV] [API]] [flags]",
		Short:   "Report what the changes of a document break, with proof",
		Long:    diffLong,
		Example: diffExample,
		Args:    f.arguments,
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.gitDriver {
				return f.driver(cmd, args)
			}
			tuneMemory(diffHeapGrowth)
			return p.around(func() error { return f.selected(cmd, args) })
		},
	}
	f.add(cmd)
	p.add(cmd.Flags())
	return cmd
}

// diffFormats are the values of --format. The changelog has a flag of its own.
func diffFormats() (list []string) {
	for _, name := range generator.DiffFormats() {
		if name != "changelog" {
			list = append(list, name)
		}
	}
	return list
}

func (f *diffFlags) add(cmd *cobra.Command) {
	set := cmd.Flags()
	set.SortFlags = false
	set.Var(&f.format, "format", "what is on standard output: "+strings.Join(diffFormats(), ", "))
	set.BoolVar(&f.changelog, "changelog", false, "print the section of a changelog, for release notes")
	set.StringArrayVar(&f.outputs, "output", nil, "also write a report: `FORMAT=FILE`, changelog among the formats; can be given several times;\nfor several APIs the file has {api} in its name")
	set.Var(&f.failOn, "fail-on", "exit 1 for changes of a kind: "+strings.Join(generator.FailOnValues(), ", "))
	set.Var(&f.objects, "objects",
		"open: members that a schema does not describe are ignored; strict: they are refused;\nit wins over the configuration")
	set.BoolVar(&f.config.RunGo, "go", false,
		"build the packages of both documents and show the errors that they give;\nwithout it the report shows predicted errors")
	set.StringVarP(&f.config.Reading.Package, "package", "p", "", "`name` of the Go package, as the report shows it (default: that of the API, or api)")
	f.addReading(set)
	set.IntVar(&f.look.Width, "width", 0, "columns of the text (default: those of the terminal, 100 at most)")
	set.BoolVar(&f.look.Fingerprints, "fingerprints", false,
		"show in the text what to write below ignores in the configuration to approve a change")
	set.StringVar(&f.look.LinksOld, "links-old", "", "`URL` of the folder of the old files, for links in the Markdown;\n{commit} is the commit of REF: https://host/owner/name/blob/{commit}/")
	set.StringVar(&f.look.LinksNew, "links-new", "", "`URL` of the folder of the new files")
	set.StringVar(&f.look.Label, "label", "", "`name` of a label of pull requests that lets the changes pass, for the Markdown")
	set.StringVar(&f.look.Page, "page", "", "`URL` of the HTML report, for the Markdown")
	set.BoolVar(&f.gitDriver, "git-driver", false, "take the arguments that git gives to a diff driver, and always exit 0")
	set.BoolVarP(&f.verbose, "verbose", "v", false, "report what is fetched for REF:PATH in a shallow clone;\non a terminal, show all findings of a rule")
}

// addReading adds the flags that say how documents are read. Diff is always lenient.
func (f *diffFlags) addReading(set *pflag.FlagSet) {
	c := &f.config.Reading
	readingFlags(set, c)
	set.Lookup("lenient").Hidden = true
}

// arguments is the rule for the arguments of diff.
func (f *diffFlags) arguments(cmd *cobra.Command, args []string) error {
	switch {
	case f.gitDriver:
		return nil
	case len(args) > 2:
		return fmt.Errorf("two documents at a time, not %d (%s)", len(args), strings.Join(args, ", "))
	}
	return nil
}

// run compares two documents, prints the report and writes files. It returns the verdict.
func (f *diffFlags) run(cmd *cobra.Command, c generator.DiffConfig, files [][2]string) (string, error) {
	result, err := f.compare(cmd, c)
	if result == nil {
		return "", err
	}
	if errors.Is(err, generator.ErrUnusable) {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s; there is nothing to compare\n", summary(result.Findings))
		return "", errDocument
	}
	if err := f.write(cmd, result, files); err != nil {
		return "", err
	}
	if err != nil || result.Failed() {
		err = errThreshold
	}
	return result.Verdict(), err
}

// compare compares the documents, and prints findings on standard error.
func (f *diffFlags) compare(cmd *cobra.Command, c generator.DiffConfig) (*generator.DiffResult, error) {
	c.FailOn, c.Today = f.failOn.value, time.Now()
	if cmd.Flags().Changed("objects") {
		c.Objects = f.objects.value
	}
	reads(cmd, &c.Reading, "", f.verbose)
	progress, end := progressOf(cmd.ErrOrStderr())
	defer end()
	c.Reading.Progress = progress
	result, err := generator.Diff(cmd.Context(), c)
	if result == nil {
		return nil, err
	}
	if result.NotRun != nil {
		fmt.Fprintf(cmd.ErrOrStderr(), "oas2go: --go: %s; the report has what is predicted\n", diag.OneLine(result.NotRun.Error()))
	}
	p := printing{verbose: f.verbose}
	if textErr := p.text(cmd.ErrOrStderr()).Write(cmd.ErrOrStderr(), p.causes(result.Findings)); textErr != nil {
		return nil, textErr
	}
	return result, err
}

// outputFiles returns the format and the path of each --output.
func (f *diffFlags) outputFiles() (list [][2]string, err error) {
	for _, text := range f.outputs {
		format, path, ok := strings.Cut(text, "=")
		if !ok || path == "" {
			return nil, fmt.Errorf("--output %s: it is FORMAT=FILE, such as html=report.html", text)
		}
		if err := oneOf(format, generator.DiffFormats()); err != nil {
			return nil, fmt.Errorf("--output %s: %q is no format: %w", text, format, err)
		}
		list = append(list, [2]string{format, path})
	}
	return list, nil
}

// write writes the files, all or none, and then the report on standard output.
func (f *diffFlags) write(cmd *cobra.Command, result *generator.DiffResult, files [][2]string) error {
	plain := f.look
	plain.Version = version()
	var reports []output.File
	for _, file := range files {
		data, err := result.Render(file[0], plain)
		if err != nil {
			return err
		}
		reports = append(reports, output.File{Name: file[1], Data: data})
	}
	format := f.format.value
	if f.changelog {
		format = "changelog"
	}
	data, err := result.Render(format, terminalLook(plain, cmd.OutOrStdout()))
	if err != nil {
		return err
	}
	if err := whole(cmd.Context(), func() error { return output.Replace(cmd.Context(), reports) }); err != nil {
		return err
	}
	_, err = cmd.OutOrStdout().Write(data)
	return err
}

// terminalLook returns look with what the terminal behind w can show, if there is one.
func terminalLook(look generator.Look, w io.Writer) generator.Look {
	if !isTerminal(w) {
		return look
	}
	text := (&printing{}).text(w)
	if look.Width == 0 {
		look.Width = text.Width
	}
	look.Color, look.ASCII = text.Color, !hasUTF8(os.Getenv)
	return look
}

// hasUTF8 reports whether the terminal is set to UTF-8. The first variable that is set counts.
func hasUTF8(getenv func(string) string) bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := strings.ToLower(getenv(name)); value != "" {
			return strings.Contains(value, "utf-8") || strings.Contains(value, "utf8")
		}
	}
	return true
}

// errorText returns what diag shows of an error in one line.
func errorText(err error) string {
	_, text := outcome(err)
	return diag.OneLine(text)
}
