package machine

import (
	"encoding/xml"
	"fmt"
	"io"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view"
)

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    uint32        `xml:"line,attr,omitempty"`
	Failure *junitMessage `xml:"failure"`
	Skipped *junitMessage `xml:"skipped"`
}

type junitMessage struct {
	Type    string `xml:"type,attr,omitempty"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// WriteJUnit prints the changes as cases of a test. What breaks fails, what is not proved is skipped.
func WriteJUnit(w io.Writer, r *report.Report) error {
	suite := junitSuite{Name: "oas2go diff", Tests: r.Counts.Total, Failures: r.Counts.Breaking, Skipped: r.Counts.Unknown}
	for _, c := range r.Changes {
		suite.Cases = append(suite.Cases, newJUnitCase(c))
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(suite); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func newJUnitCase(c change.Change) junitCase {
	out := junitCase{Class: string(c.Class), Name: fmt.Sprintf("%d %s", c.N, c.Message())}
	if at := pos(c).Written(); at.File != nil {
		out.File, out.Line = at.File.Name, at.Line
	}
	message := &junitMessage{Type: c.Rule, Message: c.Advice.Who}
	if c.Witness != nil {
		message.Text = view.Clip(view.ProofLine(c.Witness), mostProof)
	}
	switch c.Class {
	case change.Running, change.Compiling, change.Wire:
		out.Failure = message
	case change.Unproved:
		out.Skipped = message
	}
	return out
}
