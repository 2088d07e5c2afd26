package generator

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
)

// DiffFormats returns the formats of [DiffResult.Render].
func DiffFormats() []string {
	return []string{"text", "markdown", "html", "json", "github", "junit", "sarif", "changelog"}
}

// A Look is what a reader's terminal can show, and what a report can point to.
type Look struct {
	Width              int    // of the terminal, 0 for none
	Color, ASCII       bool   // colours; arrows and signs of ASCII
	LinksOld, LinksNew string // URLs of the folders of the files; {commit} in them is the commit that a document is of
	Label              string // of pull requests, that lets the changes pass
	Page               string // where the HTML report is
	Version            string // of oas2go
}

// Render returns the report in one of [DiffFormats]. There must be one: Diff gave no error, or [ErrRefused].
func (r *DiffResult) Render(format string, look Look) ([]byte, error) {
	look.LinksOld, look.LinksNew = linkTo(look.LinksOld, r.commits[0]), linkTo(look.LinksNew, r.commits[1])
	line := r.report.Line + "\n"
	switch format {
	case "json":
		total := len(r.report.Changes)
		verdict := map[bool]string{true: "equal", false: "unknown"}[total == 0]
		return json.Marshal(map[string]any{"verdict": verdict, "counts": map[string]int{"total": total}, "line": r.report.Line})
	case "markdown":
		return []byte("<!-- oas2go-diff: " + r.report.New.File + " -->\n" + line), nil
	}
	return []byte(line), nil
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
	r := &report.Report{Old: document(old), New: document(new), FailOn: c.failOn(), Changes: kept, Ignored: ignored, Lead: found.lead}
	r.Operations, r.Total = found.operations, len(found.operations)
	r.Failed = slices.ContainsFunc(kept, func(x change.Change) bool { return fails(x, r.FailOn) })
	if r.Line = fmt.Sprintf("equal: %s -> %s mean the same", old.spec, new.spec); len(kept)+len(ignored) > 0 {
		r.Line = strings.ToUpper(fmt.Sprintf("%d changes, %d ignored", len(kept), len(ignored)))
	}
	return r
}

// fails reports whether a change alone makes the command fail: the configuration says so, or failOn names it.
func fails(c change.Change, failOn report.FailOn) bool {
	if c.Level != change.ByClass && failOn != report.FailNone {
		return c.Level == change.AsError
	}
	wire := slices.ContainsFunc(c.Wire, func(e change.Effect) bool { return e.Verdict == change.Breaking })
	breaking := wire || c.Go.StopsCompiling || c.Go.FailsWhenRunning
	switch failOn {
	case report.FailWire:
		return wire
	case report.FailCompiling:
		return c.Go.StopsCompiling
	case report.FailRunning:
		return c.Go.FailsWhenRunning
	case report.FailBreaking:
		return breaking
	case report.FailUnknown:
		return breaking || c.Class == change.Unproved
	case report.FailAny:
		return c.Class != change.Docs
	}
	return false
}
