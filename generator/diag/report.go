package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// A Report is what a run has to say to other programs. Each finding is told once, with all its places.
type Report struct {
	Findings []Finding
	Problem  string // why the document was not judged, "" if it was
	Version  string // of oas2go
}

// jsonReport and what it holds is the form of WriteJSON. All keys are always there, but for "error".
type jsonReport struct {
	Findings []jsonFinding `json:"findings"`
	Counts   jsonCounts    `json:"counts"`
	Error    string        `json:"error,omitempty"`
}

type jsonCounts struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

type jsonFinding struct {
	jsonPlace
	Severity string        `json:"severity"`
	Message  string        `json:"message"`
	Rule     Rule          `json:"rule"`
	Hint     string        `json:"hint"`
	Related  []jsonRelated `json:"related"`
	Count    int           `json:"count"` // of places
	Places   []jsonPlace   `json:"places"`
}

type jsonRelated struct {
	jsonPlace
	Message string `json:"message"`
}

type jsonPlace struct {
	File    string `json:"file"`
	Line    uint32 `json:"line"`
	Column  uint32 `json:"column"`
	Pointer string `json:"pointer"`
}

func newJSONPlace(p Pos) jsonPlace {
	p = p.Written()
	return jsonPlace{p.fileName(), p.Line, p.Column, p.Path.Pointer()}
}

// WriteJSON prints one JSON document. Columns count bytes, as they do in text.
func (r Report) WriteJSON(w io.Writer) error {
	out := jsonReport{Findings: make([]jsonFinding, 0, len(r.Findings)), Error: r.Problem}
	for _, f := range Causes(r.Findings) {
		x := jsonFinding{
			jsonPlace: newJSONPlace(f.Pos), Severity: f.Severity.String(), Message: f.Message, Rule: f.Rule, Hint: f.Hint,
			Related: make([]jsonRelated, 0, len(f.Related)), Count: 1 + len(f.Also),
		}
		for _, p := range f.Places() {
			x.Places = append(x.Places, newJSONPlace(p))
		}
		for _, related := range f.Related {
			x.Related = append(x.Related, jsonRelated{newJSONPlace(related.Pos), related.Message})
		}
		switch f.Severity {
		case Error:
			out.Counts.Error++
		case Warning:
			out.Counts.Warning++
		case Info:
			out.Counts.Info++
		}
		out.Findings = append(out.Findings, x)
	}
	return writeJSON(w, out)
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// mostAnnotations is how many places of a finding have an annotation of their own.
const mostAnnotations = 10

// WriteGitHub prints workflow commands, which GitHub Actions shows beside the lines of a file. Columns count characters.
func (r Report) WriteGitHub(w io.Writer) error {
	var b strings.Builder
	lines := Lines{}
	for _, f := range Causes(r.Findings) {
		text := OneLine(f.Message)
		for _, related := range f.Related {
			text += "\n" + OneLine(related.Pos.String()+": "+related.Message)
		}
		if f.Hint != "" {
			text += "\nhint: " + OneLine(f.Hint)
		}
		places := f.Places()
		if more := len(places) - mostAnnotations; more > 0 {
			places = places[:mostAnnotations]
			text += fmt.Sprintf("\nthe same is true of %d more places", more)
		}
		for _, p := range places {
			b.WriteString(Annotation{f.Severity, p, string(f.Rule), text}.Command(lines))
		}
	}
	if r.Problem != "" {
		b.WriteString(Annotation{Severity: Error, Title: "oas2go", Text: r.Problem}.Command(lines))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
