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

// show prints the findings that are shown, in text to w, and a last line that counts them and says what err, the error of the run,
// means. It returns the error for the exit code.
func (p *printing) show(cmd *cobra.Command, w io.Writer, spec string, result *generator.Result, shown func(diag.Finding) bool, err error) error {
	var list []diag.Finding
	unenforced, renamed := 0, 0
	for _, f := range result.Findings {
		if shown(f) {
			list = append(list, f)
		}
		if generator.Unenforced(f) {
			unenforced++
		}
		if f.Rule == diag.RuleRenamed && !shown(f) {
			renamed++
		}
	}
	if p.format == "text" {
		if err := p.text(w).Write(w, p.causes(list)); err != nil {
			return err
		}
	} else {
		w = cmd.ErrOrStderr()
		p.report.Findings = append(p.report.Findings, list...)
	}
	line := summary(list)
	switch {
	case errors.Is(err, generator.ErrUnusable):
		line += "; it cannot be used"
		err = errDocument
	case errors.Is(err, generator.ErrNotEnforced):
		line += fmt.Sprintf("; refused because of --strict: %s not enforced", count(unenforced, "part"))
		err = errThreshold
	case errors.Is(err, generator.ErrRefused):
		line += "; refused because of the rules of the configuration"
		err = errThreshold
	case errors.Is(err, errWarnings):
		line += "; refused because of --strict"
		err = errThreshold
	}
	if renamed > 0 {
		line = strings.TrimPrefix(line+"; "+count(renamed, "Go name")+" stepped aside for others, see oas2go lint", "; ")
	}
	if line == "" {
		return err
	}
	if _, err := fmt.Fprintf(w, "%s: %s\n", generator.ShownAs(spec), line); err != nil {
		return err
	}
	return err
}

// summary returns "2 errors, 1 warning at 7 places".
func summary(findings []diag.Finding) string {
	counts, places := map[diag.Severity]int{}, map[diag.Severity]int{}
	for _, f := range diag.Causes(findings) {
		counts[f.Severity]++
		places[f.Severity] += 1 + len(f.Also)
	}
	var parts []string
	for _, s := range []diag.Severity{diag.Error, diag.Warning, diag.Info} {
		n := counts[s]
		if n == 0 {
			continue
		}
		text := count(n, s.String())
		if places[s] > n {
			text += " at " + count(places[s], "place")
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, ", ")
}

// count returns "1 file" or "2 files"; info has no plural.
func count(n int, noun string) string {
	if n == 1 || noun == diag.Info.String() {
		return fmt.Sprintf("%d %s", n, noun)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
