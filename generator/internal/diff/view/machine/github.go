package machine

import (
	"io"
	"strings"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view"
)

// mostProof is how much of a proof is in a message, in bytes.
const mostProof = 1000

// WriteGitHub prints workflow commands for the changes that matter, worst first, and one for the verdict. GitHub shows ten of a kind.
func WriteGitHub(w io.Writer, r *report.Report) error {
	if r.Word() == report.WordEqual {
		return nil
	}
	var b strings.Builder
	lines := diag.Lines{}
	for _, c := range r.Changes {
		if view.Loud(c.Class) {
			title := diag.OneLine(view.WordsOf(c.Class).Title + " [" + c.Rule + "]")
			b.WriteString(diag.Annotation{Severity: severity(r, c), Pos: pos(c), Title: title, Text: annotation(c)}.Command(lines))
		}
	}
	b.WriteString(diag.Annotation{Severity: diag.Info, Title: "oas2go diff", Text: diag.OneLine(r.Line)}.Command(lines))
	_, err := io.WriteString(w, b.String())
	return err
}

// severity is error for what alone makes the run fail.
func severity(r *report.Report, c change.Change) diag.Severity {
	if r.Fails(c) {
		return diag.Error
	}
	return diag.Warning
}

// annotation is all that fits beside a line of the new document.
func annotation(c change.Change) string {
	text := c.Message()
	switch {
	case c.Old.Present && c.Old.Pos.File != nil:
		text += " (was " + c.Old.Pos.String() + ")"
	case c.Old.Pos.File != nil:
		text += " (not in " + c.Old.Pos.String() + ")"
	}
	text += "."
	if c.Advice.Who != "" {
		text += " " + c.Advice.Who
	}
	if c.Advice.Callers != "" {
		text += " Callers: " + c.Advice.Callers
	}
	if c.Witness != nil {
		text += " Proof: " + view.Clip(view.ProofLine(c.Witness), mostProof)
	}
	return diag.OneLine(text)
}
