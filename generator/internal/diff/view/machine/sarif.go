package machine

import (
	"io"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view"
)

// fingerprintKey names the way that fingerprints are made.
const fingerprintKey = "oas2goDiff/v1"

// Tool is what SARIF says about the program.
type Tool struct {
	Version string
	Rules   []diag.RuleText // texts of rules; one that is not here is known by its id only
}

// WriteSARIF prints a document of SARIF 2.1.0 with the changes that matter.
func WriteSARIF(w io.Writer, r *report.Report, tool Tool) error {
	run := diag.SARIFRun{Tool: "oas2go diff", Version: tool.Version}
	texts := map[diag.Rule]diag.RuleText{}
	for _, text := range tool.Rules {
		texts[text.Rule] = text
	}
	known := map[diag.Rule]bool{}
	for _, c := range r.Changes {
		if !view.Loud(c.Class) {
			continue
		}
		rule := diag.Rule(c.Rule)
		if !known[rule] {
			known[rule] = true
			text := texts[rule]
			text.Rule = rule
			run.Rules = append(run.Rules, text)
		}
		run.Results = append(run.Results, result(r, c))
	}
	return run.Write(w)
}

func result(r *report.Report, c change.Change) diag.SARIFResult {
	text := c.Message() + "."
	if c.Advice.Who != "" {
		text += " " + c.Advice.Who
	}
	if c.Witness != nil {
		text += " Proof: " + view.Clip(view.ProofLine(c.Witness), mostProof)
	}
	if c.Advice.Callers != "" {
		text += " Callers: " + c.Advice.Callers
	}
	out := diag.SARIFResult{
		Finding:    diag.Finding{Pos: pos(c), Severity: severity(r, c), Rule: diag.Rule(c.Rule), Message: diag.OneLine(text)},
		Properties: map[string]string{"class": string(c.Class)},
	}
	if c.Fingerprint != "" {
		out.Fingerprints = map[string]string{fingerprintKey: c.Fingerprint}
	}
	if c.Old.Pos.File != nil {
		out.Related = []diag.Related{{Pos: c.Old.Pos, Message: "the old document"}}
	}
	return out
}
