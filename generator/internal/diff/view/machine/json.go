// Package machine prints a report for other programs.
package machine

import (
	"encoding/json"
	"io"

	"github.com/oas2go/oas2go/generator/diag"
	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
)

// formatVersion is that of the form that docs/diff-report.schema.json describes. New members may come without another version.
const formatVersion = 1

type jsonReport struct {
	Format     string          `json:"format"`
	Version    int             `json:"version"`
	Verdict    change.Verdict  `json:"verdict"`
	Go         string          `json:"go"`
	Line       string          `json:"line"`
	Lead       string          `json:"lead"`
	Counts     jsonCounts      `json:"counts"`
	Facets     jsonFacets      `json:"facets"`
	Old        jsonDocument    `json:"old"`
	New        jsonDocument    `json:"new"`
	Suggests   string          `json:"suggests"`
	FailOn     report.FailOn   `json:"failOn"`
	Failed     bool            `json:"failed"`
	Operations []jsonOperation `json:"operations"`
	Total      int             `json:"operationsTotal"`
	Changes    []jsonChange    `json:"changes"`
	Ignored    []jsonChange    `json:"ignored,omitempty"`
}

type jsonCounts struct {
	Total      int `json:"total"`
	Breaking   int `json:"breaking"`
	Running    int `json:"running"`
	Compiling  int `json:"compiling"`
	Wire       int `json:"wire"`
	Unknown    int `json:"unknown"`
	Compatible int `json:"compatible"`
	Docs       int `json:"docs"`
}

type jsonFacets struct {
	WireBreaking     int `json:"wireBreaking"`
	StopsCompiling   int `json:"stopsCompiling"`
	FailsWhenRunning int `json:"failsWhenRunning"`
}

type jsonDocument struct {
	File    string `json:"file"`
	Version string `json:"version"`
}

type jsonOperation struct {
	ID      string `json:"id"`
	Method  string `json:"method"`
	Path    string `json:"path"`
	Changes []int  `json:"changes"`
}

// WriteJSON prints one JSON document. All of a report is in it. Columns count bytes, as they do in text.
func WriteJSON(w io.Writer, r *report.Report) error {
	n := r.Counts
	out := jsonReport{
		Format: "oas2go-diff", Version: formatVersion, Verdict: r.Wire, Go: r.Go, Line: r.Line, Lead: r.Lead,
		Counts:   jsonCounts{n.Total, n.Breaking, n.Running, n.Compiling, n.Wire, n.Unknown, n.Compatible, n.Docs},
		Facets:   jsonFacets(r.Facets),
		Old:      jsonDocument{r.Old.File, r.Old.Version},
		New:      jsonDocument{r.New.File, r.New.Version},
		Suggests: r.Suggests, FailOn: r.FailOn, Failed: r.Failed, Total: r.Total,
		Operations: make([]jsonOperation, 0, len(r.Operations)),
		Changes:    make([]jsonChange, 0, len(r.Changes)),
	}
	for _, o := range r.Operations {
		out.Operations = append(out.Operations, jsonOperation{o.Name, o.Method, o.Path, o.Changes})
	}
	for _, c := range r.Changes {
		out.Changes = append(out.Changes, newJSONChange(c, r))
	}
	for _, c := range r.Ignored {
		out.Ignored = append(out.Ignored, newJSONChange(c, r))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// place returns a position; of one that is not known, the beginning of the document.
func place(s change.Side, document string) jsonPlace {
	if s.Pos.File == nil {
		return jsonPlace{document, 1, 1, s.Present}
	}
	pos := s.Pos.Written()
	return jsonPlace{pos.File.Name, max(1, pos.Line), max(1, pos.Column), s.Present}
}

// pos returns where to show a change in the new document; in the old one, if nothing of the new one is known.
func pos(c change.Change) diag.Pos {
	if c.New.Pos.File == nil {
		return c.Old.Pos
	}
	return c.New.Pos
}
