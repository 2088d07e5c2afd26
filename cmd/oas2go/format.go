package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/pflag"
	"golang.org/x/term"

	"github.com/oas2go/oas2go/generator/diag"
)

// formats are the values of --format.
func formats() []string { return []string{"text", "json", "github", "sarif"} }

// A format is the value of --format.
type format string

// String returns the value.
func (f *format) String() string { return string(*f) }

// Type returns what help calls the value.
func (f *format) Type() string { return "format" }

// Set takes a value.
func (f *format) Set(value string) error {
	*f = format(value)
	return oneOf(value, formats())
}

// oneOf returns why a value is none of those that a flag takes.
func oneOf(value string, values []string) error {
	if slices.Contains(values, value) {
		return nil
	}
	text := "it is one of " + strings.Join(values, ", ")
	if like := diag.Closest(value, values); like != "" {
		text += "; did you mean " + like + "?"
	}
	return errors.New(text)
}

// A choice is the value of a flag that takes one of some.
type choice struct {
	value  string
	values []string
	kind   string // what help calls it
}

// String returns the value.
func (c *choice) String() string { return c.value }

// Type returns what help calls the value.
func (c *choice) Type() string { return c.kind }

// Set takes a value.
func (c *choice) Set(value string) error {
	c.value = value
	return oneOf(value, c.values)
}

const formatHelp = `how findings are printed:
text      lines for people and editors
json      one document: findings and counts
github    workflow commands: annotations of GitHub Actions
sarif     SARIF 2.1.0, for code scanning
In the last three the findings alone are on standard output,
and all other text is on standard error.`

// printing is how a command prints findings.
type printing struct {
	format  format
	verbose bool
	report  diag.Report // for programs: what is printed at the end
}

func (p *printing) add(set *pflag.FlagSet, verbose string) {
	p.format = "text"
	set.Var(&p.format, "format", formatHelp)
	set.BoolVarP(&p.verbose, "verbose", "v", false, verbose)
}

// perRule is how many findings of one rule a terminal shows.
const perRule = 10

// text returns how findings look on w.
func (p *printing) text(w io.Writer) diag.Text {
	if !isTerminal(w) {
		return diag.Text{}
	}
	text := diag.Text{Width: 80, Color: hasColor(os.Getenv), Limit: perRule, More: "; --verbose shows all"}
	if width, _, err := term.GetSize(int(w.(*os.File).Fd())); err == nil && width > 0 {
		text.Width = width
	}
	if p.verbose {
		text.Limit = 0
	}
	return text
}

// causes returns what is printed as text: each cause once, or with --verbose each place.
func (p *printing) causes(findings []diag.Finding) []diag.Finding {
	if p.verbose {
		return findings
	}
	return diag.Causes(findings)
}

// isTerminal reports whether w is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// hasColor reports whether a terminal may be sent colours: https://no-color.org, and old consoles print the codes.
func hasColor(getenv func(string) string) bool {
	return getenv("NO_COLOR") == "" && getenv("TERM") != "dumb" && (runtime.GOOS != "windows" || getenv("WT_SESSION") != "")
}

// write prints a report in a format for programs.
func (p *printing) write(w io.Writer, r diag.Report) error {
	r.Version = version()
	switch p.format {
	case "json":
		return r.WriteJSON(w)
	case "sarif":
		return r.WriteSARIF(w)
	}
	return r.WriteGitHub(w)
}

// failed notes why a document was not judged, for the report. It returns the error for the exit code.
func (p *printing) failed(err error) error {
	if _, text := outcome(err); text != "" {
		p.report.Problem = strings.TrimPrefix(p.report.Problem+"\n"+text, "\n")
	}
	return err
}

// told prints what is left to say about the error of one API of several, and returns the error for the exit code.
func (p *printing) told(w io.Writer, name string, err error) error {
	code, text := outcome(err)
	if text == "" {
		return err
	}
	if code == exitInterrupted {
		text = "interrupted" // other packages may be written
	}
	if _, err := fmt.Fprintf(w, "oas2go: %s: %s\n", name, text); err != nil {
		return err
	}
	return &toldError{code}
}

// end prints the report for programs, which always get a whole document. It returns the error for the exit code.
func (p *printing) end(w io.Writer, err error) error {
	if p.format == "text" {
		return err
	}
	if err := p.write(w, p.report); err != nil {
		return err
	}
	return err
}
