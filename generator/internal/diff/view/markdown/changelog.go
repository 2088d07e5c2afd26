package markdown

import (
	"fmt"
	"io"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view"
)

// WriteChangelog prints the notes of a release: what changed, and what callers do.
func WriteChangelog(w io.Writer, r *report.Report) error {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n", changelogHeading(r))
	if r.Counts.Total == 0 {
		b.WriteString("\nNo changes.\n")
	}
	for _, g := range view.Groups(r) {
		switch {
		case g.Class == change.Docs:
			fmt.Fprintf(&b, "\nDocumentation: %s.\n", counted(len(g.Changes)))
		case g.Class != "":
			fmt.Fprintf(&b, "\n### %s\n\n", changelogTitle(g.Class))
			for _, c := range g.Changes {
				b.WriteString("- " + entry(c) + "\n")
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// changelogHeading is the version of the document. A document that stays at its version has no release yet, so the heading says which
// one the changes need.
func changelogHeading(r *report.Report) string {
	version := strings.TrimSpace(plain(r.New.Version))
	switch {
	case r.Counts.Total > 0 && r.New.Version == r.Old.Version:
		return "Unreleased: needs " + plain(r.Suggests)
	case version == "":
		return "Changes"
	}
	return version
}

func counted(n int) string {
	if n == 1 {
		return "1 change"
	}
	return fmt.Sprintf("%d changes", n)
}

func changelogTitle(c change.Class) string {
	switch c {
	case change.Running:
		return "Breaking: fails when running"
	case change.Compiling:
		return "Breaking: stops compiling"
	case change.Wire:
		return "Breaking for strict readers"
	case change.Unproved:
		return "May break: not proved"
	}
	return "New and changed"
}

func entry(c change.Change) string {
	text := strings.TrimSuffix(headline(c, true), ".") + "."
	if c.Advice.Callers != "" {
		text += " " + plain(c.Advice.Callers)
	}
	return text
}
