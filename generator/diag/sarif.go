package diag

import (
	"io"
	"net/url"
	"path/filepath"
	"strings"
)

const (
	projectURL  = "https://github.com/oas2go/oas2go"
	sarifSchema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

// WriteSARIF prints a document of SARIF 2.1.0 with one run: all rules, and the findings as results. Columns count characters.
func (r Report) WriteSARIF(w io.Writer) error {
	run := SARIFRun{Tool: "oas2go", Version: r.Version, Rules: Rules(), Problem: r.Problem}
	for _, f := range Causes(r.Findings) {
		run.Results = append(run.Results, SARIFResult{Finding: f})
	}
	return run.Write(w)
}

// A SARIFRun is a run of a tool, to be written as a document of SARIF 2.1.0.
type SARIFRun struct {
	Tool    string
	Version string
	Rules   []RuleText // those that results have; a text that is not known is left out
	Results []SARIFResult
	Problem string // why the tool could not judge, "" if it could
}

// A SARIFResult is a finding, and what else SARIF can say about it.
type SARIFResult struct {
	Finding
	Fingerprints map[string]string // values that a later version of the document has again, by the way they are made
	Properties   map[string]string
}

// Write prints the document. Columns count characters.
func (r SARIFRun) Write(w io.Writer) error {
	driver := sarifDriver{Name: r.Tool, InformationURI: projectURL, Version: r.Version, Rules: []sarifRule{}}
	index := map[Rule]int{}
	for i, text := range r.Rules {
		index[text.Rule] = i
		driver.Rules = append(driver.Rules, newSARIFRule(text))
	}
	invocation := sarifInvocation{Successful: r.Problem == ""}
	if r.Problem != "" {
		invocation.Notifications = []sarifNotification{{"error", sarifText{r.Problem}}}
	}
	run := sarifRun{
		Tool:        sarifTool{driver},
		Invocations: []sarifInvocation{invocation},
		ColumnKind:  "unicodeCodePoints",
		Results:     make([]sarifResult, 0, len(r.Results)),
	}
	lines := Lines{}
	for _, x := range r.Results {
		result := newSARIFResult(x.Finding, index[x.Rule], lines)
		result.Fingerprints, result.Properties = x.Fingerprints, x.Properties
		run.Results = append(run.Results, result)
	}
	return writeJSON(w, sarifLog{sarifSchema, "2.1.0", []sarifRun{run}})
}

func newSARIFRule(t RuleText) sarifRule {
	if t.Why == "" {
		return sarifRule{ID: t.Rule}
	}
	return sarifRule{
		ID:      t.Rule,
		Short:   sarifText{t.Summary},
		Full:    sarifText{t.Why},
		Help:    sarifHelp{t.Why + "\n\nWhat to do: " + t.Fix, t.Markdown()},
		HelpURI: projectURL + "/blob/main/docs/rules.md#" + string(t.Rule),
		Default: sarifLevel{level(t.Severity)},
	}
}

func newSARIFResult(f Finding, rule int, lines Lines) sarifResult {
	text := f.Message
	if f.Hint != "" {
		text += "\nhint: " + f.Hint
	}
	x := sarifResult{Rule: f.Rule, Index: rule, Level: level(f.Severity), Message: sarifText{text}, Locations: []sarifLocation{}}
	for _, p := range f.Places() {
		if p.File != nil {
			x.Locations = append(x.Locations, newSARIFLocation(p, lines))
		}
	}
	for i, related := range f.Related {
		location := newSARIFLocation(related.Pos, lines)
		location.ID, location.Message = i+1, &sarifText{related.Message}
		x.Related = append(x.Related, location)
	}
	return x
}

func newSARIFLocation(p Pos, lines Lines) (x sarifLocation) {
	if p = p.Written(); p.File != nil {
		x.Physical = &sarifPhysical{Artifact: sarifArtifact{fileURI(p.File.Name)}}
		if p.Line > 0 {
			x.Physical.Region = &sarifRegion{p.Line, lines.Character(p)}
		}
	}
	if pointer := p.Path.Pointer(); pointer != "" {
		x.Logical = []sarifLogical{{pointer}}
	}
	return x
}

// level returns the word of SARIF (3.27.10) for a severity.
func level(s Severity) string {
	return [...]string{Info: "note", Warning: "warning", Error: "error"}[s]
}

// fileURI returns the URI reference of a file, relative as its name is.
func fileURI(name string) string {
	path := filepath.ToSlash(name)
	u := url.URL{Path: path}
	if filepath.IsAbs(name) {
		u.Scheme = "file"
		u.Path = "/" + strings.TrimPrefix(path, "/")
	}
	return u.String()
}
