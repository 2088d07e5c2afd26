// Package text prints a report for people who read it in a terminal or in a log.
package text

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/oas2go/oas2go/generator/internal/diff/change"
	"github.com/oas2go/oas2go/generator/internal/diff/report"
	"github.com/oas2go/oas2go/generator/internal/diff/view"
)

// Options say what the reader's terminal can show.
type Options struct {
	Width        int  // of the terminal, 0 for none; what is shown has 60 to 100 columns
	Color        bool // the 16 colours
	ASCII        bool // arrows and signs of ASCII
	Fingerprints bool // show what to write into a configuration that approves a change
}

const (
	minWidth = 60
	maxWidth = 100
)

// Write prints a report.
func Write(w io.Writer, r *report.Report, o Options) error {
	if o.Width == 0 {
		o.Width = maxWidth
	}
	o.Width = min(max(o.Width, minWidth), maxWidth)
	p := &printer{Options: o, requests: view.RequestsOf(r), numbers: max(3, len(strconv.Itoa(r.Counts.Total)))}
	p.verdict(r)
	if r.Word() != report.WordEqual {
		p.introduction(r)
		for _, g := range view.Groups(r) {
			p.group(g)
		}
		p.ending(r)
	}
	_, err := io.WriteString(w, p.b.String())
	return err
}

// verdict prints the verdict line, which breaks between its parts, and what is to be said beyond it.
func (p *printer) verdict(r *report.Report) {
	var lines []string
	for _, part := range r.LineParts() {
		part = p.clean(part)
		last := len(lines) - 1
		if last >= 0 && cells(lines[last])+cells(part) <= p.Width {
			lines[last] += part
			continue
		}
		if strings.HasPrefix(part, ", ") {
			lines[last] += ","
			part = part[1:]
		}
		if last >= 0 {
			part = "  " + strings.TrimPrefix(part, " ")
		}
		lines = append(lines, part)
	}
	text := strings.Join(lines, "\n")
	if word := r.Word(); word != report.WordEqual {
		text = p.paint(wordCode(word), word) + strings.TrimPrefix(text, word)
	}
	p.line(text)
	if r.Lead != "" {
		p.paragraph(bold, r.Lead)
	}
}

// introduction tells the documents, their versions and how much of them changed.
func (p *printer) introduction(r *report.Report) {
	text := r.Old.File + " -> " + r.New.File + "."
	if r.Step != "" {
		text += " " + r.Step
	}
	if r.Total > 0 {
		text += fmt.Sprintf(" Touched: %d of %d operations.", len(r.Operations), r.Total)
	}
	p.line("")
	p.paragraph(dim, text)
}

// group prints the changes of a class.
func (p *printer) group(g view.Group) {
	sign := g.Sign
	if p.ASCII {
		sign = g.ASCII
	}
	title := fmt.Sprintf("%s %s (%d)", sign, strings.ToUpper(g.Title), len(g.Changes))
	p.line("")
	head := p.paint(classCode(g.Class), title)
	if cells(title)+3+cells(g.Explain) <= p.Width {
		p.line(head + "   " + p.paint(dim, g.Explain))
	} else {
		p.line(head)
		p.line("  " + p.paint(dim, g.Explain))
	}
	for _, c := range g.Changes {
		if view.Loud(c.Class) && g.Class != "" {
			p.line("")
			p.change(c)
		} else {
			p.brief(c)
			if g.Class == "" {
				p.labelled("reason", dim, view.Approval(c))
				continue
			}
			p.advice(c.Advice)
			p.approve(c)
		}
	}
}

// brief prints a change in a line, with the position at its end or below.
func (p *printer) brief(c change.Change) {
	place := p.clean(c.Place().Pos.String())
	lines := p.headline(c)
	if gap := p.Width - cells(lines[0]) - cells(place); len(lines) == 1 && gap >= minGap {
		p.line(lines[0] + p.paint(dim, strings.Repeat(" ", gap)+place))
		return
	}
	for _, line := range lines {
		p.line(line)
	}
	p.line(p.indent() + p.paint(dim, place))
}

// change prints all that is known of a change.
func (p *printer) change(c change.Change) {
	for _, line := range p.headline(c) {
		p.line(p.paint(bold, line))
	}
	p.places(c)
	p.labelled("who", plain, c.Advice.Who)
	p.labelled("where", plain, view.Where(c, p.requests))
	p.proof(c)
	p.labelled("why", plain, c.Advice.Why)
	code := plain
	if c.Go.FailsWhenRunning {
		code = red
	}
	p.labelled("error", code, goError(c.Go))
	p.labelled("Go", plain, names(c.Go.Names)...)
	p.labelled("alike", plain, c.Alike...)
	p.labelled("callers", bold, c.Advice.Callers)
	p.labelled("author", plain, c.Advice.Author)
	p.approve(c)
}

// approve prints what a configuration needs to approve a change, if the reader wants to know.
func (p *printer) approve(c change.Change) {
	if p.Fingerprints && c.Fingerprint != "" {
		p.labelled("approve", plain, fmt.Sprintf(`- {fingerprint: %q, reason: "..."}`, c.Fingerprint))
	}
}

// goError is the error of generated code, and whether it is measured.
func goError(g change.GoEffect) string {
	text, note := view.GoError(g)
	if note != "" {
		text += " (" + note + ")"
	}
	return text
}

// advice prints what is worth knowing of a change that breaks nobody.
func (p *printer) advice(a change.Advice) {
	p.labelled("who", plain, a.Who)
	p.labelled("callers", plain, a.Callers)
	p.labelled("author", plain, a.Author)
}

// mostProof is how much of a proof is shown, in bytes.
const mostProof = 1000

func (p *printer) proof(c change.Change) {
	if c.Witness == nil {
		p.labelled("wire", plain, view.Wire(c, ""))
		return
	}
	p.labelled("wire", plain, view.Wire(c, view.Claim(c.Witness)+"; verified"))
	p.labelled("proof", cyan, view.Clip(view.ProofLine(c.Witness), mostProof))
}

func names(list []change.Name) []string {
	var lines []string
	for _, n := range list {
		pieces, note := view.NameLine(n)
		text := ""
		for _, piece := range pieces {
			text += piece.Text
		}
		if note != "" {
			text += " (" + note + ")"
		}
		lines = append(lines, text)
	}
	return lines
}

// places prints both positions, and at the end of the line the rule.
func (p *printer) places(c change.Change) {
	left := p.indent() + p.clean(c.Old.Pos.String()+" -> "+c.New.Pos.String()+view.Mark(c))
	right := "[" + p.clean(c.Rule) + "]"
	if also := view.Also(c); also != "" {
		right = also + "  " + right
	}
	if gap := p.Width - cells(left) - cells(right); gap >= minGap {
		p.line(p.paint(dim, left+strings.Repeat(" ", gap)+right))
		return
	}
	p.line(p.paint(dim, left))
	p.line(p.paint(dim, p.indent()+right))
}

// ending says how the command ends, and how to learn more.
func (p *printer) ending(r *report.Report) {
	status := 0
	if r.Failed {
		status = 1
	}
	text := fmt.Sprintf("exit status %d (--fail-on %s).", status, r.FailOn)
	if len(r.Changes) > 0 {
		text += " Explain a rule: oas2go rules " + r.Changes[0].Rule
	}
	p.line("")
	p.paragraph(dim, text)
}
