package generator

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view/html"
	"github.com/oas2go/oas2go/generator/internal/diff/view/machine"
	"github.com/oas2go/oas2go/generator/internal/diff/view/markdown"
	"github.com/oas2go/oas2go/generator/internal/diff/view/text"
)

// DiffFormats returns the formats of [DiffResult.Render].
func DiffFormats() []string {
	return []string{"text", "markdown", "html", "json", "github", "junit", "sarif", "changelog"}
}

// A Look is what a reader's terminal can show, and what a report can point to.
type Look struct {
	Width              int    // of the terminal, 0 for none
	Color, ASCII       bool   // colours; arrows and signs of ASCII
	Fingerprints       bool   // show in text what to write into a configuration that approves a change
	LinksOld, LinksNew string // URLs of the folders of the files; {commit} in them is the commit that a document is of
	Label              string // of pull requests, that lets the changes pass
	Page               string // where the HTML report is
	Version            string // of oas2go
}

// Render returns the report in one of [DiffFormats]. There must be one: Diff gave no error, or [ErrRefused].
func (r *DiffResult) Render(format string, look Look) ([]byte, error) {
	var b bytes.Buffer
	err := r.write(&b, format, look)
	return b.Bytes(), err
}

func (r *DiffResult) write(w io.Writer, format string, look Look) error {
	switch format {
	case "text":
		return text.Write(w, r.report, text.Options{
			Width: look.Width, Color: look.Color, ASCII: look.ASCII, Fingerprints: look.Fingerprints,
		})
	case "markdown":
		links := markdown.Links{Old: linkTo(look.LinksOld, r.commits[0]), New: linkTo(look.LinksNew, r.commits[1])}
		return markdown.Write(w, r.report, markdown.Options{Path: r.report.New.File, Links: links, Label: look.Label, Page: look.Page})
	case "changelog":
		return markdown.WriteChangelog(w, r.report)
	case "html":
		return html.Write(w, r.report)
	case "json":
		return machine.WriteJSON(w, r.report)
	case "github":
		return machine.WriteGitHub(w, r.report)
	case "junit":
		return machine.WriteJUnit(w, r.report)
	case "sarif":
		return machine.WriteSARIF(w, r.report, machine.Tool{Version: look.Version, Rules: changeTexts()})
	}
	return fmt.Errorf("no format %q", format)
}

// linkTo returns the URL of a folder in a commit. There is none if it needs a commit and the document is of none.
func linkTo(url, commit string) string {
	if commit == "" && strings.Contains(url, commitWord) {
		return ""
	}
	return strings.ReplaceAll(url, commitWord, commit)
}

const commitWord = "{commit}"

// assemble makes the report.
func assemble(c DiffConfig, old, new *side, found *compared, kept, ignored []change.Change) *report.Report {
	document := func(s *side) report.Document {
		info := s.document.Info
		return report.Document{File: s.spec, Title: info.Title, Version: info.Version, Package: c.Reading.Package}
	}
	return report.New(document(old), document(new), kept, report.Settings{
		FailOn: c.failOn(), Operations: found.operations, Lead: found.lead, Ignored: ignored,
	})
}
